using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HocTap.Office.Tests.Render;

/// <summary>A horizontal rule on the first page, in millimetres from the left edge.</summary>
internal sealed record PdfRule(double Left, double Right);

/// <summary>A drawn line: its page from 1, its ends in millimetres from the top left of the page.</summary>
internal sealed record PdfLine(int Page, double Left, double Top, double Right, double Bottom)
{
    public bool IsLevel => Bottom - Top < 0.05;

    public bool IsUpright => Right - Left < 0.05;
}

/// <summary>Finds drawn lines in a PDF: text tools do not show them, the page's own drawing does.</summary>
internal static partial class PdfRules
{
    private const double Millimetre = 72 / 25.4;

    public static List<PdfRule> Of(string path) =>
        [.. Lines(path).Where(line => line is { Page: 1, IsLevel: true }).Select(line => new PdfRule(line.Left, line.Right)).Distinct()];

    public static List<PdfLine> Lines(string path)
    {
        var pdf = File.ReadAllBytes(path);
        var text = Encoding.Latin1.GetString(pdf);
        return [.. Kids().Match(text).Groups[1].Value.Split(" 0 R", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany((number, index) => OfPage(pdf, text, number, index + 1)).Distinct()];
    }

    private static IEnumerable<PdfLine> OfPage(byte[] pdf, string text, string number, int page)
    {
        var found = Regex.Match(text, $@"\n{number} 0 obj\n<</Type/Page/.*?/MediaBox\[0 0 [0-9.]+ ([0-9.]+)\].*?/Contents ([0-9]+) 0 R", RegexOptions.Singleline);
        var (height, content) = (Number(found, 1), text.IndexOf($"\n{found.Groups[2].Value} 0 obj", StringComparison.Ordinal));
        foreach (Match line in Stroke().Matches(Inflate(pdf, text.IndexOf("stream\n", content, StringComparison.Ordinal) + 7)))
        {
            var (x, y) = line.Groups[1].Success ? (Number(line, 1), Number(line, 2)) : (0, 0);
            var (x1, y1, x2, y2) = (x + Number(line, 3), height - y - Number(line, 4), x + Number(line, 5), height - y - Number(line, 6));
            yield return new PdfLine(page, Math.Min(x1, x2) / Millimetre, Math.Min(y1, y2) / Millimetre, Math.Max(x1, x2) / Millimetre, Math.Max(y1, y2) / Millimetre);
        }
    }

    private static string Inflate(byte[] pdf, int start)
    {
        using var inflate = new ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), CompressionMode.Decompress);
        using var reader = new StreamReader(inflate, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // An underline is drawn from a place of its own.
    [GeneratedRegex(@"(?:1 0 0 1 ([-0-9.]+) ([-0-9.]+) cm\s+[^\n]*\n)?([-0-9.]+) ([-0-9.]+) m\s+([-0-9.]+) ([-0-9.]+) l\s+S")]
    private static partial Regex Stroke();

    [GeneratedRegex(@"/Kids\[ ?([^\]]*)\]")]
    private static partial Regex Kids();
}
