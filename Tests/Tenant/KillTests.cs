using System.Diagnostics;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class KillTests : TenantTests
{
    [TestMethod]
    public async Task What_was_acknowledged_survives_a_killed_process()
    {
        var folder = Directory.CreateTempSubdirectory("tenant-").FullName;
        using (var process = Run(folder))
        {
            var lines = await ReadAsync(process);
            await WriteAsync(new(lines["address"]), folder, lines);
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        await using var app = await TenantApp.StartAsync(Token, folder);
        var list = await app.Graph.Sites[app.Site].Lists["Kept"].GetAsync(cancellationToken: Token);

        Assert.AreEqual("Kept", list!.Name);
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(app.Server.ClientSecretPath));
        Directory.Delete(folder, recursive: true);
    }

    private static Process Run(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "HocTap.Office.LocalTenant.dll");
        string[] arguments = ["exec", program, "--urls", "http://127.0.0.1:0", "--data", folder];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    }

    private async Task<Dictionary<string, string>> ReadAsync(Process process)
    {
        var lines = new Dictionary<string, string>();
        while (!lines.ContainsKey("client secret") && await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            lines[line[..15].Trim()] = line[15..];
        }
        return lines;
    }

    private async Task WriteAsync(Uri address, string folder, Dictionary<string, string> lines)
    {
        var secret = await File.ReadAllTextAsync(Path.Combine(folder, "client-secret"), Token);
        using var http = new HttpClient { BaseAddress = address };
        using var form = new FormUrlEncodedContent(TenantCredential.Form(lines["client id"], secret, TenantApp.Scope));
        http.DefaultRequestHeaders.Authorization = new("Bearer", await TenantCredential.TakeAsync(http, lines["tenant id"], form, Token));

        var site = await Batches.GetAsync(http, "v1.0/sites/lamkieu.sharepoint.example:/sites/hoctap", Token);
        var list = await Batches.PostAsync(http, $"v1.0/sites/{site["id"]}/lists", new() { ["displayName"] = "Kept" }, Token);

        Assert.AreEqual("Kept", (string?)list["displayName"]);
    }
}
