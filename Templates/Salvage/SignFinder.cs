using System.Text.RegularExpressions;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A sign found in a line.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Quality">How surely it is meant.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where what belongs to it begins, behind the colon.</param>
/// <param name="Letters">How many letters of the line are its own.</param>
/// <param name="Errors">How many of them are slips.</param>
/// <param name="IsAlone">True when the line ends behind it, or a colon or the like parts it from the rest.</param>
/// <param name="IsOwn">True for the form's own wording.</param>
internal sealed record SignHit(Sign Sign, double Quality, int Start, int End, int Letters, int Errors = 0, bool IsAlone = false, bool IsOwn = false)
{
    private const int SlipWeighs = 3;

    /// <summary>What makes one sign better than another: more of its own letters, fewer slips.</summary>
    public int Weight => Letters - (SlipWeighs * Errors);
}

/// <summary>Finds the signs of a form in typed lines, slips allowed.</summary>
internal static partial class SignFinder
{
    /// <summary>Less is another wording.</summary>
    public const double Enough = 0.45;

    private const double NoColon = 0.7;
    private const double NoColonWithoutMark = 0.5;
    private const int MostInLine = 12;

    /// <summary>The best sign at the beginning of a line, with or without a number before it; null when there is none.</summary>
    public static SignHit? AtStart(TypedLine line, IEnumerable<Sign> signs) => Best(signs.SelectMany(sign => Hits(line, line.WordsStart, sign)));

    /// <summary>All signs at the beginning of a line, the best first.</summary>
    public static IReadOnlyList<SignHit> AllAtStart(TypedLine line, IEnumerable<Sign> signs) =>
        [.. signs.SelectMany(sign => Hits(line, line.WordsStart, sign)).OrderByDescending(hit => hit.Weight)];

    /// <summary>The signs of a line from left to right: one at its beginning, others behind it when a colon follows them.</summary>
    public static IReadOnlyList<SignHit> InLine(TypedLine line, IReadOnlyList<Sign> signs)
    {
        var (found, from) = (new List<SignHit>(), 0);
        if (AtStart(line, signs) is { } first)
        {
            found.Add(first);
            from = first.End;
        }

        foreach (var colon in Colon().Matches(line.Text).Select(match => match.Index).Where(index => index >= from).Take(MostInLine))
        {
            if (colon >= from && EndingAt(line, from, colon, signs) is { } inner)
            {
                found.Add(inner);
                from = inner.End;
            }
        }

        return found;
    }

    /// <summary>True when a line is one of some texts as a whole.</summary>
    public static bool IsWhole(string text, IEnumerable<Wording> wordings) =>
        FoldedText.LettersOf(text) is { Length: > 0 } letters && wordings.Any(wording => Approximate.Whole(wording.Letters, letters) is not null);

    private static SignHit? EndingAt(TypedLine line, int from, int colon, IReadOnlyList<Sign> signs)
    {
        var (starts, folded) = (Words().Matches(line.Text[from..colon]).Select(match => from + match.Index), line.Folded);
        return Best(from start in starts
                    from sign in signs
                    from hit in Hits(line, start, sign)
                    where hit.End > colon && hit.Quality >= Wording.Guess && folded.LetterAt(colon) - folded.LetterAt(start) == hit.Letters
                    select hit);
    }

    private static SignHit? Best(IEnumerable<SignHit> hits) => hits.Where(hit => hit.Quality >= Enough).OrderByDescending(hit => hit.Weight).ThenByDescending(hit => hit.Quality).FirstOrDefault();

    private static IEnumerable<SignHit> Hits(TypedLine line, int start, Sign sign)
    {
        var folded = line.Folded;
        var from = folded.LetterAt(start);
        foreach (var wording in sign.Wordings)
        {
            if (Approximate.At(wording.Letters, folded.Letters, from, Approximate.Allowed(wording.Letters.Length)) is not { } found || !folded.StartsWord(found.End))
            {
                continue;
            }

            if (Behind(line, folded.EndOf(found.End), sign, wording, start > 0 && start == line.WordsStart) is var (end, factor))
            {
                yield return new SignHit(sign, wording.Quality * factor * (1 - ((double)found.Errors / wording.Letters.Length)), start, end, found.End - from, found.Errors,
                    end > folded.EndOf(found.End) || end == line.Text.Length, wording.Quality >= 1);
            }
        }
    }

    // What stands behind decides: a colon, the end, brackets before them, or the value itself.
    private static (int End, double Factor)? Behind(TypedLine line, int end, Sign sign, Wording wording, bool isMarked)
    {
        if (sign.Kind == SignKind.RowHeading)
        {
            return (wording.Letters.EndsWith("thu", StringComparison.Ordinal) ? Ordinal() : Number()).Match(line.Text, end) is { Success: true } number ? (end + number.Length, 1) : null;
        }

        // Labels of other papers are words of values as well: only a colon makes them labels.
        if (sign.Kind == SignKind.Other)
        {
            return OnlyColon().Match(line.Text, end) is { Success: true } colon ? (end + colon.Length, 1) : null;
        }

        if (Separator().Match(line.Text, end) is { Success: true } separator)
        {
            return (end + separator.Length, 1);
        }

        return sign.Kind switch
        {
            SignKind.Fixed or SignKind.End => (end, FoldedText.LettersOf(sign.Words).Length >= 15 ? 1 : NoColonWithoutMark),
            SignKind.Label => (end, NoColon),
            SignKind.Heading or SignKind.RowLabel when isMarked => (end, NoColonWithoutMark),
            _ => null,
        };
    }

    [GeneratedRegex(@"\G\s*(?:\([^()]{0,80}\)\s*)?(?:[:;：]+\.*|[.…_\s]*\z|[.…_]{3,}|\t|\s-\s|\s–\s)\s*")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\G\s*(?:\([^()]{0,80}\)\s*)?[:：]+\s*")]
    private static partial Regex OnlyColon();

    [GeneratedRegex(@"\G\s*(?:[0-9]{1,2}|nhất|hai|ba|tư|năm|sáu)\s*(?:\([^()]{0,80}\)\s*)?(?:[:.;)\-–]+|\z)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\G\s*(?:[0-9]{1,2}|[IVX]{1,4}\b)\s*(?:\([^()]{0,80}\)\s*)?(?:[:.;)\-–]+|\z)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"[:：]")]
    private static partial Regex Colon();

    [GeneratedRegex(@"(?<![\p{L}\p{M}0-9])[\p{L}]")]
    private static partial Regex Words();
}
