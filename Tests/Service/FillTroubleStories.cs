using System.Text;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Fillings;

namespace HocTap.Office.Tests.Service;

/// <summary>What goes wrong while many documents are filled is told in Vietnamese, costs its own line, and never a file of the user.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FillTroubleStories : IDisposable
{
    private static readonly string[] Campaigns = ["--campaigns", Repository.At("GraphService", "SampleCity", "campaigns.json")];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task A_character_that_no_document_can_carry_is_left_out_and_the_run_goes_on()
    {
        var list = Write("list.csv", "person,organization,actionContent\nX1,CB,Một\uFFFE\nX2,CB,Hai\n");

        var run = await FillAsync(list, "out");

        Assert.AreEqual(0, run.ExitCode, run.Messages);
        Assert.AreEqual("Một", ValuesOf("X1")["actionContent"]);
        Assert.AreEqual("Hai", ValuesOf("X2")["actionContent"]);
    }

    [TestMethod]
    public async Task A_workbook_with_half_a_character_is_filled_all_the_same()
    {
        var list = folder.Write("list.xlsx", XlsxFiles.Workbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
            <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="C2" t="s"><v>5</v></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>X2</t></is></c><c r="B3" t="s"><v>4</v></c><c r="C3" t="inlineStr"><is><t>Hai&#xD800;&#xFFFE;</t></is></c></row>
            """,
            "person", "organization", "actionContent", "X1", "CB", "Một&#xDC00;&#xFFFE;"));

        var run = await FillAsync(list, "out");

        Assert.AreEqual(0, run.ExitCode, run.Messages);
        Assert.AreEqual("Một\uFFFD", ValuesOf("X1")["actionContent"]);
        Assert.AreEqual("Hai\uFFFD", ValuesOf("X2")["actionContent"]);
    }

    [TestMethod]
    [DataRow("""{"actionContent":"\ud800"}""", DisplayName = "in a value")]
    [DataRow("""{"\udc00":"a"}""", DisplayName = "in a name")]
    [DataRow("""{"fields":{"exemplaryTasks":[{"exemplaryContent":"a\ud800b"}]}}""", DisplayName = "in a row")]
    [DataRow("""{"actionContent":"a","actionContent":"b"}""", DisplayName = "a name twice")]
    public async Task Json_with_half_a_character_is_refused_in_Vietnamese(string json)
    {
        var run = await RunningVerb.RunAsync(json, ["fill", "mau03", "--campaign", "HT2027", "--person", "X1", "--organization", "CB", "--out", folder.File("one.docx"), .. Campaigns]);

        Assert.AreEqual(2, run.ExitCode, run.Messages);
        Assert.StartsWith("Đầu vào chuẩn", run.Messages);
        Assert.DoesNotContain("Exception", run.Messages);
    }

    [TestMethod]
    public async Task The_list_is_never_written_over_by_the_report_of_its_own_faults()
    {
        const string Text = "person,organization,documentDate\nX1,CB,hôm qua\n";
        var list = Write("x.loi.csv", Text);

        var run = await FillAsync(list, "x");

        Assert.AreEqual(2, run.ExitCode, run.Messages);
        Assert.Contains("--out", run.Messages);
        Assert.AreEqual(Text, await File.ReadAllTextAsync(list));
    }

    [TestMethod]
    [DataRow("note", "là một tệp", DisplayName = "a file")]
    [DataRow("note/deep/out", "là một tệp", DisplayName = "a folder in a file")]
    [DataRow("note/out.zip", "là một tệp", DisplayName = "a .zip in a file")]
    public async Task Where_nothing_can_be_written_the_reason_is_told_in_Vietnamese(string target, string said)
    {
        var list = Write("list.csv", "person,organization,actionContent\nX1,CB,Một\n");
        Write("note", "ghi chú");

        var run = await FillAsync(list, target);

        Assert.AreEqual(1, run.ExitCode, run.Messages);
        Assert.Contains(said, run.Messages);
        Assert.DoesNotContain("Could not", run.Messages);
        Assert.DoesNotContain("already exists", run.Messages);
    }

    [TestMethod]
    public async Task People_whose_files_would_have_one_name_are_told_so()
    {
        var list = Write("list.csv", "person,organization,fullName,actionContent\nP1,CB,An,a\np1,CB,An,b\n");

        var run = await FillAsync(list, "out");

        Assert.AreEqual(1, run.ExitCode, run.Messages);
        Assert.Contains("Dòng 3: tên tệp HT2027_M03_CB_p1-An.docx trùng với dòng 2", run.Messages);
    }

    private Task<RunningVerb> FillAsync(string list, string target) =>
        RunningVerb.RunAsync("", ["fill", "mau03", "--campaign", "HT2027", "--list", list, "--out", folder.File(target), .. Campaigns]);

    private string Write(string name, string text) => folder.Write(name, Encoding.UTF8.GetBytes(text));

    private FormValues ValuesOf(string person)
    {
        using var document = File.OpenRead(Directory.GetFiles(folder.File("out"), $"*_{person}*.docx").Single());
        return FormReader.Read(document) is ReadResult.Readable readable ? readable.Document.Values : throw new InvalidOperationException("The document cannot be read.");
    }
}
