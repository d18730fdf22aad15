using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Authoring.Controls;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Lays the printed blocks of a form out as the body of a document.</summary>
internal sealed class BodyAuthor(FormDefinition form, LayoutProfile profile)
{
    private readonly Controls controls = new();

    public XElement Build() => Element("body", form.Print.SelectMany(block => Lay(block, inRow: false)), Section());

    private IEnumerable<XElement> Lay(PrintBlock block, bool inRow) => block.Block switch
    {
        // LibreOffice triples a control that is the very first thing of a document: an edge of one point keeps it from being that.
        "head" => [Paragraph("HtEdge"), Head(block)],
        "title" => [Line("HtTitle", block)],
        "subtitle" => [Line("HtSubtitle", block)],
        "hyphens" => [Line("HtHyphens", block)],
        "line" or "paragraph" => [Line("HtBody", block)],
        "section" => [Line("HtSection", block)],
        "heading" => [Line("HtHeading", block)],
        "lead" => [Line("HtLead", block)],
        "closing" => [Line("HtClosing", block)],
        "multi" => controls.Block(form.Field(block.Field), inRow),
        "rows" => Rows(block),
        "signatures" => [Signatures(block), Paragraph("HtEdge")],
        _ => throw new InvalidDataException($"Form {form.Code} prints the unknown block '{block.Block}'."),
    };

    private IEnumerable<XElement> Rows(PrintBlock block) => controls.Repeating(
        form.Field(block.Field),
        Paragraph("HtSection", Run(block.Text)),
        block.Row.SelectMany(inner => Lay(inner, inRow: true)));

    private XElement Line(string style, PrintBlock block) => Paragraph(style, Inlines(block.Text, block.Fields));

    private IEnumerable<XElement> Inlines(string text, IReadOnlyList<string> within) =>
        TextPattern.Split(text).SelectMany(piece => piece switch
        {
            { Name: "" } => [Run(piece.Text)],
            { Name: "n" } => [Run("1")],
            { IsCampaign: true } => [CampaignPlace(piece.CampaignName, within)],
            _ => controls.Inline(form.Field(piece.Name)),
        });

    // The theme of the year is the one campaign text the guideline prints italic.
    private XElement CampaignPlace(string name, IReadOnlyList<string> within) =>
        controls.Campaign(name, italic: name == "provinceThemeText", within.SelectMany(tag => controls.Inline(form.Field(tag))));

    private XElement Head(PrintBlock block) => TwoCells(profile.HeadLeftTwips, profile.HeadRightTwips,
    [
        (block.Left.Select(HeadLeft), block.Right.Select(HeadRight)),
    ]);

    private XElement HeadLeft(string text) =>
        Paragraph(text switch { "{superiorOrgName}" => "HtHeadSuperior", "*" => "HtHeadMark", _ => "HtHeadOwn" }, Inlines(text, []));

    private XElement HeadRight(string text) => text switch
    {
        "" => Paragraph("HtRule"),
        _ when text.Contains("headerTitle", StringComparison.Ordinal) => Paragraph("HtHeadTitle", Inlines(text, [])),
        _ => Paragraph("HtHeadDate", Inlines(text, [])),
    };

    // Two rows, so that the names stand on one line however long the words above them are.
    private XElement Signatures(PrintBlock block) => TwoCells(profile.SignatureLeftTwips, profile.SignatureRightTwips,
    [
        ([.. block.Left.SkipLast(1).Select(Sign), .. Blank()], [.. block.Right.SkipLast(1).Select(Sign), .. Blank()]),
        ([SignName(block.Left[^1])], [SignName(block.Right[^1])]),
    ]);

    private XElement Sign(string text) =>
        Paragraph(text[0] switch { '{' => "HtSignPosition", '(' => "HtSignNote", _ => "HtSignTitle" }, Inlines(text, []));

    private XElement SignName(string text) => Paragraph("HtSignName", Inlines(text, []));

    private IEnumerable<XElement> Blank() => Enumerable.Range(0, profile.SignatureBlankLines).Select(_ => Paragraph("HtSignPosition"));

    private static XElement TwoCells(int left, int right, IEnumerable<(IEnumerable<XElement> Left, IEnumerable<XElement> Right)> rows) => Element("tbl",
        Element("tblPr",
            Element("tblW", new XAttribute(W + "w", left + right), new XAttribute(W + "type", "dxa")),
            Element("tblLayout", new XAttribute(W + "type", "fixed")),
            Element("tblCellMar", NoMargin("left"), NoMargin("right"))),
        Element("tblGrid", Column(left), Column(right)),
        rows.Select(row => Element("tr", Element("trPr", Element("cantSplit")), Cell(left, row.Left), Cell(right, row.Right))));

    private static XElement NoMargin(string side) => Element(side, new XAttribute(W + "w", 0), new XAttribute(W + "type", "dxa"));

    private static XElement Column(int width) => Element("gridCol", new XAttribute(W + "w", width));

    private static XElement Cell(int width, IEnumerable<XElement> content) =>
        Element("tc", Element("tcPr", Element("tcW", new XAttribute(W + "w", width), new XAttribute(W + "type", "dxa"))), content);

    private XElement Section() => Element("sectPr",
        Element("headerReference", new XAttribute(W + "type", "default"), new XAttribute(R + "id", PackageFrame.HeaderId)),
        Element("pgSz", new XAttribute(W + "w", profile.Page.Width), new XAttribute(W + "h", profile.Page.Height)),
        Element("pgMar",
            new XAttribute(W + "top", profile.Page.Top),
            new XAttribute(W + "right", profile.Page.Right),
            new XAttribute(W + "bottom", profile.Page.Bottom),
            new XAttribute(W + "left", profile.Page.Left),
            new XAttribute(W + "header", profile.Page.Header),
            new XAttribute(W + "footer", profile.Page.Footer),
            new XAttribute(W + "gutter", 0)),
        Element("titlePg"));
}
