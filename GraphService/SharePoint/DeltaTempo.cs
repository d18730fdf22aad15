using System.Collections.Concurrent;
using HocTap.Office.GraphService.Time;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// When each list's delta is asked for again: at the configured pace while people edit it natively, ever more slowly, to a tenth of it, while nobody does. What we write ourselves is
/// known here before delta brings it, and hurries nothing; a notification does, though no list is asked twice within a few seconds, since our own writes are told too. Lost at a
/// restart, when every list is read anyway.
/// </summary>
internal sealed class DeltaTempo(IOptions<GraphOptions> options, TimeProvider clock)
{
    private const int Slowest = 10;
    private static readonly TimeSpan BetweenHurried = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Read, TimeSpan Pause)> turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> hurried = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> asked = new(StringComparer.Ordinal);
    private readonly WakeUp wakeUp = new();
    private long told;

    /// <summary>The shortest pause between two questions that nobody hurries.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(options.Value.DeltaSeconds);

    /// <summary>Says that a list has changed: its turn is next.</summary>
    public void Hurry(ListSchema list)
    {
        hurried[list.Name] = Interlocked.Increment(ref told);
        wakeUp.Raise();
    }

    /// <summary>Waits until it is time to look who is due.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (hurried.IsEmpty)
        {
            await wakeUp.WaitAsync(Pause, clock, cancellationToken);
        }

        var soonest = hurried.Keys.Select(name => turns.TryGetValue(name, out var turn) ? turn.Read + Spacing - clock.GetUtcNow() : TimeSpan.Zero).DefaultIfEmpty().Min();
        await Task.Delay(soonest > TimeSpan.Zero ? soonest : TimeSpan.Zero, clock, cancellationToken);
    }

    /// <summary>Those whose turn it is.</summary>
    public IReadOnlyList<ListSchema> Due(IEnumerable<ListSchema> lists)
    {
        var (now, until) = (clock.GetUtcNow(), Interlocked.Read(ref told));
        var due = lists.Where(list => !turns.TryGetValue(list.Name, out var turn) || turn.Read + (hurried.ContainsKey(list.Name) ? Spacing : turn.Pause) <= now).ToList();
        due.ForEach(list => asked[list.Name] = until);
        return due;
    }

    /// <summary>Says that a list was asked for, whether somebody else had changed it, and whether a refusal that may pass came instead of an answer.</summary>
    public void Read(ListSchema list, bool changed, bool refused)
    {
        turns.AddOrUpdate(list.Name, _ => Turn(Pause), (_, turn) => Turn(changed || turn.Pause < Pause ? Pause : turn.Pause * 2));
        if (!refused && hurried.TryGetValue(list.Name, out var number) && number <= asked.GetValueOrDefault(list.Name))
        {
            hurried.TryRemove(KeyValuePair.Create(list.Name, number)); // told while it was read: once more
        }
    }

    private TimeSpan Spacing => BetweenHurried < Pause ? BetweenHurried : Pause;

    private (DateTimeOffset Read, TimeSpan Pause) Turn(TimeSpan pause) => (clock.GetUtcNow(), pause > Pause * Slowest ? Pause * Slowest : pause);
}
