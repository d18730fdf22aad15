using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Workbooks;

/// <summary>Streams one sheet into its part, row by row: a frozen bold head with a filter, typed cells below, printed on A4 across one page's width.</summary>
internal sealed class SheetWriter(OpenXmlWriter writer)
{
    private const uint A4 = 9;

    // The day Excel counts from; it is one day early because Excel believes in 29/02/1900.
    private static readonly DateTime DayZero = new(1899, 12, 30);

    /// <summary>Writes the part of a sheet.</summary>
    public static void Write(WorksheetPart part, WorkbookSheet sheet, bool shown)
    {
        using var writer = OpenXmlWriter.Create(part);
        new SheetWriter(writer).Write(sheet, shown);
    }

    private void Write(WorkbookSheet sheet, bool shown)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(shown)));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteRow([.. sheet.Columns.Select(column => (Cell)column.Title)], sheet.Columns, _ => CellStyle.Head);
        var last = 1;
        foreach (var row in sheet.Rows)
        {
            WriteRow(row, sheet.Columns, StyleOf);
            last++;
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName(sheet.Columns.Count)}{last}" });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private static SheetView View(bool shown) => new(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue>(["A2"]) })
    {
        TabSelected = shown ? true : null,
        WorkbookViewId = 0,
    };

    private void WriteRow(IReadOnlyList<Cell> cells, IReadOnlyList<WorkbookColumn> columns, Func<Cell, CellStyle> style)
    {
        writer.WriteStartElement(new Row { Height = RowHeight.Of(cells, columns) });
        foreach (var cell in cells)
        {
            WriteCell(cell, (uint)style(cell));
        }

        writer.WriteEndElement();
    }

    private void WriteCell(Cell cell, uint style) => writer.WriteElement(cell switch
    {
        Cell.Empty => new() { StyleIndex = style },
        Cell.Text { Value: var text } => new(new InlineString(new Text(CellText.Of(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style },
        Cell.Number { Value: var number } => Numeric(number, style),
        Cell.Percent { Value: var part } => Numeric(part, style),
        Cell.Day { Value: var day } => Numeric((day.ToDateTime(TimeOnly.MinValue) - DayZero).TotalDays, style),
        Cell.Moment { Value: var moment } => Numeric((VietnamTime.Local(moment).DateTime - DayZero).TotalDays, style),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Numeric(double value, uint style) =>
        new(new CellValue(value.ToString("R", CultureInfo.InvariantCulture))) { StyleIndex = style };

    private static CellStyle StyleOf(Cell cell) => cell switch
    {
        Cell.Text { Value: var text } => CellText.LooksLikeFormula(text) ? CellStyle.QuotedText : CellStyle.Text,
        Cell.Number => CellStyle.Number,
        Cell.Percent => CellStyle.Percent,
        Cell.Day => CellStyle.Day,
        Cell.Moment => CellStyle.Moment,
        _ => CellStyle.Text,
    };

    private static string ColumnName(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnName((number - 1) / 26) + ColumnName(((number - 1) % 26) + 1);
}
