using System.Globalization;
using HocTap.Office.Templates.Checking.Looks;
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

    public const string HasColor = "có màu nền";

    public const string NoColor = "không có màu nền";

    public static string Capitals(Capitals capitals) => capitals switch
    {
        Looks.Capitals.AsTyped => "chữ như đã gõ",
        Looks.Capitals.All => "in hoa toàn bộ (All caps)",
        Looks.Capitals.Small => "in hoa nhỏ (Small caps)",
    };

    public static string Strike(Strikes strikes) => strikes switch
    {
        Strikes.None => "không gạch ngang",
        Strikes.Single => "gạch ngang một đường",
        Strikes.Double => "gạch ngang hai đường",
    };

    /// <summary>The line of a rule, by its kind and thickness.</summary>
    public static string RuleLine(string kind, int eighthPoints) => $"{(kind == "single" ? "nét liền" : "nét kiểu khác")}, dày {(eighthPoints / 8.0).ToString("0.##", VietnameseText.Culture)} pt";

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", VietnameseText.Culture);

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
