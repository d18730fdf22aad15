namespace HocTap.Office.Templates.Salvage;

/// <summary>Where a wording was found among letters, and how many letters differ.</summary>
internal readonly record struct Likeness(int Start, int End, int Errors);

/// <summary>Finds wordings that were typed or scanned with slips: a letter too many, too few, or another one.</summary>
internal static class Approximate
{
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

        var row = Enumerable.Range(0, longest + 1).ToArray();
        for (var i = 1; i <= wording.Length; i++)
        {
            var (diagonal, least) = (row[0], row[0] = i);
            for (var j = 1; j <= longest; j++)
            {
                var above = row[j];
                row[j] = wording[i - 1] == letters[from + j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(above, row[j - 1]));
                (diagonal, least) = (above, Math.Min(least, row[j]));
            }

            if (least > most)
            {
                return null;
            }
        }

        var end = Enumerable.Range(0, longest + 1).MinBy(j => (row[j], Math.Abs(j - wording.Length)));
        return row[end] <= most ? new Likeness(from, from + end, row[end]) : null;
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
