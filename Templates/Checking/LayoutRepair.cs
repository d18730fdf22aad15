using HocTap.Office.Templates.Authoring;

namespace HocTap.Office.Templates.Checking;

/// <summary>Gives a document the layout of its profile and changes nothing else («sửa thể thức»): values, tracked changes, comments, ids and all other parts stay.</summary>
public static class LayoutRepair
{
    /// <summary>Mends the chosen deviations, or all that can be; equal bytes for equal input, and nothing more to mend in what it made.</summary>
    /// <param name="docx">The document; at most 20 MB.</param>
    /// <param name="profile">The profile it was made for.</param>
    /// <param name="heading">The heading of its organization; null for the one its printed words tell.</param>
    /// <param name="chosen">Ids of <see cref="LayoutDeviation"/>; null for all. An id the document does not have is nothing to mend.</param>
    public static RepairResult Repair(byte[] docx, LayoutProfile profile, HeadingVariant? heading = null, IReadOnlyCollection<string>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(profile);
        using var stream = new MemoryStream(docx, writable: false);
        return Paper.Use<RepairResult>(stream, paper => Repair(docx, paper, LayoutChecker.FaultsOf(paper, profile, heading), chosen), refused => new RepairResult.Refused(refused.Kind, refused.Detail));
    }

    private static RepairResult.Repaired Repair(byte[] docx, Paper paper, IReadOnlyList<Fault> faults, IReadOnlyCollection<string>? chosen)
    {
        var mended = faults.Where(fault => fault.Mend is not null && chosen?.Contains(fault.Deviation.Id) != false).ToList();
        foreach (var fault in mended)
        {
            fault.Mend!(); // those without were just left out
        }

        return new RepairResult.Repaired(mended.Count == 0 ? docx : paper.ToBytes(), docx, [.. mended.Select(fault => fault.Deviation)], [.. faults.Except(mended).Select(fault => fault.Deviation)]);
    }
}
