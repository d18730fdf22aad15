using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Something the eye sees on paper and that is no text.</summary>
internal enum UnreadKind
{
    /// <summary>A picture, a drawing, an object.</summary>
    Picture,

    /// <summary>Words in a box of their own.</summary>
    TextBox,

    /// <summary>A formula; its letters are read, its build is not.</summary>
    Formula,

    /// <summary>A sign of a font whose signs we do not know.</summary>
    Sign,

    /// <summary>A note at the end of the page or of the text.</summary>
    Note,

    /// <summary>A number that Word counts in a way we do not know.</summary>
    Number,

    /// <summary>A field whose instruction alone says what is seen.</summary>
    Field,

    /// <summary>Words with a line through them; they are read all the same.</summary>
    Struck,
}

/// <summary>A seen thing that is no text: where it stands, and the words in it when it has some.</summary>
internal sealed record Unread(UnreadKind Kind, string Text, string? Owner)
{
    private static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private static readonly XNamespace StrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";
    private static readonly XName Mark = Form + "unread";

    /// <summary>The mark that stands for such an element in a clean body; null when the element is text or nothing.</summary>
    public static XElement? MarkOf(XElement element) => KindOf(element) is { } kind
        ? new XElement(Mark, new XAttribute("kind", (int)kind), kind == UnreadKind.Formula ? Letters(element) : BoxWords(element))
        : null;

    /// <summary>True for what only pretends to be one of our marks.</summary>
    public static bool IsForged(XElement element) => element.Name == Mark;

    /// <summary>Reads a mark back; null when the element is none.</summary>
    public static Unread? Of(XElement element, string? owner)
    {
        if (element.Name != Mark)
        {
            return null;
        }

        var kind = (UnreadKind)(int)element.Attribute("kind")!;
        return new Unread(kind == UnreadKind.Picture && element.Value.Length > 0 ? UnreadKind.TextBox : kind, element.Value, owner);
    }

    private static UnreadKind? KindOf(XElement element)
    {
        if (element.Name.Namespace == Math || element.Name.Namespace == StrictMath)
        {
            return element.Name.LocalName is "oMath" or "oMathPara" ? UnreadKind.Formula : null;
        }

        var name = BodyCopy.NameOf(element);
        return name.Namespace != W ? null : name.LocalName switch
        {
            "drawing" or "pict" or "object" => UnreadKind.Picture,
            "footnoteReference" or "endnoteReference" => UnreadKind.Note,
            _ => null,
        };
    }

    private static string Letters(XElement formula) => string.Concat(formula.Descendants().Where(part => part.Name.LocalName == "t").Select(OwnText));

    private static string BoxWords(XElement drawing) => string.Join(' ',
        drawing.Descendants().Where(element => BodyCopy.NameOf(element) == W + "t").Select(OwnText));
}
