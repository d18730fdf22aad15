using System.Globalization;
using System.Xml.Linq;

namespace HocTap.Office.Tests.Render;

/// <summary>A printed line: its page from 1, its words, its box in millimetres from the top left of the page.</summary>
internal sealed record PrintedLine(int Page, string Text, double Left, double Top, double Right, double Height);

internal static class RenderedPage
{
    public static List<PrintedLine> Lines(string boxes)
    {
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return
        [
            .. XDocument.Parse(boxes).Descendants(html + "page").SelectMany((page, index) => page.Descendants(html + "line").Select(line => new PrintedLine(
                index + 1,
                string.Join(' ', line.Elements(html + "word").Select(word => word.Value)),
                Millimetres(line, "xMin"), Millimetres(line, "yMin"), Millimetres(line, "xMax"), Millimetres(line, "yMax") - Millimetres(line, "yMin"))))
                .OrderBy(line => line.Page).ThenBy(line => line.Top),
        ];
    }

    private static double Millimetres(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture) * 25.4 / 72;
}
