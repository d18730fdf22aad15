namespace HocTap.Office.GraphService.Workbooks;

/// <summary>How high a row must be for its wrapped texts: Excel would find out by itself, LibreOffice shows only the first line.</summary>
internal static class RowHeight
{
    private const double LineHeight = 15;

    // Excel's rows are 409 points high at most.
    private const int MostLines = 27;

    // Letters with marks and bold ones are a little wider than the digits widths are counted in.
    private const double LetterWidth = 1.1;

    /// <summary>The height in points.</summary>
    public static double Of(IReadOnlyList<Cell> cells, IReadOnlyList<WorkbookColumn> columns) =>
        LineHeight * Math.Min(MostLines, cells.Zip(columns).Max(pair => LinesOf(pair.First, pair.Second.Width)));

    private static int LinesOf(Cell cell, double width) =>
        cell is Cell.Text { Value: var text } ? text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * LetterWidth / width))) : 1;
}
