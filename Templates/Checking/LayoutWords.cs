using System.Globalization;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Checking;

/// <summary>Measures and looks in the words of people who type documents.</summary>
internal static class LayoutWords
{
    private const double TwipsOfMillimetre = 1440 / 25.4;

    public static string Points(int twips) => $"{Number(twips / 20.0)} pt";

    public static string Millimetres(int twips) => $"{Number(twips / TwipsOfMillimetre)} mm";

    public static string Size(int halfPoints) => $"cỡ {Number(halfPoints / 2.0)}";

    public static string YesNo(bool on, string what) => on ? what : $"không {what}";

    public static string Line(int line, string rule) => rule switch
    {
        "exact" => $"đúng {Points(line)}",
        "atLeast" => $"ít nhất {Points(line)}",
        _ when line == 240 => "dòng đơn",
        _ => $"{Number(line / 240.0)} dòng",
    };

    public static string Align(string align) => align switch
    {
        "left" => "căn trái",
        "right" => "căn phải",
        "center" => "căn giữa",
        "both" => "căn đều hai bên",
        _ => "căn kiểu khác",
    };

    public static string FirstLine(int twips) => twips switch
    {
        0 => "không thụt",
        > 0 => $"thụt {Millimetres(twips)}",
        _ => $"thụt treo {Millimetres(-twips)}",
    };

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", VietnameseText.Culture);

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
