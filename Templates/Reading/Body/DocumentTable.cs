using System.Xml.Linq;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A cell of a document's table with the numbers of the lines in it, those of tables inside it included.</summary>
internal sealed record TableCell(CellPlace Place, List<int> Lines);

/// <summary>A row of a document's table, its cells from left to right.</summary>
internal sealed record TableRow(XElement Element, List<TableCell> Cells);

/// <summary>A table as it stands in a document, row by row, whatever controls it has.</summary>
internal sealed class DocumentTable(XElement element)
{
    /// <summary>The table itself.</summary>
    public XElement Element { get; } = element;

    /// <summary>Its rows from top to bottom.</summary>
    public List<TableRow> Rows { get; } = [];

    /// <summary>How many grid columns its widest row covers.</summary>
    public int Columns => Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells[^1].Place.End);

    /// <summary>Puts a line, the next in reading order, into its cell.</summary>
    public void Add(int line, CellPlace place)
    {
        if (Rows is not [.., { } row] || row.Element != place.Row)
        {
            Rows.Add(row = new TableRow(place.Row, []));
        }

        if (row.Cells is not [.., { } cell] || cell.Place != place)
        {
            row.Cells.Add(cell = new TableCell(place, []));
        }

        cell.Lines.Add(line);
    }

    /// <summary>The tables of a document for which a test holds; each line stands in the innermost of them only.</summary>
    public static IReadOnlyList<DocumentTable> Find(IReadOnlyList<BodyLine> lines, Func<DocumentTable, bool> test)
    {
        var own = Collect(lines, place => place);
        var chosen = own.Where(test).Select(table => table.Element).ToHashSet();
        return Collect(lines, place => Innermost(place, chosen));
    }

    private static List<DocumentTable> Collect(IReadOnlyList<BodyLine> lines, Func<CellPlace, CellPlace?> choose)
    {
        var tables = new Dictionary<XElement, DocumentTable>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Cell is { } cell && choose(cell) is { } place)
            {
                Table(tables, place.Table).Add(i, place);
            }
        }

        return [.. tables.Values];
    }

    private static DocumentTable Table(Dictionary<XElement, DocumentTable> tables, XElement element) =>
        tables.TryGetValue(element, out var table) ? table : tables[element] = new DocumentTable(element);

    private static CellPlace? Innermost(CellPlace place, HashSet<XElement> chosen)
    {
        var found = (CellPlace?)place;
        while (found is not null && !chosen.Contains(found.Table))
        {
            found = found.Outer;
        }

        return found;
    }

    /// <summary>The words of a cell on one line.</summary>
    public static string WordsOf(TableCell cell, IReadOnlyList<BodyLine> lines) => cell.Lines is [var only] ? VietnameseText.Words(lines[only].Value)
        : VietnameseText.Words(string.Join(' ', cell.Lines.Select(line => lines[line].Value)));
}
