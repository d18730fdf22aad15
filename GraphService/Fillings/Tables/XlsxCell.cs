using System.Globalization;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>A value of a cell as a Vietnamese clerk sees it in Excel: days day first, whole numbers bare, the comma as decimal sign.</summary>
internal static class XlsxCell
{
    // Excel keeps no more digits; the others are noise of binary fractions.
    private const double LargestExact = 1e15;

    /// <summary>The text of a value; "" for none.</summary>
    public static string Text(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        DateTime moment => Moment(moment),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        double number => Number(number, format ?? ""),
        bool truth => truth ? "đúng" : "sai",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Moment(DateTime moment)
    {
        var day = VietnameseDates.Short(DateOnly.FromDateTime(moment));
        return moment.TimeOfDay == TimeSpan.Zero ? day : day + moment.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }

    // Codes and telephone numbers are often numbers whose leading zeros only the format shows.
    private static string Number(double number, string format)
    {
        if (Math.Abs(number) >= LargestExact)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        var exact = (decimal)number;
        return format.Length > 1 && format.All(letter => letter == '0') ? exact.ToString(format, CultureInfo.InvariantCulture)
            : format.EndsWith('%') ? Plain(exact * 100) + "%"
            : Plain(exact);
    }

    private static string Plain(decimal number) => number.ToString("0.##############", CultureInfo.InvariantCulture).Replace('.', ',');
}
