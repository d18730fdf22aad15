using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>The npm project beside this file: installed once from its lock file, run with Node.</summary>
internal static class NpmClients
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Runs a script against a tenant and gives what each of its steps saw, by name.</summary>
    public static async Task<JsonObject> RunAsync(string script, SecureTenant tenant, CancellationToken token)
    {
        await Installed.Value;
        var (code, output, errors) = await RunAsync("node", [script], await tenant.EnvironmentAsync(token), token);
        Assert.AreEqual(0, code, output + errors);
        return JsonNode.Parse(output)!.AsObject();
    }

    private static async Task InstallAsync()
    {
        var (wanted, have) = (Path.Combine(Folder(), "package-lock.json"), Path.Combine(Folder(), "node_modules", ".package-lock.json"));
        if (File.Exists(have) && File.GetLastWriteTimeUtc(have) >= File.GetLastWriteTimeUtc(wanted))
        {
            return;
        }
        var (code, output, errors) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], [], CancellationToken.None);
        Assert.AreEqual(0, code, $"The packages of {Folder()} could not be installed.\n{output}{errors}");
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string program, string[] arguments, Dictionary<string, string> environment, CancellationToken token)
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            WorkingDirectory = Folder(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!; // a program of its own always starts a process
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
        await EndAsync(process, token);
        return (process.ExitCode, await output, await errors);
    }

    private static async Task EndAsync(Process process, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Find(string program)
    {
        var names = OperatingSystem.IsWindows() ? new[] { program + ".exe", program + ".cmd" } : [program];
        var places = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        var found = places.SelectMany(place => names.Select(name => Path.Combine(place, name))).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Assert.Inconclusive($"'{program}' is not installed; install Node.js 20 with npm to run this test.");
        }
        return found;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "npm");
}
