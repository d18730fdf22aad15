using System.Globalization;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A day found in typed words: what it is, how surely, where it stands, and what else it may be.</summary>
internal sealed record TypedDate(DateOnly Day, double Quality, int Start, int End, DateOnly? Other);

/// <summary>Reads days in all the ways people type them; more lenient than <see cref="VietnameseDates"/>, and therefore never without its doubt.</summary>
internal static partial class TypedDates
{
    private const double Doubtful = 0.5;

    // No birthday and no document of ours lies outside; what does is a slip.
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly Dictionary<string, int> Numerals = new()
    {
        ["I"] = 1, ["II"] = 2, ["III"] = 3, ["IV"] = 4, ["V"] = 5, ["VI"] = 6, ["VII"] = 7, ["VIII"] = 8, ["IX"] = 9, ["X"] = 10, ["XI"] = 11, ["XII"] = 12,
        ["GIENG"] = 1, ["MOT"] = 1, ["HAI"] = 2, ["BA"] = 3, ["TU"] = 4, ["BON"] = 4, ["NAM"] = 5, ["SAU"] = 6, ["BAY"] = 7, ["TAM"] = 8, ["CHIN"] = 9, ["MUOI"] = 10, ["CHAP"] = 12,
    };

    /// <summary>The first day in a text; null when there is none, or only a blank to be filled by hand.</summary>
    public static TypedDate? Find(string text)
    {
        var plain = SafeAscii.WithoutMarks(text.ToUpperInvariant());
        return plain.Length != text.Length ? null
            : new[] { LongForm().Match(plain), IsoForm().Match(plain), ShortForm().Match(plain) }.Where(match => match.Success).OrderBy(match => match.Index).Select(Build).FirstOrDefault(date => date is not null);
    }

    /// <summary>True when a text begins the long form of a day, blank or not.</summary>
    public static bool HasLongForm(string text) => LongBlank().IsMatch(SafeAscii.WithoutMarks(text.ToUpperInvariant()));

    /// <summary>Where the words of the long form begin; -1 where there is none.</summary>
    public static int LongFormStart(string text) => LongBlank().Match(SafeAscii.WithoutMarks(text.ToUpperInvariant())) is { Success: true } match ? match.Index : -1;

    private static TypedDate? Build(Match match)
    {
        if (!TryNumber(match.Groups["d"].Value, out var day) || !TryNumber(match.Groups["m"].Value, out var month) || !TryYear(match.Groups["y"].Value, out var year, out var isShort))
        {
            return null;
        }

        // A month above twelve is a day in the American order.
        var swapped = month > 12 && day <= 12;
        (day, month) = swapped ? (month, day) : (day, month);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new TypedDate(new DateOnly(year, month, day), swapped || isShort ? Doubtful : 1, match.Index, match.Index + match.Length, isShort && year >= 2000 ? new DateOnly(year - 100, month, Math.Min(day, 28)) : null)
            : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || Numerals.TryGetValue(text, out number);

    private static bool TryYear(string text, out int year, out bool isShort)
    {
        isShort = text.Length == 2;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year))
        {
            return false;
        }

        year += isShort ? year < 40 ? 2000 : 1900 : 0;
        return year is >= FirstYear and <= LastYear;
    }

    [GeneratedRegex(@"(?:NGAY)?\s*(?:MUNG\s*|MONG\s*)?[.…_]*\s*(?<d>[0-9]{1,2})\s*[.…_]*\s*,?\s*(?:THANG|THG)\s*[.…_]*\s*(?<m>[0-9]{1,2}|GIENG|MOT|HAI|BA|TU|BON|NAM(?=\s*,?\s*NAM)|SAU|BAY|TAM|CHIN|MUOI|CHAP)\s*[.…_]*\s*,?\s*(?:NAM\s*[.…_]*\s*|/\s*)(?<y>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LongForm();

    [GeneratedRegex(@"(?:NGAY\s*)?(?<![0-9/.\-])(?<d>[0-9]{1,2})\s*(?<s>[/.\-–,])\s*(?<m>[0-9]{1,2}|[IVX]{1,4})\s*\k<s>\s*(?<y>[0-9]{4}|[0-9]{2})(?![0-9/\-])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();

    [GeneratedRegex(@"(?<![0-9])(?<y>[0-9]{4})\s*(?<s>[/.\-])\s*(?<m>[0-9]{1,2})\s*\k<s>\s*(?<d>[0-9]{1,2})(?![0-9/\-])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"NGAY\s*[0-9.…_/\s]*,?\s*(?:THANG|THG|/)", RegexOptions.CultureInvariant)]
    private static partial Regex LongBlank();
}
