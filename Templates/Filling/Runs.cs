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

    public static XElement Italic(XElement? properties)
    {
        var italic = properties is null ? Element("rPr") : new XElement(properties);
        italic.Elements(W + "i").Concat(italic.Elements(W + "iCs")).Remove();
        // The schema wants italic after bold and before size.
        var bold = italic.Elements().LastOrDefault(element => element.Name == W + "b" || element.Name == W + "bCs" || element.Name == W + "rFonts" || element.Name == W + "rStyle");
        XElement[] marks = [Element("i"), Element("iCs")];
        if (bold is null)
        {
            italic.AddFirst(marks);
        }
        else
        {
            bold.AddAfterSelf(marks);
        }

        return italic;
    }

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
