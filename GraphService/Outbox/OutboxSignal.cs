using System.Threading.Channels;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>Wakes the worker when work was accepted. It holds nothing itself: what must last is in the database.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there is work.</summary>
    public void Raise() => channel.Writer.TryWrite(true);

    /// <summary>Waits until there is work, or until <paramref name="longest"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has passed; something put off may be due now.
        }
    }
}
