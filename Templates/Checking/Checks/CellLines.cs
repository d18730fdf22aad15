using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>Which sides of cells have no line: neither their own, nor the table's, nor that of the cell beside them.</summary>
internal static class CellLines
{
    public static List<(XElement Cell, string Side)> Missing(StyleBook book, XElement table, List<XElement> rows)
    {
        var grid = rows.ConvertAll(row => row.Inner("tc").Where(cell => cell.Ancestors().First(outer => outer.Is("tr")) == row).ToList());
        var lines = new Lines(book, table, table.Inner("tr").ToList());
        var missing = new List<(XElement, string)>();
        for (var row = 0; row < grid.Count; row++)
        {
            for (var column = 0; column < grid[row].Count; column++)
            {
                var (above, below) = (Beside(grid, row - 1, column, row), Beside(grid, row + 1, column, row));
                var (before, after) = (grid[row].ElementAtOrDefault(column - 1), grid[row].ElementAtOrDefault(column + 1));
                var cell = grid[row][column];
                (string Side, XElement? Other, string OtherSide)[] sides = [("top", above, "bottom"), ("left", before, "right"), ("bottom", below, "top"), ("right", after, "left")];
                missing.AddRange(sides.Where(side => !lines.Has(cell, side.Side) && (side.Other is null || !lines.Has(side.Other, side.OtherSide))).Select(side => (cell, side.Side)));
            }
        }

        return missing;
    }

    // Rows of other widths are not compared: what stands above a cell there is not told by counting.
    private static XElement? Beside(List<List<XElement>> grid, int row, int column, int own) =>
        row >= 0 && row < grid.Count && grid[row].Count == grid[own].Count ? grid[row][column] : null;

    private sealed class Lines(StyleBook book, XElement table, List<XElement> rows)
    {
        private readonly List<XElement> ofTable = [.. book.OfTable(table).Select(layer => layer.Child("tblBorders")).OfType<XElement>()];

        public bool Has(XElement cell, string side)
        {
            var own = cell.Child("tcPr")?.Child("tcBorders") is { } borders ? Kind([borders], side) : null;
            return (own ?? Kind(ofTable, InTable(cell, side))) is not (null or "nil" or "none");
        }

        private string InTable(XElement cell, string side)
        {
            var row = cell.Ancestors().First(outer => outer.Is("tr"));
            var isOuter = side switch
            {
                "top" => row == rows[0],
                "bottom" => row == rows[^1],
                "left" => cell == row.Inner("tc").First(),
                _ => cell == row.Inner("tc").Last(),
            };
            return isOuter ? side : side is "top" or "bottom" ? "insideH" : "insideV";
        }

        private static string? Kind(IEnumerable<XElement> layers, string side) =>
            layers.Select(layer => (layer.Child(side) ?? layer.Child(side == "left" ? "start" : side == "right" ? "end" : side)).Val()).LastOrDefault(value => value is not null);
    }
}
