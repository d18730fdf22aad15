using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking;

/// <summary>Gathers the deviations of one document; their ids are rule and place, numbered where a rule is broken several times at one place.</summary>
internal sealed class FaultList(string source)
{
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    public IReadOnlyList<Fault> All => faults;

    /// <exception cref="TooManyFaultsException">There are more than are told.</exception>
    public void Add(LayoutRule rule, string at, DocumentPlace place, string found, string expected, Action? mend)
    {
        if (faults.Count == ReadingLimits.Faults)
        {
            throw new TooManyFaultsException();
        }

        var id = $"{rule.Id}.{at}";
        var number = used[id] = used.GetValueOrDefault(id) + 1;
        id = number == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}.{number}");
        faults.Add(new Fault(new LayoutDeviation(id, rule.Id, rule.Aspect, place, found, expected, source, mend is not null), mend));
    }
}

/// <summary>More deviations than are told: no paper of ours, however badly it was treated.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown by the list alone.")]
internal sealed class TooManyFaultsException() : InvalidOperationException("The document has too many deviations.");
