using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>One sheet of an Excel workbook (.xlsx, .xlsb, .xls).</summary>
internal sealed class XlsxTable : TableFile
{
    private readonly IExcelDataReader reader;
    private readonly Stream stream;

    // Old .xls files are in one of Windows' code pages.
    static XlsxTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsxTable(Stream stream, IExcelDataReader reader) => (this.stream, this.reader) = (stream, reader);

    /// <inheritdoc/>
    public override int Count => reader.RowCount;

    /// <summary>True for the first bytes of a ZIP package or a compound file.</summary>
    public static bool Is(ReadOnlySpan<byte> start) => start is [0x50, 0x4B, 3, 4] or [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Opens a workbook at a sheet, the first one that is shown when none is named.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handed to what is returned, which its caller disposes.")]
    public static Result<TableFile> Open(string path, string? sheet)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Stream stream = file;
        try
        {
            stream = PlainWorkbook.Of(file);
            var table = new XlsxTable(stream, ExcelReaderFactory.CreateReader(stream));
            if (stream != file)
            {
                file.Dispose();
            }

            if (table.Find(sheet) is not { } problem)
            {
                return table;
            }

            table.Dispose();
            return problem;
        }
        catch (InvalidPasswordException)
        {
            file.Dispose();
            stream.Dispose();
            return new Problem.Malformed($"Tệp {path} có mật khẩu. Hãy bỏ mật khẩu trong Excel rồi chạy lại.");
        }
        catch (SpillTooLargeException)
        {
            file.Dispose();
            return new Problem.Malformed($"Tệp {path} bung ra quá {SpillFile.Most >> 20} MB: không danh sách nào dài thế. Hãy chia thành nhiều tệp, hoặc chép riêng bảng cần điền sang tệp mới.");
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            file.Dispose();
            stream.Dispose();
            return new Problem.Malformed($"Tệp {path} không phải bảng tính Excel đọc được. Hãy mở bằng Excel và lưu lại dạng .xlsx.");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<TableRecord> Records()
    {
        for (var line = 1; Next(line) is { } record; line++)
        {
            if (!record.IsBlank)
            {
                yield return record;
            }

            if (record is { Fault: { Place: null } })
            {
                break;
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private Problem? Find(string? sheet)
    {
        var names = new List<string>();
        do
        {
            if (sheet is null ? reader.VisibleState == "visible" : string.Equals(reader.Name, sheet, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            names.Add(reader.Name);
        }
        while (reader.NextResult());
        return new Problem.Malformed($"Không có trang tính “{sheet}”. Các trang: {string.Join(", ", names)}.");
    }

    private TableRecord? Next(int line)
    {
        try
        {
            return reader.Read() ? Record(line) : null;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            return new TableRecord(line, [], new TableFault(null, "tệp Excel hỏng từ dòng này, các dòng sau không đọc được."));
        }
    }

    private TableRecord Record(int line)
    {
        var values = new string[reader.FieldCount];
        TableFault? fault = null;
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = XlsxCell.Text(reader.GetValue(place), reader.GetNumberFormatString(place));
            fault ??= values[place] is [PlainWorkbook.ErrorMark, .. var error] ? new TableFault(place, $"ô có lỗi của Excel ({error}).") : null;
        }

        return new TableRecord(line, values, fault);
    }

    private static bool IsBroken(Exception exception) => exception is ExcelReaderException or InvalidDataException or XmlException or IOException or FormatException or IndexOutOfRangeException or ArgumentException;
}
