using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>The frames of tables: columns as wide as the form says, room beside the words, lines around every cell, the heads again on every page.</summary>
internal static class TableCheck
{
    private const int WidthTolerance = 12;
    private const int MarginTolerance = 3;

    // What Word leaves where a table does not say.
    private const int OtherwiseMargin = 108;

    // Word's own bound.
    private const int MostColumns = 63;

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        AddPair(paper, "HtHeadDate", paper.Page.HeadLeft, paper.Page.HeadRight, "Phần đầu văn bản", faults);
        foreach (var rows in paper.Form.RowFields)
        {
            if (paper.Form.BlockOf(rows) is { Block: "table" } block && paper.Of("HtCellHead").FirstOrDefault() is { } head && Ancestor(head.Paragraph, "tbl") is { } table)
            {
                AddRows(paper, table, Ancestor(head.Paragraph, "tr")!, block, new DocumentPlace(rows.Tag, "Biểu"), faults); // a cell of a table stands in a row
            }
        }

        if (paper.Form.Print.Any(block => block.Block == "signatures"))
        {
            AddPair(paper, "HtSignName", paper.Page.SignatureLeft, paper.Page.SignatureRight, "Phần ký", faults);
        }
    }

    private static void AddPair(CheckedPaper paper, string style, int left, int right, string words, FaultList faults)
    {
        if (paper.Of(style).Select(line => Ancestor(line.Paragraph, "tbl")).FirstOrDefault(table => table is not null) is { } table)
        {
            var place = new DocumentPlace("", words);
            AddWidths(paper, table, [("bên trái", left), ("bên phải", right)], place, faults);
            AddMargins(paper, table, table.Inner("tr"), 0, place, faults);
        }
    }

    private static void AddRows(CheckedPaper paper, XElement table, XElement heads, PrintBlock block, DocumentPlace place, FaultList faults)
    {
        var isRow = paper.Lines.Where(line => paper.Paper.Reading.IsRow(line.Number)).Select(line => Ancestor(line.Paragraph, "tr")).ToHashSet();
        List<XElement> rows = [heads, .. table.Inner("tr").Where(row => row != heads && isRow.Contains(row))];
        AddWidths(paper, table, [.. block.Columns.Select(column => ($"cột “{column.Head}”", column.Width))], place, faults);
        AddMargins(paper, table, rows, paper.Profile.CellPaddingTwips, place, faults);
        AddLines(paper, table, rows, place, faults);
        if (heads.Child("trPr").Toggle("tblHeader") != true)
        {
            faults.Add(LayoutRule.TableHead, place.Path, place, "không lặp lại", "lặp lại ở đầu mỗi trang", paper.Edit(() => RowProperties(heads).Put("tblHeader").Set("val", null)));
        }
    }

    // A table to which people added columns has another frame; that is told as lost or added text, not as a wrong width.
    private static void AddWidths(CheckedPaper paper, XElement table, IReadOnlyList<(string Words, int Width)> columns, DocumentPlace place, FaultList faults)
    {
        var grid = table.Child("tblGrid")?.Children("gridCol").ToList() ?? [];
        if (grid.Count != columns.Count)
        {
            return;
        }

        var cells = Cells(table).ToList();
        for (var index = 0; index < columns.Count; index++)
        {
            var (own, wanted) = (cells.Where(cell => cell.First == index && cell.Span == 1).Select(cell => cell.Cell.Child("tcPr")?.Child("tcW")).ToList(), columns[index].Width);
            var found = own.Select(width => width.Get("type") is null or "dxa" ? width.Twips("w") : null).Prepend(grid[index].Twips("w")).Select(width => width ?? wanted)
                .FirstOrDefault(width => Math.Abs(width - wanted) > WidthTolerance, wanted);
            if (found != wanted)
            {
                var (column, number) = (grid[index], index);
                faults.Add(LayoutRule.Table, $"{At(paper, table)}.{LayoutWords.Count(index)}", place, $"{columns[index].Words} rộng {LayoutWords.Millimetres(found)}", $"rộng {LayoutWords.Millimetres(wanted)}",
                    paper.Edit(() => SetWidth(table, column, cells, number, columns)));
            }
        }
    }

    private static void SetWidth(XElement table, XElement column, List<GridCell> cells, int index, IReadOnlyList<(string Words, int Width)> columns)
    {
        column.Set("w", columns[index].Width);
        foreach (var cell in cells.Where(cell => cell.First <= index && index < cell.First + cell.Span))
        {
            cell.Cell.Properties("tcPr").Put("tcW").Set("w", columns.Skip(cell.First).Take(cell.Span).Sum(item => item.Width)).Set("type", "dxa");
        }

        if (table.Child("tblPr")?.Child("tblW") is { } whole)
        {
            whole.Set("w", columns.Sum(item => item.Width)).Set("type", "dxa");
        }
    }

    private static void AddMargins(CheckedPaper paper, XElement table, IEnumerable<XElement> rows, int wanted, DocumentPlace place, FaultList faults)
    {
        var (left, right) = (Margin(paper.Styles, table, "left", "start"), Margin(paper.Styles, table, "right", "end"));
        var own = rows.SelectMany(row => row.Inner("tc")).Distinct().Select(cell => cell.Child("tcPr")?.Child("tcMar")).OfType<XElement>()
            .SelectMany(margins => margins.Elements()).Where(side => side.Name.LocalName is "left" or "right" or "start" or "end" && Math.Abs((side.Twips("w") ?? 0) - wanted) > MarginTolerance).ToList();
        if (Math.Abs(left - wanted) > MarginTolerance || Math.Abs(right - wanted) > MarginTolerance || own.Count > 0)
        {
            var found = own.Count > 0 ? own[0].Twips("w") ?? 0 : Math.Abs(left - wanted) > MarginTolerance ? left : right;
            faults.Add(LayoutRule.Table, $"{At(paper, table)}.margin", place, $"chữ cách cạnh ô {LayoutWords.Millimetres(found)}", LayoutWords.Millimetres(wanted), paper.Edit(() => SetMargins(table, own, wanted)));
        }
    }

    private static void SetMargins(XElement table, List<XElement> own, int wanted)
    {
        own.ForEach(side => side.Remove());
        var margins = table.Properties("tblPr").Put("tblCellMar");
        var isStrict = margins.Child("start") is not null || margins.Child("end") is not null;
        foreach (var side in isStrict ? new[] { "start", "end" } : ["left", "right"])
        {
            margins.Put(side).Set("w", wanted).Set("type", "dxa");
        }
    }

    private static int Margin(StyleBook book, XElement table, string side, string strictSide) => book.OfTable(table)
        .Select(layer => layer.Child("tblCellMar")).Select(margins => (margins?.Child(strictSide) ?? margins?.Child(side)).Twips("w")).LastOrDefault(width => width is not null) ?? OtherwiseMargin;

    private static void AddLines(CheckedPaper paper, XElement table, List<XElement> rows, DocumentPlace place, FaultList faults)
    {
        var bare = CellLines.Missing(paper.Styles, table, rows);
        if (bare.Count > 0)
        {
            faults.Add(LayoutRule.Table, $"{At(paper, table)}.lines", place, $"thiếu đường kẻ ở {LayoutWords.Count(bare.Select(line => line.Cell).Distinct().Count())} ô", "mỗi ô có đủ đường kẻ bốn cạnh",
                paper.Edit(() => bare.ForEach(line => line.Cell.Properties("tcPr").Put("tcBorders").Put(line.Side)
                    .Set("val", "single").Set("sz", paper.Profile.TableLineEighthPoints).Set("space", 0).Set("color", "000000"))));
        }
    }

    private static XElement RowProperties(XElement row)
    {
        if (row.Child("trPr") is { } present)
        {
            return present;
        }

        var made = new XElement(row.Name.Namespace + "trPr");
        if (row.Child("tblPrEx") is { } before)
        {
            before.AddAfterSelf(made);
        }
        else
        {
            row.AddFirst(made);
        }

        return made;
    }

    private static IEnumerable<GridCell> Cells(XElement table)
    {
        foreach (var row in table.Inner("tr").Where(row => Ancestor(row, "tbl") == table))
        {
            var next = Math.Clamp(row.Child("trPr")?.Child("gridBefore").Number("val") ?? 0, 0, MostColumns);
            foreach (var cell in row.Inner("tc").Where(cell => Ancestor(cell, "tr") == row))
            {
                var span = Math.Clamp(cell.Child("tcPr")?.Child("gridSpan").Number("val") ?? 1, 1, MostColumns);
                yield return new GridCell(cell, next, span);
                next += span;
            }
        }
    }

    private static string At(CheckedPaper paper, XElement table) => $"t{LayoutWords.Count(paper.Paper.Body.Inner("tbl").ToList().IndexOf(table))}";

    private static XElement? Ancestor(XElement element, string name) => element.Ancestors().FirstOrDefault(outer => outer.Is(name));

    private sealed record GridCell(XElement Cell, int First, int Span);
}
