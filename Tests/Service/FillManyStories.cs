using System.IO.Compression;
using System.Text;
using Dapper;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Fillings;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.Tests.Service;

/// <summary>Filling many documents on the command line, broken off and taken up again.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FillManyStories : IDisposable
{
    private static readonly string City = Repository.At("GraphService", "SampleCity");

    private static readonly string[] Campaigns = ["--campaigns", Path.Combine(City, "campaigns.json")];

    private static readonly string[] Files =
        [.. Campaigns, "--people", Path.Combine(City, "people.csv"), "--organizations", Path.Combine(City, "organizations.csv")];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task A_workbook_becomes_a_zip_with_Vietnamese_heads_names_for_codes_and_real_days()
    {
        var list = folder.Write("danh-sach.bin", XlsxFiles.Workbook(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>DANH SÁCH ĐĂNG KÝ</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c><c r="E3" t="s"><v>4</v></c></row>
            <row r="4"><c r="A4"><v>1</v></c><c r="B4" t="s"><v>5</v></c><c r="C4" t="s"><v>6</v></c><c r="D4" s="1"><v>46407</v></c><c r="E4"><v>12</v></c></row>
            <row r="6"><c r="A6"><v>2</v></c><c r="B6" t="inlineStr"><is><t>Không Có Ai</t></is></c></row>
            """,
            "STT", "Họ và tên", "Mã tổ chức", "Ngày lập", "Nội dung, mục tiêu 1", "đường duy đệ", "P-TP"));

        var run = await RunAsync(list, "ket-qua.zip", Files);

        Assert.AreEqual(1, run.ExitCode, run.Messages);
        Assert.Contains("Dòng 6: Không có người tên “Không Có Ai”", run.Messages);
        var values = ReadEntry(folder.File("ket-qua.zip"), "HT2027_M03_P-TP_N0326-DuongDuyDe.docx");
        Assert.AreEqual("2027-01-20", values["documentDate"]);
        Assert.AreEqual("12", values.RowsOf("exemplaryTasks")[0]["exemplaryContent"]);
        var report = await File.ReadAllBytesAsync(folder.File("ket-qua.loi.csv"));
        Assert.IsTrue(report.AsSpan().StartsWith(Encoding.UTF8.Preamble), "Excel must show its letters right");
        Assert.StartsWith("\"Dòng\",\"Cột\",\"Lý do\"\r\n\"6\",\"\",\"Không có người", Encoding.UTF8.GetString(report, 3, report.Length - 3));
    }

    [TestMethod]
    [DataRow("out")]
    [DataRow("out.zip")]
    public async Task Killed_at_any_moment_a_second_run_goes_on_and_comes_to_the_same(string target)
    {
        const int Count = 1000;
        var list = List("list.csv", Count);
        await RunAsync(list, "whole" + target, Campaigns);

        // Early enough: a program that fills thousands in a second is not seen to stand anywhere.
        foreach (var some in (int[])[50, 150, 250])
        {
            using var killed = RunningVerb.Start(Call(list, target, Campaigns));
            while (!killed.HasExited && Finished(target) < some)
            {
                await Task.Delay(2);
            }

            killed.Kill();
            await killed.WaitForExitAsync();
        }

        Assert.IsLessThan(Count, Finished(target), "it was killed before it was done");
        var before = Documents(target).ToDictionary(document => document.Name, document => document.Written);
        var again = await RunAsync(list, target, Campaigns);

        Assert.AreEqual(0, again.ExitCode, again.Messages);
        var documents = Documents(target).ToList();
        Assert.HasCount(Count, documents);
        Assert.HasCount(Count, documents.Select(document => document.Name).Distinct().ToList());
        Assert.IsTrue(documents.All(document => !before.TryGetValue(document.Name, out var written) || written == document.Written), "no file is written twice");
        CollectionAssert.AreEqual(Documents("whole" + target).Select(document => (document.Name, document.Crc)).ToList(), documents.Select(document => (document.Name, document.Crc)).ToList());
        Assert.Contains($"{Count} đã có từ trước", (await RunAsync(list, target, Campaigns)).Messages);
    }

    [TestMethod]
    public async Task Stopped_by_its_user_it_ends_cleanly_and_says_how_to_go_on()
    {
        var list = List("list.csv", 20_000);
        using var stopped = RunningVerb.Start(Call(list, "out.zip", Campaigns));
        var messages = stopped.StandardError.ReadToEndAsync();
        while (!File.Exists(folder.File("out.zip.part")) || new FileInfo(folder.File("out.zip.part")).Length == 0)
        {
            await Task.Delay(50);
        }

        using (var signal = System.Diagnostics.Process.Start("kill", ["-INT", stopped.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        await stopped.WaitForExitAsync();

        Assert.AreEqual(130, stopped.ExitCode, await messages);
        Assert.Contains("Chạy lại đúng lệnh này để đi tiếp", await messages);
        Assert.IsFalse(File.Exists(folder.File("out.zip")), "what has its name is whole");
    }

    [TestMethod]
    public async Task A_changed_line_is_written_again_unless_somebody_has_worked_on_the_document()
    {
        string[] names = ["N0326", "N0327", "N0328"];
        var list = folder.File("list.csv");
        await File.WriteAllTextAsync(list, "person;actionContent\n" + string.Concat(names.Select(name => $"{name};Một\n")));
        await RunAsync(list, "out", Files);
        var paths = names.Select(name => Directory.GetFiles(folder.File("out"), $"*{name}*").Single()).ToList();
        await File.AppendAllTextAsync(paths[1], "my work");
        var untouched = File.GetLastWriteTimeUtc(paths[2]);
        await File.WriteAllTextAsync(list, "person;actionContent\nN0326;Hai\nN0327;Hai\nN0328;Một\n");

        var run = await RunAsync(list, "out", Files);

        Assert.AreEqual(1, run.ExitCode);
        Assert.Contains("0 văn bản mới, 1 ghi lại vì dữ liệu đã đổi, 1 đã có từ trước, 1 dòng lỗi", run.Messages);
        Assert.Contains("Dòng 3: dữ liệu đã đổi nhưng tệp", run.Messages);
        Assert.AreEqual("Hai", Read(File.OpenRead(paths[0]))["actionContent"]);
        Assert.EndsWith("my work", await File.ReadAllTextAsync(paths[1]));
        Assert.AreEqual(untouched, File.GetLastWriteTimeUtc(paths[2]));
    }

    [TestMethod]
    public async Task A_file_of_somebody_else_is_not_written_over_unasked()
    {
        var list = folder.File("list.csv");
        await File.WriteAllTextAsync(list, "person,actionContent\nN0326,Một\n");
        await RunAsync(list, "out", Files);
        var path = Directory.GetFiles(folder.File("out"), "*.docx").Single();
        Directory.Delete(folder.File("out/.hoctap-fill"), recursive: true);

        var same = await RunAsync(list, "out", Files);
        await File.WriteAllTextAsync(path, "mine");
        Directory.Delete(folder.File("out/.hoctap-fill"), recursive: true);
        var other = await RunAsync(list, "out", Files);
        var forced = await RunAsync(list, "out", [.. Files, "--overwrite"]);

        Assert.Contains("1 đã có từ trước", same.Messages, "the very bytes that would be written");
        Assert.AreEqual(1, other.ExitCode);
        Assert.Contains("không phải do lệnh này ghi", other.Messages);
        Assert.AreEqual(0, forced.ExitCode, forced.Messages);
        Assert.AreEqual("Một", Read(File.OpenRead(path))["actionContent"]);
    }

    [TestMethod]
    public async Task Thousands_of_documents_have_a_folder_for_each_organization()
    {
        var run = await RunAsync(List("list.csv", 1001), "out", Campaigns);

        Assert.AreEqual(0, run.ExitCode, run.Messages);
        Assert.HasCount(10, Directory.GetDirectories(folder.File("out"), "CB*"));
        Assert.IsEmpty(Directory.GetFiles(folder.File("out"), "*.docx"));
    }

    [TestMethod]
    public async Task What_the_clerk_keeps_is_filled_in_from_a_table()
    {
        var list = folder.File("list.csv");
        await File.WriteAllTextAsync(list, "person,actionContent,confirmerName\nN0326,Một,Người khác\nN0327,Một,\n");
        var defaults = folder.File("defaults.csv");
        await File.WriteAllTextAsync(defaults, "Mã tổ chức;Ngày kế hoạch;Xác nhận: họ tên\nP-TP;05/01/2027;Trần Thị Mẫu\n");

        var run = await RunAsync(list, "out", [.. Files, "--defaults", defaults]);

        Assert.AreEqual(0, run.ExitCode, run.Messages);
        var all = Directory.GetFiles(folder.File("out"), "*.docx").Order(StringComparer.Ordinal).Select(path => Read(File.OpenRead(path))).ToList();
        Assert.AreEqual("2027-01-05", all[0]["orgPlanDate"]);
        Assert.AreEqual("Người khác", all[0]["confirmerName"], "what a line gives goes before");
        Assert.AreEqual("Trần Thị Mẫu", all[1]["confirmerName"]);
    }

    [TestMethod]
    public async Task What_the_clerk_keeps_in_the_service_is_filled_in_without_it_running()
    {
        var data = await PreparedCity.CopyAsync();
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(data, "service.db")};Pooling=False"))
        {
            await database.ExecuteAsync("""INSERT INTO defaults (campaign, organization, version, fields, saved_by, saved_at) VALUES ('HT2027', 'P-TP', 1, '{"orgPlanNumber":"07-KH/CB"}', 'N0323', '2027-01-05T00:00:00.000Z')""");
        }

        var run = await RunningVerb.RunAsync("{}", ["fill", "mau03", "--campaign", "HT2027", "--person", "N0326", "--out", folder.File("plan.docx"), "--Data:Directory", data]);

        Assert.AreEqual(0, run.ExitCode, run.Messages);
        Assert.AreEqual("07-KH/CB", Read(File.OpenRead(folder.File("plan.docx")))["orgPlanNumber"]);
        Directory.Delete(data, recursive: true);
    }

    [TestMethod]
    [DataRow("""{"actionContnt":"x"}""", "actionContnt")]
    [DataRow("""{"fields":{"exemplaryTasks":[{"exemplaryContent":"x"},{"content":"y"}]}}""", "exemplaryTasks[1].content")]
    [DataRow("""{"fields":{},"actionContent":"x"}""", "actionContent")]
    public async Task A_tag_the_form_does_not_have_is_refused_by_its_name(string json, string said)
    {
        var run = await RunningVerb.RunAsync(json, ["fill", "mau03", "--campaign", "HT2027", "--person", "N0326", "--out", folder.File("plan.docx"), .. Files]);

        Assert.AreEqual(2, run.ExitCode, run.Messages);
        Assert.Contains($"“{said}”", run.Messages);
        Assert.IsFalse(File.Exists(folder.File("plan.docx")));
    }

    private Task<RunningVerb> RunAsync(string list, string target, string[] more) => RunningVerb.RunAsync("", Call(list, target, more));

    private string[] Call(string list, string target, string[] more) => ["fill", "mau03", "--campaign", "HT2027", "--list", list, "--out", folder.File(target), .. more];

    private string List(string name, int count)
    {
        File.WriteAllText(folder.File(name), "person;organization;Họ và tên;Ngày lập;actionContent\n"
            + string.Concat(Enumerable.Range(0, count).Select(index => $"X{index:00000};CB{index % 10};Người Thứ {index};20/01/2027;Việc số {index}\n")));
        return folder.File(name);
    }

    // Its journal tells how far a run is; only its size can be looked at while it is written.
    private long Finished(string target)
    {
        const int Line = 80;
        var journal = new FileInfo(folder.File(target.EndsWith(".zip", StringComparison.Ordinal) ? $"{target}.part.journal" : Path.Combine(target, ".hoctap-fill", "HT2027_mau03.tsv")));
        return journal.Exists ? journal.Length / Line : 0;
    }

    // What a document is and when it was written; inside a .zip, which is written once, the time is nothing to go by.
    private IEnumerable<(string Name, uint Crc, DateTime Written)> Documents(string target)
    {
        var path = folder.File(target);
        if (Directory.Exists(path))
        {
            return Directory.GetFiles(path, "*.docx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(path, file), GraphService.Fillings.Outputs.Crc32.Of(File.ReadAllBytes(file)), File.GetLastWriteTimeUtc(file)));
        }

        if (!File.Exists(path))
        {
            return [];
        }

        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(entry => (entry.FullName, entry.Crc32, DateTime.MinValue))];
    }

    private static FormValues ReadEntry(string path, string name)
    {
        using var zip = ZipFile.OpenRead(path);
        return Read(zip.GetEntry(name)!.Open()); // a test without it fails here
    }

    private static FormValues Read(Stream stream)
    {
        using var document = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(document);
        }

        document.Position = 0;
        return FormReader.Read(document) is ReadResult.Readable readable ? readable.Document.Values : throw new InvalidOperationException("The document cannot be read.");
    }
}
