using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>A table in a file («tệp danh sách»), read record by record so that its size does not matter.</summary>
internal abstract class TableFile : IDisposable
{
    /// <summary>How many records there are, the head included; an .xlsx counts its empty rows too.</summary>
    public abstract int Count { get; }

    /// <summary>What separates values in a report that the same program is to open.</summary>
    public virtual char Separator => ',';

    /// <summary>The records that are not blank, once.</summary>
    public abstract IEnumerable<TableRecord> Records();

    /// <summary>Opens a file; what it is tells its content, not its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet of a workbook; null for the first one that is shown.</param>
    /// <param name="isName">True for the name of a column: tells the separator of a CSV file.</param>
    /// <returns>400 for a file that is neither, or cannot be read.</returns>
    public static Result<TableFile> Open(string path, string? sheet, Func<string, bool> isName)
    {
        try
        {
            Span<byte> start = stackalloc byte[4];
            using (var stream = File.OpenRead(path))
            {
                start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            }

            return XlsxTable.Is(start) ? XlsxTable.Open(path, sheet)
                : sheet is null ? CsvTable.Open(path, isName)
                : new Problem.Malformed($"Tệp {path} không phải bảng tính Excel nên không có trang tính nào (--sheet).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Problem.Malformed($"Không mở được tệp {path}.");
        }
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
