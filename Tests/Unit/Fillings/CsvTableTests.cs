using System.Text;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class CsvTableTests : IDisposable
{
    private static readonly FillColumnNames Names = new(FormCatalog.Find(FormCode.Parse("mau03"))!);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("utf-8", false)]
    [DataRow("utf-8", true, DisplayName = "CSV UTF-8 of Excel")]
    [DataRow("utf-16LE", true, DisplayName = "Unicode text of Excel")]
    [DataRow("utf-16LE", false)]
    [DataRow("utf-16BE", true)]
    [DataRow("utf-16BE", false)]
    public void Any_Unicode_is_read_whatever_stands_at_its_beginning(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = encoding.GetBytes("person;Họ và tên\r\nN0001;Đoàn Đức Ước\r\n");

        using var table = Open(mark ? [.. encoding.GetPreamble(), .. text] : text);

        Assert.AreEqual(1, table.Count);
        var line = table.LineOf(table.Records().Single(), [])!;
        Assert.AreEqual("N0001", line.Person);
        Assert.AreEqual("Đoàn Đức Ước", line.Fields["fullName"]!.GetValue<string>());
    }

    [TestMethod]
    [DataRow("person,Họ và tên\nN1,\"Lê, Mơ\"\n", 2, DisplayName = "comma")]
    [DataRow("person;Họ và tên\nN1;Lê, Mơ\n", 2, DisplayName = "semicolon of a Vietnamese Excel")]
    [DataRow("person\tHọ và tên\nN1\tLê, Mơ\n", 2, DisplayName = "tab")]
    [DataRow("sep=;\nperson;Họ và tên\nN1;Lê, Mơ\n", 3, DisplayName = "a line that names the separator")]
    [DataRow("DANH SÁCH, PHƯỜNG ĐẰNG VÂN, NĂM 2027;\n;\nperson;Họ và tên\nN1;Lê, Mơ\n", 4, DisplayName = "a title with commas above the head")]
    [DataRow("STT;Mã cán bộ;HỌ VÀ TÊN;\n1;N1;Lê, Mơ;\n", 2, DisplayName = "running number, capitals, a column without a name")]
    public void The_head_tells_the_separator_and_lines_keep_their_numbers(string text, int expected)
    {
        using var table = Open(Encoding.UTF8.GetBytes(text));

        var record = table.Records().Single();
        var line = table.LineOf(record, [])!;

        Assert.AreEqual(expected, record.Line);
        Assert.AreEqual("N1", line.Person);
        Assert.AreEqual("Lê, Mơ", line.Fields["fullName"]!.GetValue<string>());
    }

    [TestMethod]
    public void Letters_of_an_old_code_page_are_refused_before_anything_is_made()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("person;actionContent\nN1;Việc\n", 500))), 0xD0, 0x6F, 0xE0, 0x6E];

        Assert.IsFalse(FillTable.Open(Names, folder.Write("list.csv", text), null).TryGet(out _, out var problem));

        Assert.Contains("UTF-8", problem!.Detail);
    }

    [TestMethod]
    [DataRow("person;actionContnt\nN1;x\n", "actionContnt")]
    [DataRow("person;fullName;Họ và tên\nN1;x;y\n", "hai cột cùng một trường")]
    [DataRow("", "không có dòng tiêu đề")]
    public void A_head_that_would_lose_a_column_is_refused(string text, string said)
    {
        Assert.IsFalse(FillTable.Open(Names, folder.Write("list.csv", Encoding.UTF8.GetBytes(text)), null).TryGet(out _, out var problem));

        Assert.Contains(said, problem!.Detail);
    }

    [TestMethod]
    public void Every_bad_cell_of_a_line_is_told_with_its_column()
    {
        using var table = Open(Encoding.UTF8.GetBytes("person;Ngày lập;Nhóm việc;\nN1;31/02/2027;9;lạc\n"));
        var faults = new List<FillFault>();

        Assert.IsNull(table.LineOf(table.Records().Single(), faults));

        Assert.AreEqual("2 Ngày lập|2 Nhóm việc|2 ", string.Join('|', faults.Select(fault => $"{fault.Line} {fault.Column}")));
    }

    [TestMethod]
    public void A_choice_may_be_written_as_people_see_it()
    {
        using var table = Open(Encoding.UTF8.GetBytes("person;exemplaryTasks[0].exemplaryGroup;Nhóm việc 2\nN1;1;khắc phục hạn chế, yếu kém kéo dài\n"));

        var line = table.LineOf(table.Records().Single(), [])!;

        Assert.AreEqual("""[{"exemplaryGroup":"1"},{"exemplaryGroup":"2"}]""", line.Fields["exemplaryTasks"]!.ToJsonString());
    }

    private FillTable Open(byte[] text) =>
        FillTable.Open(Names, folder.Write("list.csv", text), null).TryGet(out var table, out var problem) ? table : throw new InvalidOperationException(problem.Detail);
}
