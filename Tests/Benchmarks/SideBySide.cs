using System.Diagnostics;

namespace HocTap.Office.Benchmarks;

/// <summary>Two ways of doing a thing timed in turn in one process, so that whatever else the machine does slows both alike: what counts is their ratio.</summary>
internal static class SideBySide
{
    private const int Rounds = 21;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(8);

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(double.Parse(
        Environment.GetEnvironmentVariable("BENCH_WARMUP") ?? "1.5", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The head of the table that <see cref="Print"/> adds lines to.</summary>
    public static void PrintHead(string name) =>
        Console.WriteLine($"{name,-44} {"limit ms",9} {"ours ms",9} {"ratio",7} {"of best",7} {"alloc KB",9}");

    /// <summary>Times both and prints a line: the medians in milliseconds, the median of the rounds' ratios, the ratio of the best rounds.</summary>
    public static void Print(string name, Action limit, Action ours, long allocated)
    {
        var (limitBatch, oursBatch) = Warm(limit, ours);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Limit: Time(limit, limitBatch), Ours: Time(ours, oursBatch))).ToList();
        var (limits, own) = (rounds.ConvertAll(round => round.Limit), rounds.ConvertAll(round => round.Ours));
        Console.WriteLine(FormattableString.Invariant(
            $"{name,-44} {Figure.Median(limits),9:0.0000} {Figure.Median(own),9:0.0000} {Figure.Median(rounds.ConvertAll(round => round.Ours / round.Limit)),7:0.00} {own.Min() / limits.Min(),7:0.00} {allocated / 1024.0,9:0.0}"));
    }

    // Long enough for the runtime to have compiled both for good; then as many at a time as a clock can tell apart.
    private static (int Limit, int Ours) Warm(Action limit, Action ours)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Warmup;)
        {
            limit();
            ours();
        }

        return (Count(limit), Count(ours));
    }

    private static int Count(Action action) => Math.Max(1, (int)(Batch.TotalMilliseconds / Math.Min(Time(action, 3), Time(action, 3))));

    private static double Time(Action action, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < times; turn++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
    }
}
