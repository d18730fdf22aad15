using System.Globalization;
using System.Xml.Linq;

namespace HocTap.Office.Tests.Render.Layout;

/// <summary>A word as printed, in millimetres from the top left of its page; its size in points.</summary>
internal sealed record PaperWord(int Page, string Text, double Left, double Right, double Baseline, double Points);

/// <summary>Words on one baseline.</summary>
internal sealed record PaperLine(int Page, double Baseline, IReadOnlyList<PaperWord> Words)
{
    public double Left => Words.Min(word => word.Left);

    public double Right => Words.Max(word => word.Right);

    public double Middle => (Left + Right) / 2;

    public string Text => string.Join(' ', Words.Select(word => word.Text));
}

/// <summary>Everything that can be measured on a printed paper.</summary>
internal sealed class MeasuredPaper
{
    // The text tool takes a letter to reach 0.95 of its size above the baseline and 0.35 below.
    private const double Ascent = 0.95;
    private const double Box = 1.3;
    private const double SameLine = 0.6;

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    public MeasuredPaper(string boxes, IReadOnlyList<PdfLine> rules)
    {
        var pages = XDocument.Parse(boxes).Descendants(Html + "page").ToList();
        Rules = rules;
        (Pages, Width, Height) = (pages.Count, Millimetres(pages[0], "width"), Millimetres(pages[0], "height"));
        Words = [.. pages.SelectMany((page, index) => page.Descendants(Html + "word").Select(word => Word(word, index + 1)))];
    }

    public int Pages { get; }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<PaperWord> Words { get; }

    public IReadOnlyList<PdfLine> Rules { get; }

    /// <summary>The lines of a page from the top, of the words whose middles lie in a stretch of its width.</summary>
    public List<PaperLine> Lines(int page, double from = 0, double to = double.MaxValue)
    {
        var lines = new List<List<PaperWord>>();
        foreach (var word in Words.Where(word => word.Page == page && (word.Left + word.Right) / 2 > from && (word.Left + word.Right) / 2 < to).OrderBy(word => word.Baseline))
        {
            if (lines.Count > 0 && word.Baseline - lines[^1][0].Baseline < SameLine)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return [.. lines.Select(words => new PaperLine(page, words[0].Baseline, [.. words.OrderBy(word => word.Left)]))];
    }

    /// <summary>The first line of all pages that begins so.</summary>
    public PaperLine Line(string start) => AllLines.First(line => line.Text.StartsWith(start, StringComparison.Ordinal));

    public IEnumerable<PaperLine> AllLines => Enumerable.Range(1, Pages).SelectMany(page => Lines(page));

    private static PaperWord Word(XElement word, int page)
    {
        var (top, height) = (Millimetres(word, "yMin"), Millimetres(word, "yMax") - Millimetres(word, "yMin"));
        return new PaperWord(page, word.Value.Normalize(), Millimetres(word, "xMin"), Millimetres(word, "xMax"), top + (height * Ascent / Box), height / Box * 72 / 25.4);
    }

    private static double Millimetres(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture) * 25.4 / 72;
}
