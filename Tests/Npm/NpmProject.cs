using System.Diagnostics;
using System.Text;

namespace HocTap.Office.Tests.Npm;

/// <summary>A folder with a lock file of npm: its packages are installed once from there, and run with Node.</summary>
/// <remarks>Where there is no Node a test that needs one says so; on a build server that is a failure.</remarks>
internal sealed class NpmProject
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly string folder;
    private readonly Lazy<Task> installed;

    public NpmProject(string folder) => (this.folder, installed) = (folder, new Lazy<Task>(InstallNowAsync));

    /// <summary>The files of a package.</summary>
    public string PathOf(string package) => Path.Combine(folder, "node_modules", package);

    /// <summary>Installs the packages, if they are not there yet.</summary>
    public Task InstallAsync() => installed.Value;

    /// <summary>Runs a script with Node, its packages installed.</summary>
    public async Task<(int Code, string Output, string Errors)> RunNodeAsync(string[] arguments, Dictionary<string, string> environment, CancellationToken token)
    {
        await InstallAsync();
        return await RunAsync("node", arguments, environment, token);
    }

    private async Task InstallNowAsync()
    {
        var (wanted, have) = (Path.Combine(folder, "package-lock.json"), Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (File.Exists(have) && File.GetLastWriteTimeUtc(have) >= File.GetLastWriteTimeUtc(wanted))
        {
            return;
        }
        var (code, output, errors) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], [], CancellationToken.None);
        Assert.AreEqual(0, code, $"The packages of {folder} could not be installed.\n{output}{errors}");
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(
        string program, string[] arguments, Dictionary<string, string> environment, CancellationToken token)
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            WorkingDirectory = folder,
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
            var reason = $"'{program}' is not installed; install Node.js 20 with npm to run this test.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(reason);
            }

            Assert.Inconclusive(reason);
        }
        return found;
    }
}
