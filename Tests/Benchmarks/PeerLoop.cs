using System.Diagnostics;
using System.Globalization;

namespace HocTap.Office.Benchmarks;

/// <summary>One peer of the comparison with other libraries: after a warm-up whole calls for some seconds, then one line on the console.</summary>
internal static class PeerLoop
{
    private const string WarmUpName = "BENCH_WARMUP";
    private const double WarmUpOtherwise = 5;

    /// <summary>Runs an action over and over and prints how many documents it did in a second.</summary>
    /// <param name="once">One document; its result's length in bytes, 0 for reading.</param>
    /// <param name="seconds">How long to measure.</param>
    public static void Run(Func<long> once, double seconds)
    {
        var batch = WarmUp(once);
        var process = Process.GetCurrentProcess();
        var (cpu, start, count, length) = (process.TotalProcessorTime, Stopwatch.GetTimestamp(), 0L, 0L);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        do
        {
            for (var call = 0L; call < batch; call++)
            {
                length = once();
            }

            count += batch;
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / count;
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"docs_per_s={count / wall:R} docs={count} wall_s={wall:F3} cpu_s={(process.TotalProcessorTime - cpu).TotalSeconds:F3} out_bytes={length} alloc_bytes={allocated} peak_kb={process.PeakWorkingSet64 / 1024}"));
    }

    // A batch is as many calls as take some 20 ms, so that reading the clock costs nothing.
    private static long WarmUp(Func<long> once)
    {
        var text = Environment.GetEnvironmentVariable(WarmUpName);
        var (wanted, start, batch) = (text is null ? WarmUpOtherwise : double.Parse(text, CultureInfo.InvariantCulture), Stopwatch.GetTimestamp(), 1L);
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < wanted)
        {
            var before = Stopwatch.GetTimestamp();
            for (var call = 0L; call < batch; call++)
            {
                _ = once();
            }

            var took = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
            batch = took < 10 ? batch * 2 : took > 40 && batch > 1 ? batch / 2 : batch;
        }

        return batch;
    }
}
