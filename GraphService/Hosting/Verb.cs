namespace HocTap.Office.GraphService.Hosting;

/// <summary>Something the program does instead of serving («lệnh»).</summary>
/// <param name="Name">The word it is called by.</param>
/// <param name="Usage">How it is called and what it does, Vietnamese, one line each.</param>
/// <param name="Options">The options it takes, without their dashes; each is followed by its value.</param>
/// <param name="Flags">The options that stand alone.</param>
/// <param name="RunAsync">Does it and gives the exit code.</param>
internal sealed record Verb(
    string Name, IReadOnlyList<string> Usage, IReadOnlyList<string> Options, IReadOnlyList<string> Flags, Func<VerbCall, Task<int>> RunAsync);

/// <summary>A verb as it was called. Results go to <paramref name="Output"/>, everything said to people to <paramref name="Messages"/>.</summary>
internal sealed record VerbCall(IServiceProvider Services, VerbArguments Arguments, TextReader Input, TextWriter Output, TextWriter Messages);

/// <summary>What a verb leaves behind for scripts («mã thoát»).</summary>
internal static class ExitCodes
{
    /// <summary>Everything went well.</summary>
    public const int Good = 0;

    /// <summary>Some rows, files or places need a look.</summary>
    public const int SomeBad = 1;

    /// <summary>The call itself was wrong; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>Somebody stopped it (Ctrl+C); the same call goes on where it stopped.</summary>
    public const int Interrupted = 130;
}
