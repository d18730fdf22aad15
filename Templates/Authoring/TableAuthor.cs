using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Authoring.Controls;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Lays repeated rows out as a table («biểu»): fixed widths, full grid, heads that come again on every page, recipients and signature below.</summary>
/// <remarks>
/// Recipients and signature are the table's last row, without lines around it: only from row to row does every program keep what stands above a
/// signature on its page, and what follows a table may go alone.
/// </remarks>
internal sealed class TableAuthor(FormDefinition form, LayoutProfile profile, Controls controls, SignatureAuthor signatures)
{
    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    private readonly LineAuthor lines = new(form, controls);

    public IEnumerable<XElement> Build(PrintBlock block) => controls.RepeatingRow(
        form.Field(block.Field),
        table: Element("tbl", Properties(block), Element("tblGrid", block.Columns.Select(column => Element("gridCol", Width(column.Width)))), Heads(block)),
        item: Element("tr", block.Columns.Select(column => Cell(column.Width, Content(column)))),
        foot: Foot(block));

    private XElement Properties(PrintBlock block) => Element("tblPr",
        Element("tblW", Width(block.Columns.Sum(column => column.Width)), Twips()),
        Element("tblBorders", Sides.Select(side => Line(side, "single"))),
        Element("tblLayout", new XAttribute(W + "type", "fixed")),
        Element("tblCellMar", Margin("left", profile.CellPaddingTwips), Margin("right", profile.CellPaddingTwips)));

    private XElement Line(string side, string kind) => Element(side,
        Val(kind), new XAttribute(W + "sz", profile.TableLineEighthPoints), new XAttribute(W + "space", 0), new XAttribute(W + "color", "000000"));

    private static XElement Heads(PrintBlock block) => Element("tr",
        Element("trPr", Element("cantSplit"), Element("tblHeader")),
        block.Columns.Select(column => Cell(column.Width, [Paragraph("HtCellHead", Run(column.Head))], Element("vAlign", Val("center")))));

    private IEnumerable<XElement> Content(PrintColumn column) => [column.Field.Length == 0 ? Number() : controls.Cell(form.Field(column.Field), "HtCell")];

    private static XElement Number()
    {
        var paragraph = Paragraph("HtCellNumber");
        paragraph.Element(W + "pPr")!.Add(Element("numPr", Element("ilvl", Val(0)), Element("numId", Val(RowNumbering)))); // made by Paragraph
        return paragraph;
    }

    private XElement Foot(PrintBlock block)
    {
        var left = ColumnsAtLeft(block);
        return Element("tr",
            Element("trPr", Element("cantSplit")),
            FootCell(block.Columns.Take(left), block.Left.SelectMany(Recipients)),
            FootCell(block.Columns.Skip(left), [.. signatures.AboveName(block.Right), signatures.Name(block.Right)]));
    }

    // The grid has no line where the profile parts the two halves: the nearest one serves.
    private int ColumnsAtLeft(PrintBlock block) => Enumerable.Range(1, block.Columns.Count - 1)
        .MinBy(count => Math.Abs(block.Columns.Take(count).Sum(column => column.Width) - profile.PageOf(form.Orientation).SignatureLeft));

    private XElement FootCell(IEnumerable<PrintColumn> columns, IEnumerable<XElement> content)
    {
        var covered = columns.ToList();
        return Cell(covered.Sum(column => column.Width), content,
            Element("gridSpan", Val(covered.Count)),
            Element("tcBorders", Line("left", "nil"), Line("bottom", "nil"), Line("right", "nil")),
            Element("tcMar", Margin("top", profile.TableGapTwips), Margin("left", 0), Margin("right", 0)));
    }

    private IEnumerable<XElement> Recipients(string text) => lines.OnlyField(text) is { } field
        ? controls.Block(field, "HtRecipient", inRow: false)
        : [Paragraph("HtRecipientsTitle", lines.Inlines(text, []))];

    private static XElement Cell(int width, IEnumerable<XElement> content, params XElement[] properties) =>
        Element("tc", Element("tcPr", Element("tcW", Width(width), Twips()), properties), content);

    private static XElement Margin(string side, int twips) => Element(side, Width(twips), Twips());

    private static XAttribute Width(int twips) => new(W + "w", twips);

    private static XAttribute Twips() => new(W + "type", "dxa");
}
