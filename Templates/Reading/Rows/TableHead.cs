using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>What each stretch of a table's grid holds, told by the row of its heads or, where that is gone, by the order of the form's columns.</summary>
internal sealed class TableHead
{
    private readonly Dictionary<int, Stretch> grid = [];
    private readonly Dictionary<(int First, int Span), PrintColumn?> known = [];
    private readonly int[] widths;

    private TableHead(IEnumerable<Stretch> stretches, XElement table, bool printed)
    {
        IsPrinted = printed;
        widths = [.. table.Elements(W + "tblGrid").Elements(W + "gridCol").Select(WidthOf)];
        foreach (var stretch in stretches)
        {
            for (var column = stretch.First; column < stretch.End; column++)
            {
                grid.TryAdd(column, stretch);
            }
        }
    }

    /// <summary>True when the heads stand on the paper: then what people see decides, not the tags of controls.</summary>
    public bool IsPrinted { get; }

    /// <summary>The heads of a row; null when it is not the row of the heads. At least half of the columns must have theirs.</summary>
    public static TableHead? In(DocumentTable table, TableRow row, PrintBlock block, IReadOnlyList<BodyLine> lines)
    {
        var found = row.Cells.Select(cell => Named(DocumentTable.WordsOf(cell, lines), block)).ToList();
        if (2 * found.Count(column => column is { Field.Length: > 0 }) < block.Columns.Count(column => column.Field.Length > 0))
        {
            return null;
        }

        // A head in other words keeps its column as long as no column was added.
        var renamed = row.Cells.Count == block.Columns.Count;
        return new TableHead(
            row.Cells.Select((cell, index) => new Stretch(cell.Place.First, cell.Place.End, found[index] ?? (renamed && !found.Contains(block.Columns[index]) ? block.Columns[index] : null))),
            table.Element, printed: true);
    }

    /// <summary>The form's columns in their order, when the table has as many; else nothing is known of its grid.</summary>
    public static TableHead Assumed(DocumentTable table, PrintBlock block) => new(
        table.Columns == block.Columns.Count ? block.Columns.Select((column, index) => new Stretch(index, index + 1, column)) : [],
        table.Element, printed: false);

    /// <summary>What a cell holds: the first column it covers by half or more, else the one it covers most of; null for a column of people's own.</summary>
    public PrintColumn? At(CellPlace cell) =>
        known.TryGetValue((cell.First, cell.Span), out var column) ? column : known[(cell.First, cell.Span)] = Find(cell);

    private PrintColumn? Find(CellPlace cell)
    {
        var covered = Enumerable.Range(cell.First, cell.Span).Where(grid.ContainsKey).GroupBy(column => grid[column]).ToList();
        return (covered.Find(part => part.Key.Column is { Field.Length: > 0 } && 2 * Width(part) >= Width(Enumerable.Range(part.Key.First, part.Key.End - part.Key.First)))
            ?? covered.MaxBy(Width))?.Key.Column;
    }

    private static PrintColumn? Named(string words, PrintBlock block)
    {
        var head = words.AsSpan().TrimEnd(":. ");
        foreach (var column in block.Columns)
        {
            if (head.Equals(column.Head, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return null;
    }

    private long Width(IEnumerable<int> columns) => columns.Sum(column => (long)(column < widths.Length ? widths[column] : 1));

    private static int WidthOf(XElement column) =>
        int.TryParse((string?)column.Attribute(W + "w"), NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width > 0 ? width : 1;

    private sealed record Stretch(int First, int End, PrintColumn? Column);
}
