using System.Text.Json;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Salvage;

namespace HocTap.Office.Tests.Service;

/// <summary>Hand-typed forms are read from the command line too: a line of JSON for each file, and nothing else on standard output.</summary>
[TestClass]
[DoNotParallelize]
public sealed class SalvageVerbStories
{
    private static readonly Sample Plan = Sample.Named("mau03-2-typical");
    private static readonly string Campaigns = Path.Combine(Sample.Folder, "campaigns.json");

    [TestMethod]
    public async Task Each_file_is_one_line_in_the_shape_of_the_service()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-salvage-").FullName;
        var (plan, tasks) = (Path.Combine(folder, "kế hoạch.docx"), Path.Combine(folder, "biểu.docx"));
        await File.WriteAllBytesAsync(plan, Typed(Plan));
        await File.WriteAllBytesAsync(tasks, Typed(Sample.Named("mau01-2-typical")));

        var called = await RunningVerb.RunAsync("salvage", plan, tasks, "--campaigns", Campaigns, "--Data:Directory", folder);

        Assert.AreEqual((0, ""), (called.ExitCode, called.Messages));
        var lines = called.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(2, lines);
        using var first = JsonDocument.Parse(lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.AreEqual((plan, "mau03", "1981-06-27", "high"), (Text(first, "file"), Text(first, "form"), first.RootElement.GetProperty("fields").GetProperty("dateOfBirth").GetString(),
            first.RootElement.GetProperty("confidence").GetProperty("dateOfBirth").GetProperty("level").GetString()));
        Assert.AreEqual(0, first.RootElement.GetProperty("findings").GetArrayLength(), lines[0]);
        Assert.AreEqual((tasks, "mau01"), (Text(second, "file"), Text(second, "form")));
        CollectionAssert.AreEquivalent((string[])[plan, tasks], Directory.GetFiles(folder), "nothing is stored");
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task Without_the_campaigns_their_texts_are_named_as_unknown()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-salvage-").FullName;
        var plan = Path.Combine(folder, "ke-hoach.docx");
        await File.WriteAllBytesAsync(plan, Typed(Plan));

        var called = await RunningVerb.RunAsync("salvage", plan, "--Data:Directory", folder);

        using var answer = JsonDocument.Parse(called.Output);
        var finding = answer.RootElement.GetProperty("findings").EnumerateArray().Single();
        Assert.AreEqual("S06", finding.GetProperty("rule").GetString());
        Assert.Contains("Kết luận số 01-KL/TW", finding.GetProperty("message").GetString()!);
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task What_cannot_be_read_is_told_and_the_others_are_read_all_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-salvage-").FullName;
        var (letter, gone, plan) = (Path.Combine(folder, "giay-moi.docx"), Path.Combine(folder, "khong-co.docx"), Path.Combine(folder, "ke-hoach.docx"));
        await File.WriteAllBytesAsync(letter, new TypedDocument().Lines("GIẤY MỜI", "Kính mời đồng chí dự họp.").ToBytes());
        await File.WriteAllBytesAsync(plan, Typed(Plan));

        var called = await RunningVerb.RunAsync("salvage", letter, gone, plan, "--Data:Directory", folder);

        Assert.AreEqual(1, called.ExitCode, called.Messages);
        var lines = called.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(3, lines);
        using var first = JsonDocument.Parse(lines[0]);
        using var last = JsonDocument.Parse(lines[2]);
        Assert.AreEqual("422.3", Text(first, "code"));
        Assert.AreEqual("mau03", Text(last, "form"));
        Assert.Contains($"{letter}: ", called.Messages);
        Assert.Contains($"{gone}: ", called.Messages);
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task Without_a_file_or_with_campaigns_that_are_not_there_it_says_how_to_call_it()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-salvage-").FullName;

        var nothing = await RunningVerb.RunAsync("salvage", "--Data:Directory", folder);
        var wrong = await RunningVerb.RunAsync("salvage", "a.docx", "--campaigns", Path.Combine(folder, "khong-co.json"), "--Data:Directory", folder);

        Assert.AreEqual((2, ""), (nothing.ExitCode, nothing.Output));
        Assert.Contains("ít nhất một tệp", nothing.Messages);
        Assert.AreEqual((2, ""), (wrong.ExitCode, wrong.Output));
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Typed(Sample sample) => new Clerk(sample.Form, sample.Campaign, sample.Normalized, Habits.Careful).Type();

    private static string? Text(JsonDocument answer, string name) => answer.RootElement.GetProperty(name).GetString();
}
