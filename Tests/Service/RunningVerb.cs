using System.Diagnostics;
using System.Text;

namespace HocTap.Office.Tests.Service;

/// <summary>The built program called with a verb, as a script calls it: exit code, standard output, standard error.</summary>
internal sealed record RunningVerb(int ExitCode, string Output, string Messages)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static Task<RunningVerb> RunAsync(params string[] arguments) => RunAsync("", arguments);

    /// <summary>Calls it with something on standard input, in a folder of its own so that nothing falls into the sources.</summary>
    public static async Task<RunningVerb> RunAsync(string input, string[] arguments)
    {
        using var process = Start(arguments);
        var (output, messages) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(Longest);
        await process.WaitForExitAsync(timeout.Token);
        return new RunningVerb(process.ExitCode, await output, await messages);
    }

    /// <summary>Begins it and leaves it to the caller, who may end it in the middle.</summary>
    public static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HocTap.Office.GraphService.dll"), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    }) ?? throw new InvalidOperationException("The program could not be started.");
}
