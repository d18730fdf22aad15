using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace HocTap.Office.Tests.Unit.Workbooks;

/// <summary>Reads workbooks with another library than the one that wrote them, and holds them against the schema.</summary>
internal static class XlsxReading
{
    // The reader's configuration wants a code page that only the older .xls needs.
    static XlsxReading() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>The sheets by name, each a list of rows of typed values; the first row is the head.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<object?[]>> Sheets(byte[] xlsx)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(xlsx));
        var sheets = new Dictionary<string, IReadOnlyList<object?[]>>();
        do
        {
            sheets[reader.Name] = [.. Rows(reader)];
        }
        while (reader.NextResult());
        return sheets;
    }

    /// <summary>What Excel would complain of.</summary>
    public static IReadOnlyList<string> Faults(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }

    private static IEnumerable<object?[]> Rows(IExcelDataReader reader)
    {
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)];
        }
    }
}
