using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Authoring.Controls;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Lays the printed blocks of a form out as the body of a document.</summary>
internal sealed class BodyAuthor
{
    private readonly FormDefinition form;
    private readonly LayoutProfile profile;
    private readonly PageLayout page;
    private readonly Controls controls;
    private readonly LineAuthor lines;
    private readonly SignatureAuthor signatures;

    public BodyAuthor(FormDefinition form, LayoutProfile profile)
    {
        (this.form, this.profile, page) = (form, profile, profile.PageOf(form.Orientation));
        controls = new Controls(new Prompts(form));
        lines = new LineAuthor(form, controls);
        signatures = new SignatureAuthor(lines, profile);
    }

    public XElement Build() => Element("body", form.Print.SelectMany(block => Lay(block, inRow: false)), Section());

    private IEnumerable<XElement> Lay(PrintBlock block, bool inRow) => block.Block switch
    {
        // LibreOffice triples a control that is the very first thing of a document: an edge of one point keeps it from being that.
        "head" => [Paragraph("HtEdge"), Head(block)],
        "title" => [Line("HtTitle", block)],
        "titleMore" => [Line("HtTitleMore", block)],
        "subtitle" => [Line("HtSubtitle", block)],
        "hyphens" => [profile.SubtitleRuleShare > 0 ? Paragraph("HtSubtitleRule") : Line("HtHyphens", block)],
        "line" or "paragraph" => [Line("HtBody", block)],
        "basis" => [Line("HtBasis", block)],
        "section" => [Line("HtSection", block)],
        "heading" => [Line("HtHeading", block)],
        "lead" => [Line("HtLead", block)],
        "closing" => [Line("HtClosing", block)],
        "multi" => controls.Block(form.Field(block.Field), "HtBody", inRow),
        "rows" => Rows(block),
        "table" => [Paragraph("HtTableGap"), .. new TableAuthor(form, profile, controls, signatures).Build(block), Paragraph("HtEdge")],
        "signatures" => [Signatures(block), Paragraph("HtEdge")],
        _ => throw new InvalidDataException($"Form {form.Code} prints the unknown block '{block.Block}'."),
    };

    private IEnumerable<XElement> Rows(PrintBlock block) => controls.Repeating(
        form.Field(block.Field),
        Paragraph("HtSection", Run(block.Text)),
        block.Row.SelectMany(inner => Lay(inner, inRow: true)));

    private XElement Line(string style, PrintBlock block) => Paragraph(style, lines.Inlines(block.Text, block.Fields));

    private XElement Head(PrintBlock block) => TwoCells(page.HeadLeft, page.HeadRight,
    [
        (block.Left.Select(HeadLeft), block.Right.Select(HeadRight)),
    ]);

    private XElement HeadLeft(string text) =>
        Paragraph(text switch { "{superiorOrgName}" => "HtHeadSuperior", "*" => "HtHeadMark", _ => "HtHeadOwn" }, lines.Inlines(text, []));

    private XElement HeadRight(string text) => text switch
    {
        "" => Paragraph("HtRule"),
        _ when text.Contains("headerTitle", StringComparison.Ordinal) => Paragraph("HtHeadTitle", lines.Inlines(text, [])),
        _ => Paragraph("HtHeadDate", lines.Inlines(text, [])),
    };

    // Two rows, so that the names stand on one line however long the words above them are.
    private XElement Signatures(PrintBlock block) => TwoCells(page.SignatureLeft, page.SignatureRight,
    [
        (signatures.AboveName(block.Left), signatures.AboveName(block.Right)),
        ([signatures.Name(block.Left)], [signatures.Name(block.Right)]),
    ]);

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
        Element("footerReference", new XAttribute(W + "type", "first"), new XAttribute(R + "id", PackageFrame.FirstFooterId)),
        Element("pgSz",
            new XAttribute(W + "w", page.Width),
            new XAttribute(W + "h", page.Height),
            form.Orientation == PageOrientation.Landscape ? new XAttribute(W + "orient", "landscape") : null),
        Element("pgMar",
            new XAttribute(W + "top", page.Top),
            new XAttribute(W + "right", page.Right),
            new XAttribute(W + "bottom", page.Bottom),
            new XAttribute(W + "left", page.Left),
            new XAttribute(W + "header", page.Header),
            new XAttribute(W + "footer", page.Footer),
            new XAttribute(W + "gutter", 0)),
        Element("titlePg"));
}
