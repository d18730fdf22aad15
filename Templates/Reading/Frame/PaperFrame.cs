using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A line of the paper that is a fixed line of the form: which one, where its fields stand, and whether its words were changed.</summary>
/// <param name="Place">Its number among the expected lines.</param>
/// <param name="Expected">The expected line.</param>
/// <param name="Found">Where its fields stand; null when its words were changed, or are the very same.</param>
/// <param name="Same">The line when its words are the very same.</param>
internal sealed record ClaimedLine(int Place, ExpectedLine Expected, LineMatch? Found, LineShape? Same = null)
{
    private LineMatch? match = Found;

    public bool IsChanged => Found is null && Same is null;

    /// <summary>Where its fields stand; null when its words were changed. Of lines that are the same, few are ever asked.</summary>
    public LineMatch? Match => Same is null ? Found : match ??= Expected.Pattern.Match(Same) ?? new LineMatch(Same, []);
}

/// <summary>The fixed lines of a paper laid against those it was printed with: which stand where, which are lost, and which lines are nobody's.</summary>
/// <remarks>
/// First lines that are still the same hold the others in their order; between two of them a line is found by its own words, then by its place,
/// then by being much like it. Every step looks at a line a bounded number of times.
/// </remarks>
internal sealed class PaperFrame
{
    /// <summary>The style of what people write; any other style of ours is that of fixed lines.</summary>
    public const string ContentStyle = "HtBody";

    private readonly IReadOnlyList<BodyLine> lines;
    private readonly IReadOnlyList<ExpectedLine> expected;
    private readonly Dictionary<int, ClaimedLine> claims = [];
    private readonly HashSet<int> found = [];
    private readonly List<int> candidates;
    private readonly Lazy<HashSet<string>> texts;
    private readonly Lazy<Dictionary<string, int>> typed;
    private readonly Lazy<ILookup<string, int>> places;

    private PaperFrame(FormDefinition form, IReadOnlyList<BodyLine> lines, IReadOnlyList<ExpectedLine> expected, WrittenPart? written, Func<int, bool> isRow)
    {
        (this.lines, this.expected) = (lines, expected);
        typed = new(() => form.SingleFields.Where(field => field.IsBlock).SelectMany(field => (written?.Values[field.Tag] ?? "").Split('\n')).Select(VietnameseText.Words)
            .GroupBy(words => words).ToDictionary(words => words.Key, words => words.Count()));
        texts = new(() => [.. expected.Select(line => line.Text)]);
        places = new(() => Claims.SelectMany(item => item.Claim.Expected.Pattern.Places.Select(tag => (Tag: tag, item.Line))).ToLookup(item => item.Tag, item => item.Line));
        var blocks = form.SingleFields.Where(field => field.IsBlock).Select(field => field.Tag).ToHashSet();
        candidates = [.. Enumerable.Range(0, lines.Count).Where(index => lines[index].IsPrinted && !isRow(index) && !(lines[index].FirstOwner is { } owner && blocks.Contains(owner)))];
    }

    /// <summary>The expected lines that stand nowhere, in printed order.</summary>
    public IEnumerable<ExpectedLine> Lost => expected.Where((_, place) => !found.Contains(place));

    /// <summary>The words of all expected lines in printed order, fields written as <c>{tag}</c>.</summary>
    public IEnumerable<string> Texts => expected.Select(line => line.Text);

    /// <summary>The same with their numbers among the expected lines.</summary>
    public IEnumerable<(int Place, ExpectedLine Line)> LostAt => expected.Select((line, place) => (place, line)).Where(item => !found.Contains(item.place));

    /// <summary>The fixed lines of the paper in reading order, with the numbers of their lines.</summary>
    public IEnumerable<(int Line, ClaimedLine Claim)> Claims => candidates.Where(claims.ContainsKey).Select(line => (line, claims[line]));

    /// <summary>The lines that are neither fixed nor inside a field, in reading order.</summary>
    public IEnumerable<int> Loose => candidates.Where(index => !claims.ContainsKey(index));

    public static PaperFrame Of(FormDefinition form, IReadOnlyList<BodyLine> lines, WrittenPart? written, Func<int, bool> isRow)
    {
        var frame = new PaperFrame(form, lines, ExpectedLine.Of(form, written, lines), written, isRow);
        var finder = new FrameGaps(frame.lines, frame.expected, frame.claims, frame.found, new WrittenValues(form, written));
        frame.ClaimEqualLines();
        if (frame.claims.Count < frame.candidates.Count && frame.found.Count < frame.expected.Count)
        {
            finder.ClaimByWords(frame.candidates);
            finder.ClaimByPlace(frame.candidates);
            finder.ClaimByLikeness(frame.candidates);
        }

        return frame;
    }

    /// <summary>The fixed line that a line of the paper is; null for any other line.</summary>
    public ClaimedLine? At(int line) => claims.GetValueOrDefault(line);

    /// <summary>True for a line that repeats a fixed line found elsewhere.</summary>
    public bool IsCopy(int line) => At(line) is null && texts.Value.Contains(lines[line].Shape.Marked) && !typed.Value.ContainsKey(lines[line].Words);

    /// <summary>The place of a field in a fixed line; null where no such line stands.</summary>
    public LineMatch? PlaceOf(string tag) => places.Value[tag].Select(line => claims[line].Match).FirstOrDefault(match => match?.Has(tag) == true);

    private void ClaimEqualLines()
    {
        if (IsAsPrinted())
        {
            for (var place = 0; place < expected.Count; place++)
            {
                Claim(candidates[place], place);
            }
        }
        else
        {
            ClaimEqualWords();
        }
    }

    private bool IsAsPrinted()
    {
        for (var place = 0; place < expected.Count; place++)
        {
            if (candidates.Count != expected.Count || lines[candidates[place]].Shape.Marked != expected[place].Text)
            {
                return false;
            }
        }

        return candidates.Count == expected.Count;
    }

    private void Claim(int line, int place)
    {
        found.Add(place);
        claims[line] = new ClaimedLine(place, expected[place], null, lines[line].Shape);
    }

    private void ClaimEqualWords()
    {
        var places = expected.Select((line, index) => (line.Text, Index: index)).ToLookup(item => item.Text, item => item.Index);
        foreach (var same in candidates.Where(line => places.Contains(lines[line].Shape.Marked)).GroupBy(line => lines[line].Shape.Marked).ToList())
        {
            foreach (var (line, place) in Likeliest([.. same], places[same.Key].Count()).Zip(places[same.Key]))
            {
                Claim(line, place);
            }
        }
    }

    // Of lines with the same words those in the look of fixed ones; without looks, those behind as many as a person wrote into a field above.
    private List<int> Likeliest(List<int> same, int wanted)
    {
        var looks = same.Where(line => lines[line].Style is { } style && style != ContentStyle).ToList();
        return looks.Count >= wanted ? looks
            : same.Skip(Math.Max(0, Math.Min(same.Count - wanted, typed.Value.GetValueOrDefault(lines[same[0]].Words)))).ToList();
    }
}
