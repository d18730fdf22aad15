using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking.Checks;
using HocTap.Office.Templates.Drift;

namespace HocTap.Office.Templates.Checking;

/// <summary>Holds a finished document against a layout profile («kiểm tra thể thức»).</summary>
public static class LayoutChecker
{
    /// <summary>Every deviation, from the paper to the last line; none for a document as it was filled, however programs rewrote it.</summary>
    /// <param name="docx">The file, read from its current position; at most 20 MB of it.</param>
    /// <param name="profile">The profile it was made for.</param>
    /// <param name="heading">The heading of its organization; null for the one its printed words tell.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static CheckResult Check(Stream docx, LayoutProfile profile, HeadingVariant? heading = null)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(profile);
        return Paper.Use<CheckResult>(docx, paper => new CheckResult.Checked(paper.Document, Deviations(paper, profile, heading), FixedTextDifferences.WithLetters(paper)), refused => new CheckResult.Refused(refused.Kind, refused.Detail));
    }

    internal static IReadOnlyList<LayoutDeviation> Deviations(Paper paper, LayoutProfile profile, HeadingVariant? heading) => [.. FaultsOf(paper, profile, heading).Select(fault => fault.Deviation)];

    internal static IReadOnlyList<Fault> FaultsOf(Paper paper, LayoutProfile profile, HeadingVariant? heading)
    {
        var (checkedPaper, faults) = (new CheckedPaper(paper, profile, heading), new FaultList(profile.Source));
        PageCheck.Add(checkedPaper, faults);
        PageNumberCheck.Add(checkedPaper, faults);
        HeadCheck.Add(checkedPaper, faults);
        LineCheck.Add(checkedPaper, faults);
        LetterCheck.Add(checkedPaper, faults);
        DateCheck.Add(checkedPaper, faults);
        TableCheck.Add(checkedPaper, faults);
        RecipientCheck.Add(checkedPaper, faults);
        SignatureCheck.Add(checkedPaper, faults);
        EmptyLineCheck.Add(checkedPaper, faults);
        return faults.All;
    }
}
