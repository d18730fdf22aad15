using System.Diagnostics;
using System.Globalization;

namespace HocTap.Office.Benchmarks;

/// <summary>Does one thing over and over for some seconds after a warm-up, and prints how often it could.</summary>
internal static class PeerClock
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(20);

    /// <param name="once">Makes one document.</param>
    /// <param name="seconds">How long, in seconds; with 0 once, without a warm-up.</param>
    /// <param name="target">Where the last document goes.</param>
    public static void Run(Func<byte[]> once, string seconds, string target) => File.WriteAllBytes(target, Run(once, seconds, document => document.Length));

    /// <summary>The same for what makes no document; gives back what came of the last time.</summary>
    public static T Run<T>(Func<T> once, string seconds, Func<T, long> length)
    {
        var span = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        var warmup = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("BENCH_WARMUP") ?? "5", CultureInfo.InvariantCulture));
        var last = once();
        _ = Count(() => last = once(), span > TimeSpan.Zero ? warmup : TimeSpan.Zero);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (cpu, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var documents = Count(() => last = once(), span);
        var (wall, used) = (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / documents;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"docs_per_s={documents / wall:0.###} docs={documents} wall_s={wall:0.###} cpu_s={used:0.###} out_bytes={length(last)} alloc_bytes={allocated} peak_kb={Process.GetCurrentProcess().PeakWorkingSet64 / 1024}"));
        return last;
    }

    // As many at a time as take some milliseconds, so that looking at the clock costs nothing.
    private static long Count(Action once, TimeSpan length)
    {
        var (start, count, batch) = (Stopwatch.GetTimestamp(), 0L, 1L);
        do
        {
            var begin = Stopwatch.GetTimestamp();
            for (var turn = 0L; turn < batch; turn++)
            {
                once();
            }

            count += batch;
            batch = Stopwatch.GetElapsedTime(begin) < Batch / 2 ? batch * 2 : batch;
        }
        while (Stopwatch.GetElapsedTime(start) < length);
        return count;
    }
}
