using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>A line of the paper that is a fixed line of the form: which one, where its fields stand, and whether its words were changed.</summary>
/// <param name="Place">Its number among the expected lines.</param>
/// <param name="Expected">The expected line.</param>
/// <param name="Match">Where its fields stand; null when its words were changed.</param>
internal sealed record ClaimedLine(int Place, ExpectedLine Expected, LineMatch? Match)
{
    public bool IsChanged => Match is null;
}

/// <summary>The fixed lines of a paper laid against those it was printed with: which stand where, which are lost, and which lines are nobody's.</summary>
/// <remarks>
/// First lines that are still the same hold the others in their order; between two of them a line is found by its own words, then by its place,
/// then by being much like it. Every step looks at a line a bounded number of times.
/// </remarks>
internal sealed class PaperFrame
{
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly IReadOnlyList<ExpectedLine> expected;
    private readonly Dictionary<int, ClaimedLine> claims = [];
    private readonly HashSet<int> found = [];
    private readonly List<int> candidates;
    private readonly HashSet<string> texts;

    private PaperFrame(FormDefinition form, IReadOnlyList<BodyLine> lines, IReadOnlyList<ExpectedLine> expected, Func<int, bool> isRow)
    {
        (this.lines, this.expected) = (lines, expected);
        texts = [.. expected.Select(line => line.Text)];
        var blocks = form.SingleFields.Where(field => field.IsBlock).Select(field => field.Tag).ToHashSet();
        candidates = [.. Enumerable.Range(0, lines.Count).Where(index => lines[index].Shape.Text.Length > 0 && !isRow(index) && !(lines[index].FirstOwner is { } owner && blocks.Contains(owner)))];
    }

    /// <summary>The expected lines that stand nowhere, in printed order.</summary>
    public IEnumerable<ExpectedLine> Lost => expected.Where((_, place) => !found.Contains(place));

    /// <summary>The fixed lines of the paper in reading order, with the numbers of their lines.</summary>
    public IEnumerable<(int Line, ClaimedLine Claim)> Claims => candidates.Where(claims.ContainsKey).Select(line => (line, claims[line]));

    /// <summary>The lines that are neither fixed nor inside a field, in reading order.</summary>
    public IEnumerable<int> Loose => candidates.Where(index => !claims.ContainsKey(index));

    public static PaperFrame Of(FormDefinition form, IReadOnlyList<BodyLine> lines, WrittenPart? written, Func<int, bool> isRow)
    {
        var frame = new PaperFrame(form, lines, ExpectedLine.Of(form, written), isRow);
        var finder = new FrameGaps(frame.lines, frame.expected, frame.claims, frame.found, new WrittenValues(form, written));
        frame.ClaimEqualLines();
        finder.ClaimByWords(frame.candidates);
        finder.ClaimByPlace(frame.candidates);
        finder.ClaimByLikeness(frame.candidates);
        return frame;
    }

    /// <summary>The fixed line that a line of the paper is; null for any other line.</summary>
    public ClaimedLine? At(int line) => claims.GetValueOrDefault(line);

    /// <summary>True for a line that repeats a fixed line found elsewhere.</summary>
    public bool IsCopy(int line) => At(line) is null && texts.Contains(lines[line].Shape.Marked);

    /// <summary>The place of a field in a fixed line; null where no such line stands.</summary>
    public LineMatch? PlaceOf(string tag) => Claims.Select(item => item.Claim.Match).FirstOrDefault(match => match?.Has(tag) == true);

    private void ClaimEqualLines()
    {
        var waiting = expected.Select((line, index) => (line.Text, Index: index)).GroupBy(item => item.Text).ToDictionary(same => same.Key, same => new Queue<int>(same.Select(item => item.Index)));
        foreach (var line in candidates)
        {
            if (waiting.TryGetValue(lines[line].Shape.Marked, out var places) && places.TryDequeue(out var place))
            {
                found.Add(place);
                claims[line] = new ClaimedLine(place, expected[place], expected[place].Pattern.Match(lines[line].Shape) ?? new LineMatch(lines[line].Shape, []));
            }
        }
    }
}
