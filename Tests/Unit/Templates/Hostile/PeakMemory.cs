namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>The most memory that a piece of work holds at once: what is alive after a full collection, looked at again and again while it runs.</summary>
/// <remarks>Garbage does not count, since a collector may take it at any time; what only lives between two looks is not seen, so a look follows whenever another little was taken.</remarks>
internal static class PeakMemory
{
    // Between two looks nothing more than this can have come to life.
    private const long Little = 512 * 1024;

    public static (TResult Result, long Bytes) Of<TResult>(Func<TResult> work)
    {
        var before = Alive();
        using var ended = new ManualResetEventSlim();
        var peak = before;
        var watcher = new Thread(() =>
        {
            var taken = GC.GetTotalAllocatedBytes();
            while (!ended.IsSet)
            {
                if (GC.GetTotalAllocatedBytes() - taken < Little)
                {
                    Thread.Yield();
                    continue;
                }

                peak = Math.Max(peak, Alive());
                taken = GC.GetTotalAllocatedBytes();
            }
        });
        watcher.Start();
        try
        {
            var result = work();
            return (result, Ended());
        }
        finally
        {
            Ended();
        }

        long Ended()
        {
            ended.Set();
            watcher.Join();
            return peak - before;
        }
    }

    // As the collection itself found it: what is made right after it is garbage of the next.
    private static long Alive()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        var info = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return info.HeapSizeBytes - info.FragmentedBytes;
    }
}
