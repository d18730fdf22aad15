using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Drift;

/// <summary>Words of the form that a document lost or changed, and words that stand beside its fields.</summary>
internal static class FixedTextDifferences
{
    public static IEnumerable<Difference> Of(Paper paper)
    {
        var places = new PlaceNames(paper.Form, paper.Reading);
        return [.. Lost(paper, places), .. Changed(paper, places), .. Added(paper, places)];
    }

    /// <summary>The same without marks that have no letters: these belong to the layout.</summary>
    public static IReadOnlyList<Difference> WithLetters(Paper paper) =>
        [.. Of(paper).Where(difference => difference.Kind != DifferenceKind.TextLost || difference.From.Any(char.IsLetterOrDigit))];

    // A lost line has no place of its own: it is told by the line that stood above it.
    private static IEnumerable<Difference> Lost(Paper paper, PlaceNames places)
    {
        var claims = paper.Reading.Frame.Claims.ToList();
        foreach (var (place, line) in paper.Reading.Frame.LostAt.Where(lost => lost.Line.IsOwn))
        {
            var above = claims.Where(item => item.Claim.Place < place).Select(item => (int?)item.Line).LastOrDefault();
            yield return new Difference(DifferenceKind.TextLost, new DocumentPlace("", above is { } number ? $"Sau {Lower(places.Of(number).Words)}" : "Đầu văn bản"), line.Shown, "");
        }
    }

    private static IEnumerable<Difference> Changed(Paper paper, PlaceNames places) =>
        from item in paper.Reading.Frame.Claims
        where item.Claim.IsChanged
        select new Difference(DifferenceKind.TextChanged, places.Of(item.Line), item.Claim.Expected.Shown, paper.Reading.Lines[item.Line].Words);

    private static IEnumerable<Difference> Added(Paper paper, PlaceNames places)
    {
        var (lines, frame) = (paper.Reading.Lines, paper.Reading.Frame);
        var expected = frame.Claims.Select(item => item.Claim.Expected.Text).ToHashSet(StringComparer.Ordinal);
        var loose = frame.Loose.Where(line => paper.Reading.Areas.OwnerOf(line) is null && !(lines[line].Shape.Fields.Count > 0 && expected.Contains(lines[line].Shape.Marked)))
            .Select(line => new Difference(DifferenceKind.TextAdded, Near(places, line), "", lines[line].Words));
        var boxes = from line in Enumerable.Range(0, lines.Count)
                    from item in lines[line].Unread
                    where item is { Kind: UnreadKind.TextBox, Text.Length: > 0 }
                    select new Difference(DifferenceKind.TextAdded, new DocumentPlace("", $"Khung chữ ở {Lower(places.Of(line).Words)}"), "", VietnameseText.Words(item.Text));
        var unread = paper.Reading.UnreadInRows.Select(words => new Difference(DifferenceKind.TextAdded, PlaceNames.OfField(paper.Form, paper.Form.RowFields.First().Tag), "", words));
        return [.. loose, .. boxes, .. unread];
    }

    private static DocumentPlace Near(PlaceNames places, int line) => line == 0 ? places.Of(0) : new DocumentPlace("", $"Sau {Lower(places.Of(line - 1).Words)}");

    private static string Lower(string words) => words.StartsWith("Mục", StringComparison.Ordinal) ? words : char.ToLower(words[0], VietnameseText.Culture) + words[1..];
}
