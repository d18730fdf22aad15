using System.Text.Json;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.AddIn;

namespace HocTap.Office.Tests.Service;

/// <summary>Filling and reading on the command line, without any tenant or data directory.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FillVerbStories
{
    private static readonly string City = Repository.At("GraphService", "SampleCity");

    private static readonly string[] Files =
        ["--campaigns", Path.Combine(City, "campaigns.json"), "--people", Path.Combine(City, "people.csv"), "--organizations", Path.Combine(City, "organizations.csv")];

    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-verb-").FullName;

    [TestCleanup]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    public async Task One_json_becomes_one_document_and_reads_back()
    {
        var json = await WriteAsync("values.json", """{"fields":{"actionContent":"Giải quyết hồ sơ đúng hẹn.","documentDate":"20/01/2027","placeName":""}}""");
        var path = Path.Combine(folder, "plan.docx");

        var filled = await RunningVerb.RunAsync(["fill", "mau03", "--campaign", "HT2027", "--person", "N0326", json, "--out", path, .. Files]);
        var read = await RunningVerb.RunAsync(["read", path, .. Files]);

        Assert.AreEqual(0, filled.ExitCode, filled.Messages);
        Assert.AreEqual("", filled.Output);
        Assert.AreEqual(0, read.ExitCode, read.Messages);
        var answer = JsonDocument.Parse(read.Output).RootElement;
        Assert.AreEqual("P-TP", answer.GetProperty("organization").GetString());
        var fields = answer.GetProperty("fields");
        Assert.AreEqual("Đường Duy Đệ", fields.GetProperty("fullName").GetString(), "from the directory");
        Assert.AreEqual("", fields.GetProperty("placeName").GetString(), "what is given as empty stays empty");
        Assert.AreEqual("2027-01-20", fields.GetProperty("documentDate").GetString());
        Assert.Contains("actionSolution", read.Output[read.Output.IndexOf("findings", StringComparison.Ordinal)..]);
    }

    [TestMethod]
    public async Task Campaigns_alone_are_enough_and_values_may_come_by_pipe()
    {
        var path = Path.Combine(folder, "plan.docx");
        string[] call = ["fill", "mau03", "--campaign", "HT2024", "--person", "X1", "--organization", "CB-X", "--out", path, "--campaigns", Path.Combine(City, "campaigns.json")];

        var first = await RunningVerb.RunAsync("""{"fullName":"Lê Thị Mơ"}""", call);
        var again = await RunningVerb.RunAsync("""{"fullName":"Người khác"}""", call);

        Assert.AreEqual(0, first.ExitCode, first.Messages);
        Assert.AreEqual(1, again.ExitCode, "a file that is there is not overwritten unasked");
        Assert.AreEqual("Lê Thị Mơ", ValuesOf(path)["fullName"]);
    }

    [TestMethod]
    public async Task A_table_fills_a_folder_tells_its_bad_lines_and_goes_on()
    {
        var table = await WriteAsync("people.csv",
            "person;organization;actionContent;exemplaryTasks[0].exemplaryGroup;exemplaryTasks[0].exemplaryContent\r\n"
            + "N0323;P-TP;\"Một dòng;\r\nhai dòng\";1;Việc \"một\"\r\n"
            + "N0326;;Giải quyết hồ sơ.;;\r\n"
            + "N9999;;Không có người này.;;\r\n"
            + ";;;;\r\n"
            + "N0327;TU;Sai tổ chức.;;\r\n"
            + "N0326;;Trùng.;;\r\n"
            + "N0328;P-TP;Thiếu ô\r\n");

        var run = await RunningVerb.RunAsync(["fill", "mau03", "--campaign", "HT2027", "--csv", table, "--out", Path.Combine(folder, "out"), .. Files]);

        Assert.AreEqual(1, run.ExitCode, run.Messages);
        Assert.AreEqual("", run.Output);
        Assert.Contains("Dòng 5: Không có người mang mã “N9999”.", run.Messages);
        Assert.Contains("Dòng 7:", run.Messages);
        Assert.Contains("Dòng 8: trùng với dòng 4.", run.Messages);
        Assert.Contains("Dòng 9: có 3 ô, dòng tiêu đề có 5.", run.Messages);
        Assert.Contains("Xong: 2 văn bản mới, 0 đã có từ trước, 4 dòng lỗi.", run.Messages);
        var names = Directory.GetFiles(Path.Combine(folder, "out")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToList();
        Assert.AreEqual("HT2027_M03_P-TP_N0323-PhamXuanNghia.docx,HT2027_M03_P-TP_N0326-DuongDuyDe.docx", string.Join(',', names));
        var head = ValuesOf(Path.Combine(folder, "out", names[0]));
        Assert.AreEqual("Một dòng;\nhai dòng", head["actionContent"]);
        Assert.AreEqual("Việc \"một\"", head.RowsOf("exemplaryTasks")[0]["exemplaryContent"]);
    }

    [TestMethod]
    public async Task A_run_that_was_broken_off_goes_on_where_it_stopped()
    {
        var table = await WriteAsync("people.csv", "person,actionContent\nN0326,Một\nN0327,Hai\nN0328,Ba\n");
        string[] call = ["fill", "mau03", "--campaign", "HT2027", "--csv", table, "--out", folder, .. Files];
        await RunningVerb.RunAsync(call);
        var finished = Directory.GetFiles(folder, "*.docx").Order(StringComparer.Ordinal).ToList();
        File.Delete(finished[1]);
        await File.WriteAllTextAsync(finished[0], "mine now");

        var again = await RunningVerb.RunAsync(call);

        Assert.AreEqual(0, again.ExitCode, again.Messages);
        Assert.Contains("1 văn bản mới, 2 đã có từ trước, 0 dòng lỗi", again.Messages);
        Assert.AreEqual("mine now", await File.ReadAllTextAsync(finished[0]));
    }

    [TestMethod]
    public async Task The_whole_city_is_filled_in_one_run()
    {
        var people = await File.ReadAllLinesAsync(Path.Combine(City, "people.csv"));
        var table = await WriteAsync("city.csv", "person,actionContent\n" + string.Join('\n', people.Skip(1).Where(line => line.Length > 0).Select(line => $"{line[..5]},Việc")));

        var run = await RunningVerb.RunAsync(["fill", "mau03", "--campaign", "HT2027", "--csv", table, "--out", Path.Combine(folder, "city"), .. Files]);

        Assert.AreEqual(0, run.ExitCode, run.Messages);
        Assert.HasCount(421, Directory.GetFiles(Path.Combine(folder, "city"), "*.docx"));
    }

    [TestMethod]
    [DataRow("fly", "Không có lệnh “fly”.")]
    [DataRow("--help", "Cách dùng:")]
    [DataRow("fill --help", "Cách dùng:")]
    [DataRow("fill", "Cần nêu một mẫu")]
    [DataRow("fill mau99 --campaign HT2027", "Cần nêu một mẫu")]
    [DataRow("fill mau03 --campain HT2027", "không có tham số --campain")]
    [DataRow("fill mau03 --campaign", "thiếu giá trị")]
    [DataRow("fill mau03 --campaign HT1999 --campaigns {city}/campaigns.json", "HT2027")]
    [DataRow("fill mau03 --campaign HT2027 --campaigns /nowhere.json", "Không đọc được")]
    [DataRow("fill mau03 --campaign HT2027 --Data:Directory {folder}/nothing", "chưa có gì")]
    [DataRow("fill mau03 --campaign HT2027 --campaigns {city}/campaigns.json --csv {city}/people.csv --out {folder}", "“fullname”, “code”", DisplayName = "cột lạ")]
    [DataRow("fill mau03 --campaign HT2027 --campaigns {city}/campaigns.json --csv {city}/people.csv", "--out")]
    [DataRow("read", "ít nhất một tệp")]
    public async Task A_wrong_call_says_so_and_does_nothing(string call, string said)
    {
        var run = await RunningVerb.RunAsync([.. call.Split(' ').Select(part => part.Replace("{city}", City, StringComparison.Ordinal).Replace("{folder}", folder, StringComparison.Ordinal))]);

        Assert.AreEqual(2, run.ExitCode, run.Messages);
        Assert.AreEqual("", run.Output);
        Assert.IsTrue(said.Split('“', '”').All(part => run.Messages.Contains(part.Trim(' ', ','), StringComparison.OrdinalIgnoreCase)), run.Messages);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder), "nothing was made");
    }

    [TestMethod]
    public async Task Reading_tells_each_file_by_itself()
    {
        var text = await WriteAsync("note.docx", "không phải văn bản Word");

        var run = await RunningVerb.RunAsync("read", text, Path.Combine(folder, "gone.docx"), Repository.At("Templates", "Official", "mau03.docx"), "--Data:Directory", Path.Combine(folder, "nothing"));

        Assert.AreEqual(1, run.ExitCode);
        var answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.HasCount(3, answers);
        Assert.AreEqual("415", answers[0].GetProperty("code").GetString());
        Assert.AreEqual("404", answers[1].GetProperty("code").GetString());
        Assert.AreEqual("mau03", answers[2].GetProperty("form").GetString());
        Assert.IsFalse(Directory.Exists(Path.Combine(folder, "nothing")), "reading makes no data directory");
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static Templates.Forms.FormValues ValuesOf(string path)
    {
        using var stream = File.OpenRead(path);
        return FormReader.Read(stream) is ReadResult.Readable readable ? readable.Document.Values : throw new InvalidOperationException($"{path} cannot be read.");
    }
}
