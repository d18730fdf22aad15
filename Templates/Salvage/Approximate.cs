namespace HocTap.Office.Templates.Salvage;

/// <summary>Where a wording was found among letters, and how many letters differ.</summary>
internal readonly record struct Likeness(int Start, int End, int Errors);

/// <summary>Finds wordings that were typed or scanned with slips: a letter too many, too few, or another one.</summary>
internal static class Approximate
{
    private const int OnStack = 256;

    /// <summary>How many slips a wording bears: none in a short one, whose neighbours are real words too.</summary>
    public static int Allowed(int length) => length < 6 ? 0 : Math.Max(1, length / 8);

    /// <summary>The wording at a place; null when it is not there. Of equal ends the one nearest to the wording's own length.</summary>
    public static Likeness? At(string wording, string letters, int from, int most)
    {
        var longest = Math.Min(letters.Length - from, wording.Length + most);
        if (longest < wording.Length - most)
        {
            return null;
        }

        // Only lengths that differ by no more than the slips can end well: a row is looked at no farther than that from its middle.
        Span<int> row = longest < OnStack ? stackalloc int[longest + 1] : new int[longest + 1];
        for (var j = 0; j <= longest; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= wording.Length; i++)
        {
            if (Next(row, i, wording[i - 1], letters.AsSpan(from, longest), most) > most)
            {
                return null;
            }
        }

        var end = Nearest(row, wording.Length, most);
        return row[end] <= most ? new Likeness(from, from + end, row[end]) : null;
    }

    // The next row of distances in place of the last one; its least.
    private static int Next(Span<int> row, int i, char letter, ReadOnlySpan<char> letters, int most)
    {
        var first = Math.Max(1, i - most);
        var (diagonal, least) = (row[first - 1], row[first - 1] = first == 1 ? i : most + 1);
        for (var j = first; j <= Math.Min(letters.Length, i + most); j++)
        {
            var above = row[j];
            row[j] = letter == letters[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(above, row[j - 1]));
            (diagonal, least) = (above, Math.Min(least, row[j]));
        }

        return least;
    }

    private static int Nearest(Span<int> row, int length, int most)
    {
        var end = Math.Max(0, length - most);
        for (var j = end + 1; j < Math.Min(row.Length, length + most + 1); j++)
        {
            end = (row[j], Math.Abs(j - length)).CompareTo((row[end], Math.Abs(end - length))) < 0 ? j : end;
        }

        return end;
    }

    /// <summary>The whole of the letters.</summary>
    public static Likeness? Whole(string wording, string letters) =>
        Math.Abs(wording.Length - letters.Length) <= Allowed(wording.Length) && At(wording, letters, 0, Allowed(wording.Length)) is { } found
            && found.Errors + letters.Length - found.End is var errors && errors <= Allowed(wording.Length) ? new Likeness(0, letters.Length, errors) : null;

    /// <summary>The first place, at a start that a test admits, where the wording stands.</summary>
    public static Likeness? Find(string wording, string letters, int from, int most, Func<int, bool> mayStart)
    {
        for (var start = from; start <= letters.Length - wording.Length + most; start++)
        {
            if (mayStart(start) && At(wording, letters, start, most) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
