using System.Xml.Linq;
using static HocTap.Office.Templates.Authoring.Controls;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Lays out the lines around a signature: by what right, in which position, room to sign, whose name.</summary>
internal sealed class SignatureAuthor(LineAuthor lines, LayoutProfile profile)
{
    /// <summary>All lines but the name, and the empty ones left for signing.</summary>
    public IEnumerable<XElement> AboveName(IReadOnlyList<string> texts) =>
        [.. texts.SkipLast(1).Select(Line), .. Enumerable.Range(0, profile.SignatureBlankLines).Select(_ => Paragraph("HtSignPosition"))];

    /// <summary>The last line, the name.</summary>
    public XElement Name(IReadOnlyList<string> texts) => Paragraph("HtSignName", lines.Inlines(texts[^1], []));

    // The first line says by what right somebody signs; a field below it is the position.
    private XElement Line(string text, int place) => Paragraph(
        (place, text[0]) switch { (0, _) => "HtSignTitle", (_, '{') => "HtSignPosition", (_, '(') => "HtSignNote", _ => "HtSignTitle" },
        lines.Inlines(text, []));
}
