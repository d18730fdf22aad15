using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HocTap.Office.Tests.Render;

/// <summary>A horizontal rule on the first page, in millimetres from the left edge.</summary>
internal sealed record PdfRule(double Left, double Right);

/// <summary>Finds drawn lines in a PDF: text tools do not show them, the page's own drawing does.</summary>
internal static partial class PdfRules
{
    public static List<PdfRule> Of(string path)
    {
        var drawing = FirstStream(File.ReadAllBytes(path));
        return
        [
            .. Stroke().Matches(drawing).Select(match => (X1: Number(match, 1), Y1: Number(match, 2), X2: Number(match, 3), Y2: Number(match, 4)))
                .Where(line => Math.Abs(line.Y1 - line.Y2) < 0.01)
                .Select(line => new PdfRule(Math.Min(line.X1, line.X2) * 25.4 / 72, Math.Max(line.X1, line.X2) * 25.4 / 72))
                .Distinct(),
        ];
    }

    private static string FirstStream(byte[] pdf)
    {
        var start = pdf.AsSpan().IndexOf("stream\n"u8) + 7;
        using var inflate = new ZLibStream(new MemoryStream(pdf[start..]), CompressionMode.Decompress);
        using var reader = new StreamReader(inflate, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9.]+) ([0-9.]+) m\s+([0-9.]+) ([0-9.]+) l\s+S")]
    private static partial Regex Stroke();
}
