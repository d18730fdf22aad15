using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Drift;

/// <summary>Compares a stored document with the values stored of it («so văn bản với dữ liệu»). Pure: nothing is stored, nothing is fetched.</summary>
public static class FormDrift
{
    /// <summary>Every difference with its place; none for a document that says what is stored, however programs rewrote its package.</summary>
    /// <param name="docx">The stored document, read from its current position; at most 20 MB of it.</param>
    /// <param name="stored">The stored values, rows with their lasting ids where they have them.</param>
    /// <param name="profile">The layout the document was made with; null to leave the layout out.</param>
    /// <param name="heading">The heading of its organization; null for the one its printed words tell.</param>
    /// <param name="kept">The tags that are stored at all, rows and columns by their own tags; null when everything is.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static DriftResult Between(Stream docx, FormValues stored, LayoutProfile? profile = null, HeadingVariant? heading = null, IReadOnlySet<string>? kept = null)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(stored);
        return Paper.Use<DriftResult>(docx, paper => new DriftResult.Compared(paper.Document, Differences(paper, stored, profile, heading, kept)), refused => new DriftResult.Refused(refused.Kind, refused.Detail));
    }

    private static List<Difference> Differences(Paper paper, FormValues stored, LayoutProfile? profile, HeadingVariant? heading, IReadOnlySet<string>? kept)
    {
        var before = FilledValues.Complete(paper.Form, stored);
        bool isKept(FieldDefinition field) => kept?.Contains(field.Tag) != false;
        return
        [
            .. paper.Form.SingleFields.Where(isKept).SelectMany(field => OfField(paper, field, before[field.Tag])),
            .. paper.Form.RowFields.Where(isKept).SelectMany(rows => new RowDrift(paper, rows, [.. rows.Columns.Where(isKept)]).Find(before.RowsOf(rows.Tag))),
            .. FixedTextDifferences.Of(paper),
            .. profile is null ? [] : LayoutChecker.Deviations(paper, profile, heading).Select(OfLayout),
        ];
    }

    private static IEnumerable<Difference> OfField(Paper paper, FieldDefinition field, string stored)
    {
        var value = paper.Document.Values[field.Tag];
        return value == stored ? [] :
        [
            new Difference(DifferenceKind.Value, PlaceNames.OfField(paper.Form, field.Tag), FormChanges.Shown(field, stored), FormChanges.Shown(field, value), ReasonOf(paper.Document, field.Tag)),
        ];
    }

    /// <summary>Why a value could not be read; null when it could.</summary>
    internal static string? ReasonOf(FormDocument document, string path) => document.Outcomes.GetValueOrDefault(path) switch
    {
        FieldOutcome.Missing missing => missing.Reason,
        FieldOutcome.Unreadable unreadable => unreadable.Reason,
        _ => null,
    };

    private static Difference OfLayout(LayoutDeviation deviation) => new(
        DifferenceKind.Layout, deviation.Place with { Words = $"{deviation.Place.Words}, {deviation.Aspect[..1].ToLowerInvariant()}{deviation.Aspect[1..]}" }, deviation.Expected, deviation.Found);
}
