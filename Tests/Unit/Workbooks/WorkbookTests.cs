using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HocTap.Office.GraphService.Workbooks;
using Cell = HocTap.Office.GraphService.Workbooks.Cell;
using Workbook = HocTap.Office.GraphService.Workbooks.Workbook;

namespace HocTap.Office.Tests.Unit.Workbooks;

[TestClass]
public sealed class WorkbookTests
{
    [TestMethod]
    public void Numbers_days_and_moments_come_back_as_what_they_are()
    {
        var bytes = Written("chữ", 42, new Cell.Percent(0.5), new Cell.Day(new(2027, 3, 31)), new Cell.Moment(new(2027, 1, 20, 18, 30, 0, TimeSpan.Zero)), "");

        var row = XlsxReading.Sheets(bytes)["Sổ thử"][1];
        Assert.AreEqual("chữ", row[0]);
        Assert.AreEqual(42.0, row[1]);
        Assert.AreEqual(0.5, row[2]);
        Assert.AreEqual(new DateTime(2027, 3, 31), row[3]);
        Assert.AreEqual(new DateTime(2027, 1, 21, 1, 30, 0), row[4], "Vietnam's clock");
        Assert.IsNull(row[5]);
        Assert.IsEmpty(XlsxReading.Faults(bytes), string.Join('\n', XlsxReading.Faults(bytes)));
    }

    [TestMethod]
    [DataRow("=HYPERLINK(\"http://evil.example\",\"x\")")]
    [DataRow("+84 912 345 678")]
    [DataRow("- Mỗi tháng một lần.\n- Không để tồn đọng.")]
    [DataRow("@SUM(A1)")]
    [DataRow("_x0041_")]
    [DataRow("<b>&amp;\"'")]
    public void Text_stays_text_whatever_it_begins_with(string text)
    {
        var bytes = Written(text);

        Assert.AreEqual(text, XlsxReading.Sheets(bytes)["Sổ thử"][1][0]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).ToList();
        Assert.IsTrue(cells.TrueForAll(cell => cell.CellFormula is null));
        Assert.IsTrue(cells.TrueForAll(cell => cell.DataType?.Value == CellValues.InlineString));
    }

    [TestMethod]
    public void Control_characters_are_dropped_and_too_long_text_is_cut()
    {
        Assert.AreEqual("một hai", XlsxReading.Sheets(Written("một\u0001 h\u0008ai"))["Sổ thử"][1][0]);
        Assert.AreEqual(32_767, ((string)XlsxReading.Sheets(Written(new string('a', 40_000)))["Sổ thử"][1][0]!).Length);
    }

    [TestMethod]
    public void The_head_is_bold_frozen_and_filters()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written("a", "b")), isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;

        Assert.AreEqual("A1:B2", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.AreEqual(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        var style = (int)sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First().StyleIndex!.Value;
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet;
        var font = styles.CellFormats!.Elements<CellFormat>().ElementAt(style).FontId!.Value;
        Assert.IsNotNull(styles.Fonts!.Elements<Font>().ElementAt((int)font).Bold);
    }

    [TestMethod]
    public void A_file_name_is_ascii() => Assert.AreEqual("HT2027-so-ke-hoach-ca-nhan.xlsx", WorkbookFileName.Of("HT2027", "Sổ kế hoạch cá nhân"));

    private static byte[] Written(params Cell[] row)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(new Workbook("x.xlsx", "Thử", [new("Sổ thử", [.. row.Select((_, index) => new WorkbookColumn($"Cột {index + 1}", 12))], [row])]), stream);
        return stream.ToArray();
    }
}
