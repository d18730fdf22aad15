using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HocTap.Office.GraphService.Workbooks;

/// <summary>Writes workbooks as .xlsx, without ever holding a sheet as a tree of objects.</summary>
internal static class WorkbookWriter
{
    /// <summary>Writes a workbook into a stream that can seek.</summary>
    public static void Write(Workbook workbook, Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = workbook.Title;
        var part = document.AddWorkbookPart();
        part.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Build();
        var sheets = new List<Sheet>();
        foreach (var (index, sheet) in workbook.Sheets.Index())
        {
            var sheetPart = part.AddNewPart<WorksheetPart>();
            SheetWriter.Write(sheetPart, sheet, shown: index == 0);
            sheets.Add(new Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = part.GetIdOfPart(sheetPart) });
        }

        part.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(new WorkbookView()), new Sheets(sheets), Heads(workbook.Sheets));
    }

    // The head row is printed again on every page.
    private static DefinedNames Heads(IEnumerable<WorkbookSheet> sheets) => new(sheets.Select((sheet, index) =>
        new DefinedName($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index }));
}
