using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>Which sides of cells have no line: neither their own, nor the table's, nor that of the cell beside them.</summary>
internal static class CellLines
{
    public static List<(XElement Cell, string Side)> Missing(StyleBook book, XElement table, List<XElement> rows)
    {
        var grid = rows.ConvertAll(row => row.Inner("tc").Where(cell => cell.Ancestors().First(outer => outer.Is("tr")) == row).ToList());
        var lines = new Lines(book, table, grid);
        var missing = new List<(XElement, string)>();
        for (var row = 0; row < grid.Count; row++)
        {
            for (var column = 0; column < grid[row].Count; column++)
            {
                (string Side, int Row, int Column, string OtherSide)[] sides = [("top", row - 1, column, "bottom"), ("left", row, column - 1, "right"), ("bottom", row + 1, column, "top"), ("right", row, column + 1, "left")];
                missing.AddRange(sides.Where(side => !lines.Has(row, column, side.Side) && !(IsBeside(grid, side.Row, side.Column, row) && lines.Has(side.Row, side.Column, side.OtherSide)))
                    .Select(side => (grid[row][column], side.Side)));
            }
        }

        return missing;
    }

    // Rows of other widths are not compared: what stands above a cell there is not told by counting.
    private static bool IsBeside(List<List<XElement>> grid, int row, int column, int own) =>
        row >= 0 && row < grid.Count && grid[row].Count == grid[own].Count && column >= 0 && column < grid[row].Count;

    private sealed class Lines(StyleBook book, XElement table, List<List<XElement>> grid)
    {
        private readonly List<XElement> ofTable = [.. book.OfTable(table).Select(layer => layer.Child("tblBorders")).OfType<XElement>()];
        private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);
        private readonly (XElement? First, XElement? Last) rows = (table.Inner("tr").FirstOrDefault(), table.Inner("tr").LastOrDefault());

        public bool Has(int row, int column, string side)
        {
            var own = grid[row][column].Child("tcPr")?.Child("tcBorders") is { } borders ? Kind([borders], side) : null;
            return (own ?? OfTable(InTable(row, column, side))) is not (null or "nil" or "none");
        }

        private string InTable(int row, int column, string side)
        {
            var isOuter = side switch
            {
                "top" => Row(row) == rows.First,
                "bottom" => Row(row) == rows.Last,
                "left" => column == 0,
                _ => column == grid[row].Count - 1,
            };
            return isOuter ? side : side is "top" or "bottom" ? "insideH" : "insideV";
        }

        private XElement Row(int row) => grid[row][0].Ancestors().First(outer => outer.Is("tr")); // it has the cell asked for

        private string? OfTable(string side) => known.TryGetValue(side, out var kind) ? kind : known[side] = Kind(ofTable, side);

        private static string? Kind(IEnumerable<XElement> layers, string side) =>
            layers.Select(layer => (layer.Child(side) ?? layer.Child(side == "left" ? "start" : side == "right" ? "end" : side)).Val()).LastOrDefault(value => value is not null);
    }
}
