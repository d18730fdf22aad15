using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>Does work on several cores and gives the results in the order of the input («làm song song, trả theo thứ tự»). Never more than a set number is begun and not yet taken, so memory does not depend on how much there is.</summary>
/// <param name="workers">How many work at the same time.</param>
/// <param name="ahead">How many may wait, done or not, for whoever takes the results.</param>
internal sealed class OrderedWork(int workers, int ahead)
{
    // One item a turn: whoever reads and takes shares the pool's threads and must not wait for all that is begun.
    private readonly TaskScheduler cores = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers, maxItemsPerTask: 1).ConcurrentScheduler;

    /// <summary>The results. When <paramref name="stopped"/> is cancelled no more input is taken, and what was begun still comes.</summary>
    public async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, CancellationToken stopped, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = Channel.CreateBounded<Task<TResult>>(ahead);
        var reading = ReadAsync(items, work, begun.Writer, stopped, end.Token);
        try
        {
            await foreach (var result in begun.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await result;
            }

            await reading;
        }
        finally
        {
            await end.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, ChannelWriter<Task<TResult>> begun, CancellationToken stopped, CancellationToken end)
    {
        await Task.Yield();
        try
        {
            foreach (var item in items)
            {
                if (stopped.IsCancellationRequested || !await begun.WaitToWriteAsync(end))
                {
                    return;
                }

                await begun.WriteAsync(Task.Factory.StartNew(() => work(item), CancellationToken.None, TaskCreationOptions.None, cores), end);
            }
        }
        finally
        {
            begun.Complete();
        }
    }
}
