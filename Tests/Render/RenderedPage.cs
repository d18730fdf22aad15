using System.Globalization;
using System.Xml.Linq;

namespace HocTap.Office.Tests.Render;

/// <summary>A printed line: its page from 1, its words, its box in millimetres from the top left of the page.</summary>
internal sealed record PrintedLine(int Page, string Text, double Left, double Top, double Right, double Height);

internal static class RenderedPage
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    public static List<PrintedLine> Lines(string boxes) => Boxes(boxes, "line", line => string.Join(' ', line.Elements(Html + "word").Select(word => word.Value)));

    /// <summary>The words: where columns stand close, a line of the tool runs through several of them.</summary>
    public static List<PrintedLine> Words(string boxes) => Boxes(boxes, "word", word => word.Value);

    private static List<PrintedLine> Boxes(string boxes, string kind, Func<XElement, string> textOf) =>
    [
        .. XDocument.Parse(boxes).Descendants(Html + "page").SelectMany((page, index) => page.Descendants(Html + kind).Select(box => new PrintedLine(
            index + 1, textOf(box), Millimetres(box, "xMin"), Millimetres(box, "yMin"), Millimetres(box, "xMax"), Millimetres(box, "yMax") - Millimetres(box, "yMin"))))
            .OrderBy(line => line.Page).ThenBy(line => line.Top),
    ];

    private static double Millimetres(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture) * 25.4 / 72;
}
