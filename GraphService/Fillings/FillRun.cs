using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>What a run came to.</summary>
internal sealed record FillCounts(int Written, int Present, int Bad, int Unfinished);

/// <summary>Fills many documents into a folder («điền hàng loạt»), goes on after a bad line, and may be started again: what is finished is not written twice.</summary>
internal sealed class FillRun(string folder, bool overwrite, TextWriter messages, TimeProvider clock)
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);
    private int written;
    private int present;
    private int bad;
    private int unfinished;

    /// <summary>Fills every document; <paramref name="jobs"/> are made one by one, so that memory stays small.</summary>
    public async Task<FillCounts> RunAsync(IEnumerable<(int Line, Result<FillJob> Job)> jobs, int total)
    {
        Directory.CreateDirectory(folder);
        var told = clock.GetTimestamp();
        foreach (var (index, (line, job)) in jobs.Index())
        {
            if ((job.TryGet(out var made, out var problem) ? await WriteAsync(line, made) : problem) is { } fault)
            {
                bad++;
                await messages.WriteLineAsync($"Dòng {line}: {fault.Detail}");
            }

            if (clock.GetElapsedTime(told) >= BetweenProgress)
            {
                told = clock.GetTimestamp();
                await messages.WriteLineAsync($"{index + 1}/{total}…");
            }
        }

        return new FillCounts(written, present, bad, unfinished);
    }

    private async Task<Problem?> WriteAsync(int line, FillJob job)
    {
        if (!lines.TryAdd(job.FileName, line))
        {
            return new Problem.Malformed($"trùng với dòng {lines[job.FileName]}.");
        }

        var path = Path.Combine(folder, job.FileName);
        if (File.Exists(path) && !overwrite)
        {
            present++;
            return null;
        }

        if (await FinishedFile.WriteAsync(path, job.Fill()) is { } problem)
        {
            return problem;
        }

        written++;
        unfinished += job.Errors.Any() ? 1 : 0;
        return null;
    }
}
