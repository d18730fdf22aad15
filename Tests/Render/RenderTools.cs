using System.Diagnostics;

namespace HocTap.Office.Tests.Render;

/// <summary>The programs that print and save documents.</summary>
internal static class RenderTools
{
    /// <summary>A test without its tools says so, except on a build server, where it fails.</summary>
    public static void Need(params string[] tools)
    {
        foreach (var tool in tools.Where(tool => !Exists(tool) && Environment.GetEnvironmentVariable("CI") != "true"))
        {
            Assert.Inconclusive($"'{tool}' is not installed; install libreoffice-writer and poppler-utils to run this test.");
        }
    }

    public static string Run(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, errors.GetAwaiter().GetResult());
        return output;
    }

    private static bool Exists(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(place => File.Exists(Path.Combine(place, tool)) || File.Exists(Path.Combine(place, tool + ".exe")));
}
