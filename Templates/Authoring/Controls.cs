using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Writes the content controls of a template; ids count up from one place, so they are unique.</summary>
internal sealed class Controls(Prompts prompts)
{
    /// <summary>What an empty place shows that must look empty on paper: enough to be clicked on in Word.</summary>
    public const string InvisibleBlank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    private int lastControl = 1000;
    private int lastBookmark;

    /// <summary>A one-line field inside a paragraph, in its hidden bookmark.</summary>
    public IEnumerable<XElement> Inline(FieldDefinition field) => InBookmark(field.Tag, Control(field, Blank(field), Element("text")));

    /// <summary>A field of several paragraphs between paragraphs; in a hidden bookmark unless it stands in a repeated row.</summary>
    public IEnumerable<XElement> Block(FieldDefinition field, string style, bool inRow)
    {
        var control = Control(field, Paragraph(style, Blank(field)), Element("richText"));
        return inRow ? [control] : InBookmark(field.Tag, control);
    }

    /// <summary>What stands in a cell of a repeated row.</summary>
    public XElement Cell(FieldDefinition field, string style) => field.Type == FieldType.Multi
        ? Block(field, style, inRow: true).Single()
        : Paragraph(style, Control(field, Blank(field), Element("text")));

    /// <summary>A place for a text of the campaign; the filler puts the text in its stead.</summary>
    public XElement Campaign(string name, bool italic, params IEnumerable<XElement> inner)
    {
        var text = italic ? Run($"[{name}]", Element("i"), Element("iCs")) : Run($"[{name}]");
        var content = inner.Any() ? inner : [text];
        return new XElement(W + "sdt",
            Element("sdtPr", Element("tag", Val(CampaignPrefix + name)), Element("id", Val(++lastControl))),
            Element("sdtContent", content));
    }

    /// <summary>The repeating section of a rows field with its one sample item.</summary>
    /// <remarks>No alias: LibreOffice would give it to the first field of the first row.</remarks>
    public IEnumerable<XElement> Repeating(FieldDefinition rows, XElement heading, IEnumerable<XElement> item) =>
        InBookmark(rows.Tag, heading, Section(rows, item));

    /// <summary>The same inside a table, between the row of its heads and its foot.</summary>
    public IEnumerable<XElement> RepeatingRow(FieldDefinition rows, XElement table, XElement item, XElement foot)
    {
        table.Add(Section(rows, [item]), foot);
        return InBookmark(rows.Tag, table);
    }

    public static XElement Paragraph(string style, params IEnumerable<XElement> content) =>
        Element("p", Element("pPr", Element("pStyle", Val(style))), content);

    /// <remarks>Looks come from the paragraph's style: LibreOffice drops what a run inside a control says of itself.</remarks>
    public static XElement Run(string text, params IEnumerable<XElement> properties) => Element("r",
        properties.Any() ? Element("rPr", properties) : null,
        Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private XElement Section(FieldDefinition rows, IEnumerable<XElement> item) => Element("sdt",
        Element("sdtPr",
            Element("tag", Val(rows.Tag)),
            Element("id", Val(++lastControl)),
            new XElement(W15 + "repeatingSection", new XElement(W15 + "sectionTitle", Val(rows.RowLabel)))),
        Element("sdtContent", Element("sdt",
            Element("sdtPr", Element("id", Val(++lastControl)), new XElement(W15 + "repeatingSectionItem")),
            Element("sdtContent", item))));

    private static XElement Blank(FieldDefinition field) =>
        Run(Prompts.TextOf(field), Element("rStyle", Val(PlaceholderStyle)));

    private XElement Control(FieldDefinition field, XElement content, XElement kind) => Element("sdt",
        Element("sdtPr",
            Element("alias", Val(field.Label)),
            Element("tag", Val(field.Tag)),
            Element("id", Val(++lastControl)),
            Element("placeholder", Element("docPart", Val(prompts.NameOf(field)))),
            Element("showingPlcHdr"),
            kind),
        Element("sdtContent", content));

    private IEnumerable<XElement> InBookmark(string tag, params IEnumerable<XElement> content)
    {
        var id = ++lastBookmark;
        return
        [
            Element("bookmarkStart", new XAttribute(W + "id", id), new XAttribute(W + "name", BookmarkPrefix + tag)),
            .. content,
            Element("bookmarkEnd", new XAttribute(W + "id", id)),
        ];
    }
}
