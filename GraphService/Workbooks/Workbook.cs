namespace HocTap.Office.GraphService.Workbooks;

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its Vietnamese head.</param>
/// <param name="Width">Its width, in digits of the normal font.</param>
internal sealed record WorkbookColumn(string Title, double Width);

/// <summary>A sheet («trang tính»): a head row and rows of as many cells.</summary>
/// <param name="Name">Its Vietnamese name, at most 31 characters and none of <c>[]:*?/\</c>.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, read once while writing.</param>
internal sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookColumn> Columns, IEnumerable<IReadOnlyList<Cell>> Rows);

/// <summary>A workbook («bảng tính») to be downloaded.</summary>
/// <param name="FileName">Its file name, ASCII.</param>
/// <param name="Title">Its Vietnamese title, in the properties of the file.</param>
/// <param name="Sheets">Its sheets; the first one is shown.</param>
internal sealed record Workbook(string FileName, string Title, IReadOnlyList<WorkbookSheet> Sheets);
