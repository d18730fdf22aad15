using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Finds the fixed lines of a form in the gaps between those that are found already.</summary>
internal sealed class FrameGaps(
    IReadOnlyList<BodyLine> lines, IReadOnlyList<ExpectedLine> expected, Dictionary<int, ClaimedLine> claims, HashSet<int> found, WrittenValues values)
{
    // A form leaves no gap of so many lines; beyond that it is somebody's text, and trying every pattern on it would never end.
    private const int MostTried = 300;
    private const int MostCompared = 50;

    /// <summary>Lines whose own words are the same and whose fields hold other text, or have text beside them, or lost their controls.</summary>
    public void ClaimByWords(List<int> candidates)
    {
        // A line with hardly a word of its own fits much: it is looked for between those that have some.
        ClaimByWords(candidates, isOwn: true, MatchOf);
        ClaimByWords(candidates, isOwn: false, MatchOf);
        ClaimByWords(candidates, isOwn: true, (line, wanted) => wanted.IsGuess ? null : wanted.Pattern.MatchRetyped(lines[line].Shape, values.Of));
    }

    /// <summary>Bare fields without controls: as many lines as there are fields left, in their order.</summary>
    public void ClaimByPlace(List<int> candidates)
    {
        foreach (var gap in Split(candidates))
        {
            var bare = gap.Lost.Where(place => expected[place].IsBare && expected[place].Pattern.Places.All(values.IsShown)).ToList();
            if (bare.Count != gap.Lines.Count || gap.Lost.Any(place => !expected[place].IsBare))
            {
                continue;
            }

            foreach (var (line, place) in gap.Lines.Zip(bare))
            {
                Claim(line, place, expected[place].Pattern.Match(lines[line].Shape));
            }
        }
    }

    /// <summary>Lines that are much like a lost one, or that have the look of headings where a heading is lost.</summary>
    public void ClaimByLikeness(List<int> candidates)
    {
        foreach (var gap in Split(candidates))
        {
            var free = gap.Lines.Where(line => lines[line].Words.Length <= LinePattern.LongestLine).Take(MostCompared).ToList();
            var lost = gap.Lost.Where(place => !expected[place].IsBare && !expected[place].IsGuess).ToList();
            Pair(free, lost, (line, place) => TextLikeness.Of(lines[line].Words, expected[place].Shown));
            Pair(free, lost, (line, _) => lines[line].Style is { } style && style != PaperFrame.ContentStyle ? 1 : 0);
        }
    }

    private void ClaimByWords(List<int> candidates, bool isOwn, Func<int, ExpectedLine, LineMatch?> match)
    {
        foreach (var gap in Split(candidates))
        {
            var next = 0;
            foreach (var place in gap.Lost.Where(place => expected[place].IsFirst == isOwn))
            {
                next = ClaimByWords(gap.Lines, place, next, match);
            }
        }
    }

    private void Pair(List<int> free, List<int> lost, Func<int, int, double> measure)
    {
        foreach (var place in lost.ToList())
        {
            if (free.Count == 0)
            {
                return;
            }

            var best = free.MaxBy(line => measure(line, place));
            if (measure(best, place) >= TextLikeness.Alike)
            {
                Claim(best, place, null);
                free.Remove(best);
                lost.Remove(place);
            }
        }
    }

    private int ClaimByWords(List<int> gap, int place, int from, Func<int, ExpectedLine, LineMatch?> match)
    {
        var next = from;
        for (var i = from; i < Math.Min(gap.Count, MostTried); i++)
        {
            if (match(gap[i], expected[place]) is { } found)
            {
                Claim(gap[i], place, found);
                next = i + 1;
            }

            if (next > from && (next <= i || !expected[place].Repeats))
            {
                break;
            }
        }

        return next;
    }

    // A line that is nothing but a field would match anything: its control must stand there.
    private LineMatch? MatchOf(int line, ExpectedLine wanted) =>
        wanted.IsBare && lines[line].Shape.Fields.Count == 0 ? null
        : wanted.Pattern.Match(lines[line].Shape, values.Of) is { } match && (!wanted.IsGuess || wanted.Pattern.IsSure(match)) ? match : null;

    private void Claim(int line, int place, LineMatch? match)
    {
        found.Add(place);
        claims[line] = new ClaimedLine(place, expected[place], match);
    }

    // The free lines between two found ones, and the lost lines that belong between them.
    private List<Gap> Split(List<int> candidates)
    {
        var (gaps, free, from) = (new List<Gap>(), new List<int>(), -1);
        foreach (var line in candidates)
        {
            if (!claims.TryGetValue(line, out var claim))
            {
                free.Add(line);
                continue;
            }

            gaps.Add(new Gap(free, Between(from, claim.Place)));
            (free, from) = ([], claim.Place);
        }

        gaps.Add(new Gap(free, Between(from, expected.Count)));
        return [.. gaps.Where(gap => gap.Lines.Count > 0 && gap.Lost.Count > 0)];
    }

    private List<int> Between(int from, int to) => [.. Enumerable.Range(from + 1, Math.Max(0, to - from - 1)).Where(place => !found.Contains(place))];

    private sealed record Gap(List<int> Lines, List<int> Lost);
}
