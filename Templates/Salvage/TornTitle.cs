namespace HocTap.Office.Templates.Salvage;

/// <summary>Finds a title that somebody typed other lines into, line by line.</summary>
internal static class TornTitle
{
    private const int MostBetween = 2;
    private const int ShortestBegin = 6;

    // One line that belongs nowhere is a slip; how much of the title is right is still told by its letters.
    private const double Torn = 0.9;

    public static TitlePlace? Find(IEnumerable<TypedLine> lines, string title)
    {
        var all = lines.ToList();
        return Enumerable.Range(0, all.Count).Select(first => At(all, first, title)).FirstOrDefault(found => found is not null);
    }

    private static TitlePlace? At(List<TypedLine> all, int first, string title)
    {
        var (own, at, between) = (new List<TypedLine>(), 0, 0);
        for (var i = first; i < all.Count && at < title.Length && between <= MostBetween; i++)
        {
            var letters = all[i].Folded.Letters[all[i].Folded.LetterAt(all[i].WordsStart)..];
            if (Taken(title[at..], letters) is > 0 and var taken)
            {
                own.Add(all[i]);
                at += taken;
            }
            else if (own.Count == 0)
            {
                return null;
            }
            else
            {
                between++;
            }
        }

        return at < title.Length ? null : new TitlePlace(own[0].Number, own[^1].Number, Torn, YearIn(own[^1])) { Lines = own };
    }

    // The line is the next part of the title as a whole, or its end with the year behind it.
    private static int Taken(string rest, string letters) =>
        letters.Length < Math.Min(ShortestBegin, rest.Length) ? 0
        : letters.Length >= rest.Length ? Approximate.At(rest, letters, 0, Approximate.Allowed(rest.Length)) is not null ? rest.Length : 0
        : Approximate.Whole(rest[..letters.Length], letters) is not null ? letters.Length : 0;

    private static int? YearIn(TypedLine line) => TitleFinder.YearAt(line.Folded.Letters, Math.Max(0, line.Folded.Letters.Length - 8))?.Year;
}
