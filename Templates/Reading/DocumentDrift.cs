using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>What changed around the fields: tracked changes, lost data, fixed text altered, text written where nothing reads it, things that are no text.</summary>
internal sealed class DocumentDrift(FormDefinition form, IReadOnlyList<BodyLine> lines, PaperFrame frame, FieldAreas areas, Func<int, bool> isToldWithRow)
{
    // Beyond these a list helps nobody; the rest is counted.
    private const int MostNamed = 20;

    public IEnumerable<Finding> Find(bool hadTrackedChanges, WrittenPart? written) =>
    [
        .. hadTrackedChanges ? [ReadingFindings.TrackedChanges] : Array.Empty<Finding>(),
        .. written?.Lines is null ? [ReadingFindings.PartLost] : Array.Empty<Finding>(),
        .. Named(FixedTextFindings()),
        .. Named(LooseText().ToList()),
        .. Named(UnreadFindings().Distinct().ToList()),
    ];

    /// <summary>The findings of one rule, the first of them named and the others counted.</summary>
    public static IEnumerable<Finding> Named(List<Finding> findings) =>
        findings.Count <= MostNamed ? findings : [.. findings.Take(MostNamed), ReadingFindings.More(findings[0].Rule, findings.Count - MostNamed)];

    private List<Finding> FixedTextFindings() =>
    [
        .. frame.Lost.Where(line => line.IsOwn).Select(line => ReadingFindings.FixedTextLost(line.Shown)),
        .. frame.Claims.Where(item => item.Claim.IsChanged).Select(item => ReadingFindings.FixedTextChanged(item.Claim.Expected.Shown, lines[item.Line].Words)),
    ];

    private IEnumerable<Finding> LooseText()
    {
        var expected = frame.Claims.Select(item => item.Claim.Expected.Text).ToHashSet();
        return frame.Loose.Where(line => areas.OwnerOf(line) is null)
            // A second copy of a line with the same field says nothing new; where it does, the field is told to contradict itself.
            .Where(line => !(lines[line].Shape.Fields.Count > 0 && expected.Contains(lines[line].Shape.Marked)))
            .Select(line => ReadingFindings.LooseText(lines[line].Words));
    }

    private IEnumerable<Finding> UnreadFindings()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var item in lines[i].Unread)
            {
                var owner = item.Owner ?? areas.OwnerOf(i);
                if (owner is not null && form.SingleFields.FirstOrDefault(field => field.Tag == owner) is { } field)
                {
                    yield return ReadingFindings.NoText(field.Label, field.Tag, item);
                }
                else if (item.Kind == UnreadKind.TextBox && !isToldWithRow(i))
                {
                    yield return ReadingFindings.LooseText(VietnameseText.Words(item.Text));
                }
            }
        }
    }
}
