using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class XlsxTableTests : IDisposable
{
    private static readonly FillColumnNames Names = new(FormCatalog.Find(FormCode.Parse("mau03"))!);

    private static readonly string[] Heads = ["person", "Họ và tên", "Ngày lập", "II.1 Nội dung, công việc cụ thể", "person &amp; co"];

    private const string Head = """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("""<c r="C2" s="1"><v>46407</v></c>""", "documentDate", "20/01/2027", DisplayName = "a real day")]
    [DataRow("""<c r="C2" t="inlineStr"><is><t>20/01/2027</t></is></c>""", "documentDate", "20/01/2027", DisplayName = "a day as text")]
    [DataRow("""<c r="D2"><v>12</v></c>""", "actionContent", "12", DisplayName = "a whole number")]
    [DataRow("""<c r="D2"><v>0.30000000000000004</v></c>""", "actionContent", "0,3", DisplayName = "a fraction with binary noise")]
    [DataRow("""<c r="D2"><v>912345678</v></c>""", "actionContent", "912345678")]
    [DataRow("""<c r="D2" s="2"><v>42</v></c>""", "actionContent", "00042", DisplayName = "leading zeros by format")]
    [DataRow("""<c r="D2" s="3"><v>0.95</v></c>""", "actionContent", "95%", DisplayName = "percent")]
    [DataRow("""<c r="D2" s="4"><v>46407.5</v></c>""", "actionContent", "20/01/2027 12:00", DisplayName = "day and time")]
    [DataRow("""<c r="D2" t="str"><f>A2</f><v>công thức</v></c>""", "actionContent", "công thức", DisplayName = "the value of a formula")]
    [DataRow("""<c r="D2" t="inlineStr"><is><r><t>hai </t></r><r><t>đoạn</t></r></is></c>""", "actionContent", "hai đoạn", DisplayName = "rich text")]
    [DataRow("""<c r="D2" t="inlineStr"><is><t>một&#10;hai</t></is></c>""", "actionContent", "một\nhai", DisplayName = "two lines in a cell")]
    public void A_cell_says_what_people_see_in_it(string cell, string tag, string expected)
    {
        using var table = Open($"""{Head}<row r="2"><c r="A2" t="inlineStr"><is><t>N1</t></is></c>{cell}</row>""");

        var line = table.LineOf(table.Records().Single(), [])!;

        Assert.AreEqual(expected, line.Fields[tag]!.GetValue<string>());
    }

    [TestMethod]
    public void Rows_keep_their_numbers_over_a_title_and_gaps()
    {
        using var table = Open("""
            <row r="2"><c r="A2" t="inlineStr"><is><t>DANH SÁCH</t></is></c></row>
            <row r="4"><c r="A4" t="s"><v>0</v></c></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>N1</t></is></c></row>
            <row r="9"><c r="A9"><v>2</v></c></row>
            """);

        var lines = table.Records().Select(record => table.LineOf(record, [])!).Select(line => $"{line.Line} {line.Person}");

        Assert.AreEqual("5 N1|9 2", string.Join('|', lines));
    }

    [TestMethod]
    public void An_error_of_Excel_is_told_and_never_printed()
    {
        using var table = Open($"""{Head}<row r="2"><c r="A2" t="inlineStr"><is><t>N1</t></is></c><c r="D2" t="e"><v>#N/A</v></c></row>""");
        var faults = new List<FillFault>();

        Assert.IsNull(table.LineOf(table.Records().Single(), faults));

        Assert.AreEqual("II.1 Nội dung, công việc cụ thể", faults[0].Column);
        Assert.Contains("#N/A", faults[0].Reason);
    }

    [TestMethod]
    [DataRow(32_767, true)]
    [DataRow(32_768, false)]
    public void A_cell_longer_than_Excel_has_is_told_by_row_and_column(int length, bool taken)
    {
        var path = folder.Write("list.bin", XlsxFiles.Workbook($"""{Head}<row r="2"><c r="A2" t="inlineStr"><is><t>N1</t></is></c><c r="D2" t="s"><v>5</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>N2</t></is></c><c r="D3" t="inlineStr"><is><t>{new string('a', length)}</t></is></c></row>""", [.. Heads, new string('a', length)]));
        using var table = FillTable.Open(Names, path, null).TryGet(out var opened, out var problem) ? opened : throw new InvalidOperationException(problem.Detail);
        var faults = new List<FillFault>();

        var lines = table.Records().Select(record => table.LineOf(record, faults)).ToList();

        Assert.IsTrue(lines.TrueForAll(line => (line is not null) == taken));
        Assert.AreEqual(
            taken ? "" : "Dòng 2, cột “II.1 Nội dung, công việc cụ thể”: ô dài quá 32.767 ký tự.|Dòng 3, cột “II.1 Nội dung, công việc cụ thể”: ô dài quá 32.767 ký tự.", string.Join('|', faults));
    }

    [TestMethod]
    public void A_text_that_a_small_file_blows_up_to_does_not_fill_the_memory()
    {
        var path = folder.Write("list.bin", XlsxFiles.Workbook($"""{Head}<row r="2"><c r="D2" t="s"><v>5</v></c></row>""", [.. Heads, new string('a', 16 << 20)]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var table = FillTable.Open(Names, path, null).TryGet(out var opened, out var problem) ? opened : throw new InvalidOperationException(problem.Detail);
        var faults = new List<FillFault>();
        Assert.IsNull(table.LineOf(table.Records().Single(), faults));

        Assert.IsLessThan(8L << 20, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Contains("ô dài quá", faults[0].Reason);
    }

    [TestMethod]
    public void A_temporary_file_ends_at_its_bound()
    {
        using var spill = new SpillFile(most: 10);
        spill.Write("12345"u8);
        spill.Write("67890"u8.ToArray(), 0, 5);

        Assert.ThrowsExactly<SpillTooLargeException>(() => spill.WriteByte(0));
        Assert.ThrowsExactly<SpillTooLargeException>(() => spill.Write("1"u8));
        Assert.AreEqual(10, spill.Length);
    }

    [TestMethod]
    public void A_sheet_is_chosen_by_name_else_the_first_that_is_shown()
    {
        var path = folder.Write("list.dat", XlsxFiles.Workbook(Head, Heads));

        Assert.IsTrue(FillTable.Open(Names, path, "danh sách").TryGet(out var named, out _), "capitals do not count");
        Assert.IsFalse(FillTable.Open(Names, path, "Khác").TryGet(out _, out var problem));

        named!.Dispose();
        Assert.Contains("Tham số, Danh sách", problem!.Detail);
    }

    [TestMethod]
    public void What_only_begins_like_a_workbook_is_refused()
    {
        Assert.IsFalse(FillTable.Open(Names, folder.Write("list.xlsx", [0x50, 0x4B, 3, 4, 1, 2, 3]), null).TryGet(out _, out var zip));
        Assert.IsFalse(FillTable.Open(Names, folder.Write("list.xls", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]), null).TryGet(out _, out var compound));

        Assert.Contains("không phải bảng tính", zip!.Detail);
        Assert.Contains("không phải bảng tính", compound!.Detail);
    }

    private FillTable Open(string rows) => FillTable.Open(Names, folder.Write("list.bin", XlsxFiles.Workbook(rows, Heads)), null).TryGet(out var table, out var problem) ? table : throw new InvalidOperationException(problem.Detail);
}
