using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using HocTap.Office.Tests.Npm;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>The npm project beside this file: installed once from its lock file, run with Node.</summary>
internal static class NpmClients
{
    private static readonly NpmProject Project = new(Folder());

    /// <summary>Runs a script against a tenant and gives what each of its steps saw, by name.</summary>
    public static async Task<JsonObject> RunAsync(string script, SecureTenant tenant, CancellationToken token)
    {
        await Project.InstallAsync();
        var (code, output, errors) = await Project.RunNodeAsync([script], await tenant.EnvironmentAsync(token), token);
        Assert.AreEqual(0, code, output + errors);
        return JsonNode.Parse(output)!.AsObject();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "npm");
}
