using System.Globalization;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Where the title of a form stands in a document.</summary>
/// <param name="First">Its first line.</param>
/// <param name="Last">Its last line.</param>
/// <param name="Quality">How much of it is as the form has it.</param>
/// <param name="Year">The year it names; null when it names none.</param>
internal sealed record TitlePlace(int First, int Last, double Quality, int? Year)
{
    /// <summary>Its lines; others that somebody typed between them are none of them.</summary>
    public required IReadOnlyList<TypedLine> Lines { get; init; }
}

/// <summary>Finds the title of a form.</summary>
internal static class TitleFinder
{
    private const int SlipsShare = 6;
    private const int YearWithin = 8;

    public static TitlePlace? Find(TypedRun run, string title)
    {
        if (title.Length == 0)
        {
            return null;
        }

        var best = run.LineStarts.Select(start => Approximate.At(title, run.Letters, start, title.Length / SlipsShare)).FirstOrDefault(found => found is not null);
        return best is { } place ? Build(run, title, place) : TornTitle.Find(run.Lines, title);
    }

    private static TitlePlace Build(TypedRun run, string title, Likeness place)
    {
        var year = YearAt(run.Letters, place.End);
        var last = year is var (_, end) ? end : place.End;
        var lines = run.Between(place.Start, last).Select(part => part.Line).ToList();
        return new TitlePlace(lines[0].Number, lines[^1].Number, 1 - ((double)place.Errors / title.Length), year?.Year) { Lines = lines };
    }

    // A slip of the match may have taken in the year's first digits.
    public static (int Year, int End)? YearAt(string letters, int end)
    {
        for (var at = Math.Max(0, end - 4); at <= end + YearWithin && at + 4 <= letters.Length; at++)
        {
            if (letters.AsSpan(at, 2) is "20" or "19" && int.TryParse(letters.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && (at == 0 || !char.IsDigit(letters[at - 1])))
            {
                return (year, at + 4);
            }
        }

        return null;
    }
}
