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
        "head" => [Head(block)],
        "title" => [Line("HtTitle", block, "title")],
        "subtitle" => [Line("HtSubtitle", block, "subtitle")],
        "hyphens" => [Line("HtHyphens", block, null)],
        "line" or "paragraph" => [Line("HtBody", block, null)],
        "section" => [Line("HtSection", block, "section")],
        "heading" => [Line("HtHeading", block, "heading")],
        "lead" => [Line("HtLead", block, null)],
        "closing" => [Line("HtClosing", block, null)],
        "multi" => controls.Block(form.Field(block.Field), inRow),
        "rows" => Rows(block),
        "signatures" => [Signatures(block), Paragraph("HtEnd")],
        _ => throw new InvalidDataException($"Form {form.Code} prints the unknown block '{block.Block}'."),
    };

    private IEnumerable<XElement> Rows(PrintBlock block) => controls.Repeating(
        form.Field(block.Field),
        Paragraph("HtSection", Run(block.Text, profile.Looks["section"])),
        block.Row.SelectMany(inner => Lay(inner, inRow: true)));

    private XElement Line(string style, PrintBlock block, string? look) =>
        Paragraph(style, Inlines(block.Text, look is null ? null : profile.Looks[look], block.Fields));

    private IEnumerable<XElement> Inlines(string text, TextLook? look, IReadOnlyList<string> within) =>
        TextPattern.Split(text).SelectMany(piece => piece switch
        {
            { Name: "" } => [Run(piece.Text, look)],
            { Name: "n" } => [Run("1", look)],
            { IsCampaign: true } => [CampaignPlace(piece.CampaignName, look, within)],
            _ => controls.Inline(form.Field(piece.Name), look),
        });

    private XElement CampaignPlace(string name, TextLook? look, IReadOnlyList<string> within)
    {
        // The theme of the year is the one campaign text the guideline prints italic.
        var own = name == "provinceThemeText" ? profile.Looks["body"] with { Italic = true } : look;
        return controls.Campaign(name, own, within.SelectMany(tag => controls.Inline(form.Field(tag), look)));
    }

    private XElement Head(PrintBlock block) => TwoCells(profile.HeadLeftTwips, profile.HeadRightTwips,
    [
        (block.Left.Select(HeadLeft), block.Right.Select(HeadRight)),
    ]);

    private XElement HeadLeft(string text) =>
        Paragraph("HtHead", Inlines(text, profile.Looks[text switch { "{superiorOrgName}" => "headSuperior", "*" => "headMark", _ => "headOwn" }], []));

    private XElement HeadRight(string text) => text switch
    {
        "" => Paragraph("HtRule"),
        _ when text.Contains("headerTitle", StringComparison.Ordinal) => Paragraph("HtHead", Inlines(text, profile.Looks["headTitle"], [])),
        _ => Paragraph("HtHead", Inlines(text, profile.Looks["headDate"], [])),
    };

    // Two rows, so that the names stand on one line however long the words above them are.
    private XElement Signatures(PrintBlock block) => TwoCells(profile.SignatureLeftTwips, profile.SignatureRightTwips,
    [
        ([.. block.Left.SkipLast(1).Select(Sign), .. Blank()], [.. block.Right.SkipLast(1).Select(Sign), .. Blank()]),
        ([SignName(block.Left[^1])], [SignName(block.Right[^1])]),
    ]);

    private XElement Sign(string text) =>
        Paragraph("HtSign", Inlines(text, profile.Looks[text[0] switch { '{' => "signPosition", '(' => "signNote", _ => "signTitle" }], []));

    private XElement SignName(string text) => Paragraph("HtSignName", Inlines(text, profile.Looks["signName"], []));

    private IEnumerable<XElement> Blank() => Enumerable.Range(0, profile.SignatureBlankLines).Select(_ => Paragraph("HtSign"));

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
