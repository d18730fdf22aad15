using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>How a template prints its rows in other words or columns than the form: read off the template, kept in the XML part of its documents, and put over the form when those are read.</summary>
/// <remarks>All other fixed text is told line by line in the part; rows are found by their headings, labels and heads, so these must be known before anything is read.</remarks>
internal static class OwnPrint
{
    // Far more than any form has; a part that tells more was not written by us.
    private const int MostPieces = 40;
    private const int LongestPiece = 500;

    private static readonly char[] HeadEnds = [':', '.', ' '];

    /// <summary>What differs in a template that is ready to be filled; empty for an official one.</summary>
    public static IReadOnlyList<XElement> Of(FormDefinition form, XDocument template) =>
        [.. form.RowFields.SelectMany(rows => Of(form, rows, template)).OfType<XElement>()];

    /// <summary>The form as a document's part says that it was printed.</summary>
    public static FormDefinition Over(FormDefinition form, IEnumerable<XElement> told)
    {
        var pieces = told.ToList();
        return pieces.Count == 0 ? form : form with
        {
            Print = [.. form.Print.Select(block => block.IsRows && pieces.Find(piece => (string?)piece.Attribute("field") == block.Field) is { } own ? Over(block, own) : block)],
        };
    }

    /// <summary>True for what we may have written, and bounded.</summary>
    public static bool IsSound(XElement piece) => piece.Elements().Take(MostPieces + 1).Count() <= MostPieces
        && piece.DescendantsAndSelf().All(element => element.Value.Length <= LongestPiece * MostPieces && element.Attributes().All(attribute => attribute.Value.Length <= LongestPiece));

    private static IEnumerable<XElement?> Of(FormDefinition form, FieldDefinition rows, XDocument template)
    {
        if (form.BlockOf(rows) is not { } block || template.Descendants(W + "sdt").FirstOrDefault(control => TagOf(control) == rows.Tag) is not { } section)
        {
            return [];
        }

        var own = block.Block == "table" ? OfTable(block, section) : OfParagraphs(block, section);
        return own is null || IsSame(block, Over(block, own)) ? [] : [own];
    }

    private static bool IsSame(PrintBlock one, PrintBlock other) => VietnameseText.Words(one.Text) == VietnameseText.Words(other.Text)
        && one.Row.Select(item => VietnameseText.Words(item.Text)).SequenceEqual(other.Row.Select(item => VietnameseText.Words(item.Text)))
        && one.Columns.Select(column => (column.Head, column.Field, column.Text)).SequenceEqual(other.Columns.Select(column => (column.Head, column.Field, column.Text)));

    private static PrintBlock Over(PrintBlock block, XElement own) => block.Block == "table"
        ? block with { Columns = [.. own.Elements(Form + "column").Select(Column)] }
        : block with { Text = Text(own, "heading"), Row = OverRow(block.Row, [.. own.Elements(Form + "text").Select(text => VietnameseText.Words(text.Value))]) };

    private static List<PrintBlock> OverRow(IReadOnlyList<PrintBlock> row, List<string> texts)
    {
        var next = 0;
        return [.. row.Select(item => item.Text.Length == 0 ? item : item with { Text = next < texts.Count && texts[next].Length > 0 ? texts[next++] : Skipped(item, ref next) })];
    }

    private static string Skipped(PrintBlock item, ref int next)
    {
        next++;
        return item.Text;
    }

    private static PrintColumn Column(XElement column) => new(Text(column, "head"), 1, Text(column, "field")) { Text = Text(column, "text") };

    private static string Text(XElement element, string name) => VietnameseText.Words((string?)element.Attribute(name) ?? "");

    private static XElement? OfTable(PrintBlock block, XElement section)
    {
        if (section.ElementsBeforeSelf(W + "tr").LastOrDefault() is not { } heads || section.Descendants(W + "tr").FirstOrDefault() is not { } sample)
        {
            return null;
        }

        var cells = new TableCells();
        var below = CellsOf(sample).Select(cell => (Cell: cell, Place: cells.PlaceOf(cell, null))).ToList();
        return new XElement(Form + "print", new XAttribute("field", block.Field), CellsOf(heads).Select(head => ColumnOf(head, cells.PlaceOf(head, null), below)));
    }

    private static XElement ColumnOf(XElement head, CellPlace? place, List<(XElement Cell, CellPlace? Place)> below)
    {
        var cell = below.Find(item => item.Place?.First == place?.First).Cell;
        var field = cell?.Descendants(W + "sdt").Select(TagOf).FirstOrDefault(tag => !string.IsNullOrEmpty(tag)) ?? "";
        return new XElement(Form + "column",
            new XAttribute("head", Words(head).TrimEnd(HeadEnds)),
            new XAttribute("field", field),
            field.Length > 0 || cell is null ? null : new XAttribute("text", Words(cell)));
    }

    private static IEnumerable<XElement> CellsOf(XElement row) => row.Descendants(W + "tc").Where(cell => cell.Ancestors(W + "tr").First() == row);

    private static XElement OfParagraphs(PrintBlock block, XElement section)
    {
        var item = section.Descendants(W + "sdtContent").Skip(1).FirstOrDefault() ?? section;
        var (texts, above) = (new List<string>(), new List<string>());
        foreach (var paragraph in item.Descendants(W + "p"))
        {
            var control = paragraph.Ancestors(W + "sdt").TakeWhile(outer => outer != item.Parent).FirstOrDefault(outer => !string.IsNullOrEmpty(TagOf(outer)));
            if (control is null && Numbered(paragraph) is { Length: > 0 } words)
            {
                above.Add(words);
            }
            else if (control is not null && above.Count > 0)
            {
                // The line right above a control is its label; the first of the row is its heading.
                texts.AddRange(texts.Count == 0 && above.Count > 1 ? [above[0], above[^1]] : [above[^1]]);
                above.Clear();
            }
        }

        return new XElement(Form + "print", new XAttribute("field", block.Field), new XAttribute("heading", HeadingOf(section) ?? block.Text), texts.Select(text => new XElement(Form + "text", text)));
    }

    // What stands between the bookmark's begin and the section.
    private static string? HeadingOf(XElement section)
    {
        var start = section.ElementsBeforeSelf(W + "bookmarkStart").LastOrDefault(mark => (string?)mark.Attribute(W + "name") == BookmarkPrefix + TagOf(section));
        var paragraph = start?.ElementsAfterSelf().TakeWhile(element => element != section).FirstOrDefault(element => element.Name == W + "p");
        return paragraph is null ? null : Words(paragraph);
    }

    // The filler counts where a run says nothing but «1».
    private static string Numbered(XElement paragraph) =>
        VietnameseText.Words(string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value == "1" ? "{n}" : text.Value)));

    private static string Words(XElement element) => VietnameseText.Words(string.Join(' ', element.Descendants(W + "p").DefaultIfEmpty(element)
        .Select(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value)))));
}
