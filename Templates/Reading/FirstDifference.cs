namespace HocTap.Office.Templates.Reading;

/// <summary>Where a changed line of the form first says something else than the form.</summary>
internal static class FirstDifference
{
    private const char Place = '…';

    /// <summary>The place of the difference in both lines.</summary>
    /// <param name="line">The form's line as shown to people, three dots where a field stands.</param>
    /// <param name="now">The line on paper, with what the fields say.</param>
    public static (int InLine, int InNow) Of(string line, string now)
    {
        var (start, from) = (0, 0);
        foreach (var piece in line.Split(Place))
        {
            var words = piece.Trim();
            var (at, length) = start == 0 ? (0, CommonStart(words, now)) : Longest(words, now, from);
            start += piece.Length - piece.TrimStart().Length;
            if (length < words.Length)
            {
                return (start + length, at + length);
            }

            start += piece.TrimStart().Length + 1;
            from = at + length;
        }

        return (Math.Min(start, line.Length), from);
    }

    // As many words from the beginning of a piece as stand together on paper.
    private static (int At, int Length) Longest(string words, string now, int from)
    {
        for (var length = words.Length; length > 0; length = words.LastIndexOf(' ', length - 1))
        {
            var at = now.IndexOf(words[..length], from, StringComparison.Ordinal);
            if (at >= 0)
            {
                return (at, length);
            }
        }

        return (from, 0);
    }

    private static int CommonStart(string words, string now) => words.AsSpan().CommonPrefixLength(now);
}
