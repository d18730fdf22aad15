using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>Small files that once took minutes, gigabytes or an exception.</summary>
public sealed partial class HostilePackageTests
{
    // What a busy build server needs for them many times over, and far from what the square of their size would take.
    private const int MostSeconds = 10;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["deleted paragraph marks"] = Repeat(16_000, "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"),
        ["insertions"] = "<w:p>" + Repeat(60_000, "<w:ins><w:r/></w:ins>") + "</w:p>",
        ["nested insertions"] = Repeat(300, "<w:ins>") + "<w:p/>" + Repeat(300, "</w:ins>"),
        ["deletions"] = "<w:p>" + Repeat(60_000, "<w:r/><w:del/>") + "</w:p>",
        ["alternatives"] = "<w:p>" + Repeat(30_000, "<mc:AlternateContent><mc:Fallback><w:r/></mc:Fallback></mc:AlternateContent>") + "</w:p>",
        ["deleted rows"] = "<w:tbl>" + Repeat(30_000, "<w:tr><w:trPr><w:del/></w:trPr></w:tr>") + "</w:tbl>",
        ["open bookmarks"] = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"<w:bookmarkStart w:id='{n}' w:name='_ht_actionContent'/><w:p><w:r><w:t>a</w:t></w:r></w:p>")),
        ["paragraphs"] = Repeat(60_000, "<w:p><w:r><w:t>dòng</w:t></w:r></w:p>"),
        ["lines like labels"] = Repeat(20_000, "<w:p><w:r><w:t>Họ và tên: A, ngày 1 của B về C</w:t></w:r></w:p>"),
        ["one endless line"] = "<w:p><w:r><w:t>" + new string('a', 8_000_000) + "</w:t></w:r></w:p>",
        ["combining marks"] = "<w:p><w:r><w:t>a" + Repeat(300_000, "\u0301\u0323") + "</w:t></w:r></w:p>",
        ["fields without an instruction"] = "<w:p>" + Repeat(60_000, "<w:fldChar w:fldCharType='begin'/>") + "</w:p>",
        ["text in text in a box"] = "<w:p><w:r><w:pict>" + Repeat(300, "<w:t>") + new string('a', 4_000_000) + Repeat(300, "</w:t>") + "</w:pict></w:r></w:p>",
        ["works and labels"] = "<w:p><w:r><w:t>III. ĐĂNG KÝ NÊU GƯƠNG</w:t></w:r></w:p>" + Repeat(8_000, "<w:p><w:r><w:t>1. Công việc số 1</w:t></w:r></w:p><w:p><w:r><w:t>- Nội dung, mục tiêu: a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>"),
        ["typed lines among works"] = "<w:p><w:r><w:t>III. ĐĂNG KÝ NÊU GƯƠNG</w:t></w:r></w:p>" + Repeat(50_000, "<w:p><w:r><w:t>dòng</w:t></w:r></w:p>"),
        ["section headings"] = Repeat(20_000, "<w:p><w:r><w:t>III. ĐĂNG KÝ NÊU GƯƠNG</w:t></w:r></w:p><w:p><w:r><w:t>1. Công việc số 1</w:t></w:r></w:p>"),
    };

    private static readonly Dictionary<string, string> Roots = new()
    {
        ["an alternative"] = "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Fallback>x<a/></mc:Fallback></mc:AlternateContent>",
        ["an insertion"] = $"<w:ins xmlns:w='{Docx.W}'>x<w:p/><w:p/></w:ins>",
        ["a deletion"] = $"<w:del xmlns:w='{Docx.W}'/>",
        ["a run"] = $"<w:r xmlns:w='{Docx.W}'><w:rPr><w:vanish/></w:rPr></w:r>",
        ["a deleted row"] = $"<w:tr xmlns:w='{Docx.W}'><w:trPr><w:del/></w:trPr></w:tr>",
        ["two dialects"] = $"<s:document xmlns:s='http://purl.oclc.org/ooxml/wordprocessingml/main' xmlns:w='{Docx.W}'><s:body><s:p s:a='1' w:a='2'/></s:body></s:document>",
        ["our own marks"] = $"<w:document xmlns:w='{Docx.W}'><w:body><w:p><unread xmlns='urn:hoctap:form:1'/><w:r><unread xmlns='urn:hoctap:form:1' kind='x'/></w:r></w:p></w:body></w:document>",
    };

    // By name: the runner would print the data of every test.
    public static IEnumerable<object[]> BodyNames => Bodies.Keys.Select(name => new object[] { name });

    public static IEnumerable<object[]> RootNames => Roots.Keys.Select(name => new object[] { name });

    private static readonly byte[] GoodTable = Sample.Named("mau01-2-typical").Fill();

    private static readonly Dictionary<string, string> Tables = new()
    {
        ["wide rows"] = Row(Heads + Repeat(4_000, Cell("x"))) + Repeat(20, Row(Repeat(4_000, Cell("x")))),
        ["rows"] = Row(Heads) + Repeat(20_000, Row(Repeat(5, Cell("x")))),
        ["one column many times"] = Row(Repeat(30_000, $"<w:tc><w:sdt><w:sdtPr><w:tag w:val='taskContent'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc>")),
        ["a long text merged over many rows"] = Row(Heads) + Row(Cell("1") + Merged(" w:val='restart'", new string('a', 2_000_000)) + Repeat(3, Cell("x"))) + Repeat(10_000, Row(Cell("1") + Merged("", "") + Repeat(3, Cell("x")))),
        ["wide cells"] = Row(Heads) + Repeat(3_000, Row(Repeat(5, "<w:tc><w:tcPr><w:gridSpan w:val='63'/></w:tcPr><w:p/></w:tc>"))),
        ["heads again and again"] = Repeat(10_000, Row(Heads)),
    };

    private static string Heads => Cell("TT") + Cell("Nội dung nhiệm vụ đột phá") + Cell("Đơn vị chủ trì") + Cell("Đơn vị phối hợp") + Cell("Thời gian thực hiện");

    public static IEnumerable<object[]> TableNames => Tables.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(TableNames))]
    public void A_small_table_takes_a_small_effort(string name) => ReadsWithin(
        name, Docx.With(GoodTable, Docx.Document, $"<w:document xmlns:w='{Docx.W}'><w:body><w:tbl>{Tables[name]}</w:tbl></w:body></w:document>"));

    [TestMethod]
    public void More_rows_than_any_form_takes_are_told()
    {
        var many = Docx.With(GoodTable, Docx.Document, $"<w:document xmlns:w='{Docx.W}'><w:body><w:tbl>{Row(Heads)}{Repeat(300, Row(Repeat(5, Cell("x"))))}</w:tbl></w:body></w:document>");

        var document = Reading.Of(many);

        Assert.HasCount(200, document.Values.RowsOf("breakthroughTasks"));
        Assert.IsTrue(document.Findings.Any(finding => finding is { Rule: "D07", Path: "breakthroughTasks" } && finding.Message.Contains("200", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DynamicData(nameof(BodyNames))]
    public void A_small_file_takes_a_small_effort(string name) => ReadsWithin(name, WithBody(Bodies[name]));

    [TestMethod]
    [DynamicData(nameof(BodyNames))]
    public void A_small_file_without_our_part_takes_a_small_effort(string name) =>
        ReadsWithin(name, Docx.Without(WithBody(Bodies[name]), "customXml/"));

    [TestMethod]
    [DynamicData(nameof(RootNames))]
    public void A_body_of_an_odd_build_is_never_a_crash(string name) => ReadsWithin(name, Docx.With(Good, Docx.Document, Roots[name]));

    [TestMethod]
    [DataRow(10_000, "dòng {workUnit} x")]
    [DataRow(10_000, "{placeName}, {documentDate}")]
    [DataRow(10_000, "{workUnit}{fullName}{workUnit}")]
    [DataRow(1, "2000 letters {workUnit}")]
    [DataRow(1, "100000 letters {workUnit}")]
    public void A_forged_part_takes_a_small_effort(int count, string line)
    {
        var text = line.Replace("2000 letters", new string('a', 2_000), StringComparison.Ordinal).Replace("100000 letters", new string('a', 100_000), StringComparison.Ordinal);
        var forged = Docx.Replace(Good, "customXml/item1.xml", "<fixed>", "<fixed>" + Repeat(count, $"<line>{text}</line>"));

        ReadsWithin(line, Docx.Edit(forged, body =>
        {
            Docx.Control(body, "workUnit").Ancestors(Docx.W + "p").First().Remove();
            body.AddFirst(Enumerable.Range(0, 2_000).Select(_ => new XElement(Docx.W + "p", Docx.Run(new string(',', 1_000)))).ToArray<object>());
        }));
    }

    [TestMethod]
    public void A_text_beyond_every_form_is_too_long_and_says_so()
    {
        var nodes = Docx.With(Good, Docx.Document, $"<w:document xmlns:w='{Docx.W}'><w:body>{Repeat(600_000, "<w:p/>")}</w:body></w:document>");

        Expect(RefusalKind.TooLarge, nodes);
        Assert.DoesNotContain("20 MB", Refused(nodes).Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Many_parts_and_a_bomb_are_not_told_to_be_over_twenty_megabytes()
    {
        var many = Docx.Pack([.. Docx.Parts(Good), .. Enumerable.Range(0, 200).Select(n => KeyValuePair.Create($"word/media/{n}.bin", new byte[1]))]);
        var bomb = Docx.With(Good, "word/media/image1.bin", new byte[85 * 1024 * 1024]);

        Assert.Contains("quá nhiều phần", Refused(many).Detail, StringComparison.Ordinal);
        Assert.Contains("mở nén", Refused(bomb).Detail, StringComparison.Ordinal);
    }

    private static byte[] WithBody(string body) => Docx.With(
        Good, Docx.Document, $"<w:document xmlns:w='{Docx.W}' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>{body}</w:body></w:document>");

    private static ReadResult.Refused Refused(byte[] docx) => Assert.IsInstanceOfType<ReadResult.Refused>(FormReader.Read(new MemoryStream(docx)));

    private static void ReadsWithin(string name, byte[] docx)
    {
        var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());

        Assert.IsNotNull(FormReader.Read(new MemoryStream(docx)));

        Assert.IsLessThan(MostSeconds, watch.Elapsed.TotalSeconds, name);
        Assert.IsLessThan(MostBytes, GC.GetAllocatedBytesForCurrentThread() - before, name);
    }

    private static string Row(string cells) => $"<w:tr>{cells}</w:tr>";

    private static string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static string Merged(string kind, string text) => $"<w:tc><w:tcPr><w:vMerge{kind}/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static string Repeat(int count, string text) => new StringBuilder().Insert(0, text, count).ToString();
}
