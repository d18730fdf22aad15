using System.Globalization;
using System.Text.RegularExpressions;

namespace HocTap.Office.Templates.Text;

/// <summary>Dates as Party and state papers write them («ngày 05 tháng 02 năm 2024», «04/3/2024»), and back.</summary>
/// <remarks>Days below 10 and months 1 and 2 take a leading zero, months 3 to 9 none: a digit cannot be put in front afterwards.</remarks>
public static partial class VietnameseDates
{
    /// <summary>The long form of the place and date line.</summary>
    public static string Long(DateOnly date) => $"ngày {Day(date)} tháng {Month(date)} năm {Year(date)}";

    /// <summary>The short form of citations and birthdays.</summary>
    public static string Short(DateOnly date) => $"{Day(date)}/{Month(date)}/{Year(date)}";

    /// <summary>The form of the wire, <c>yyyy-MM-dd</c>.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The whole line of place and date.</summary>
    public static string Line(string place, DateOnly date) => $"{place}, {Long(date)}";

    /// <summary>Reads the form of the wire only.</summary>
    public static bool TryParseIso(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads a day as people write it, day before month; false when it is not surely one day.</summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        var words = VietnameseText.Words(text).ToUpperInvariant();
        if (TryParseIso(words, out date))
        {
            return true;
        }

        var match = LongForm().Match(words);
        match = match.Success ? match : ShortForm().Match(words);
        return match.Success && TryBuild(match, out date);
    }

    /// <summary>True for a printed blank such as «ngày ..... tháng ..... năm 2024»: no day and no month.</summary>
    public static bool IsBlank(string? text)
    {
        var words = VietnameseText.Words(text).ToUpperInvariant();
        return BlankForm().IsMatch(words);
    }

    private static bool TryBuild(Match match, out DateOnly date)
    {
        date = default;
        var (day, month, year) = (Number(match, "d"), Number(match, "m"), Number(match, "y"));
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.Day.ToString("00", CultureInfo.InvariantCulture);

    private static string Month(DateOnly date) => date.Month.ToString(date.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Year(DateOnly date) => date.Year.ToString("0000", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?:NGÀY )?(?<d>[0-9]{1,2}) THÁNG (?<m>[0-9]{1,2})(?:,)? NĂM (?<y>[0-9]{4})\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LongForm();

    [GeneratedRegex(@"\A(?:NGÀY )?(?<d>[0-9]{1,2}) ?(?<s>[/.\-]) ?(?<m>[0-9]{1,2}) ?\k<s> ?(?<y>[0-9]{4})\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();

    [GeneratedRegex(@"\A(?:(?:NGÀY)? ?[.…_ ]* ?(?:THÁNG) ?[.…_ ]* ?(?:NĂM) ?[0-9.…_ ]*|[.…_/\- ]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex BlankForm();
}
