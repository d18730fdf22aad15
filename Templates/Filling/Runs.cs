using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>Runs of text made of a value: always text, never markup; tabs become Word's own tabs.</summary>
internal static class Runs
{
    public static XElement Of(string text, XElement? properties) => Element("r",
        properties is null ? null : new XElement(properties),
        text.Split('\t').SelectMany((piece, index) => Pieces(piece, afterTab: index > 0)));

    /// <summary>The run properties of the first run below an element, without the style of placeholders.</summary>
    public static XElement? PropertiesIn(XElement container)
    {
        var first = container.Descendants(W + "r").FirstOrDefault()?.Element(W + "rPr");
        if (first is null)
        {
            return null;
        }

        var copy = new XElement(first);
        copy.Elements(W + "rStyle").Where(style => (string?)style.Attribute(W + "val") == PlaceholderStyle).Remove();
        return copy.HasElements ? copy : null;
    }

    public static XElement Italic() => Element("rPr", Element("i"), Element("iCs"));

    private static IEnumerable<XElement> Pieces(string piece, bool afterTab)
    {
        if (afterTab)
        {
            yield return Element("tab");
        }

        if (piece.Length > 0)
        {
            yield return Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), piece);
        }
    }
}
