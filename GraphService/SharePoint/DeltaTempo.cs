using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// When each list's delta is asked for again: at the configured pace while people edit it natively, ever more slowly, to a tenth of it, while nobody does. What we write ourselves is
/// known here before delta brings it, and hurries nothing. Lost at a restart, when every list is read anyway.
/// </summary>
internal sealed class DeltaTempo(IOptions<GraphOptions> options, TimeProvider clock)
{
    private const int Slowest = 10;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Due, TimeSpan Pause)> turns = new(StringComparer.Ordinal);

    /// <summary>The shortest pause between two questions.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(options.Value.DeltaSeconds);

    /// <summary>Those whose turn it is.</summary>
    public IReadOnlyList<ListSchema> Due(IEnumerable<ListSchema> lists) => [.. lists.Where(list => !turns.TryGetValue(list.Name, out var turn) || turn.Due <= clock.GetUtcNow())];

    /// <summary>Says that a list was read, and whether somebody else had changed it.</summary>
    public void Read(ListSchema list, bool changed) => turns.AddOrUpdate(list.Name, _ => Turn(Pause), (_, turn) => Turn(changed || turn.Pause < Pause ? Pause : turn.Pause * 2));

    private (DateTimeOffset Due, TimeSpan Pause) Turn(TimeSpan pause)
    {
        var bounded = pause > Pause * Slowest ? Pause * Slowest : pause;
        return (clock.GetUtcNow() + bounded, bounded);
    }
}
