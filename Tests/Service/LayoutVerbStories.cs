using HocTap.Office.Templates.Filling;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Checking;

namespace HocTap.Office.Tests.Service;

/// <summary>Layouts are checked and mended from the command line too, without any data of the service.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LayoutVerbStories
{
    [TestMethod]
    public async Task A_spoiled_file_is_told_and_mended_into_another_one()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-layout-").FullName;
        var (spoiled, mended) = (Path.Combine(folder, "cu.docx"), Path.Combine(folder, "moi.docx"));
        var docx = DamagedDocument.Of(Sample.Named("mau03-2-typical").Fill(), [.. Damage.All.Where(damage => damage.Name is "a margin" or "no asterisk")], 1).Docx;
        await File.WriteAllBytesAsync(spoiled, docx);

        var told = await RunningVerb.RunAsync("check", spoiled, "--Data:Directory", folder);
        var repaired = await RunningVerb.RunAsync("repair", spoiled, mended, "--Data:Directory", folder);
        var again = await RunningVerb.RunAsync("check", mended, "--Data:Directory", folder);
        var twice = await RunningVerb.RunAsync("repair", spoiled, mended, "--Data:Directory", folder);

        Assert.AreEqual(1, told.ExitCode, told.Messages);
        Assert.Contains("L02 Trang giấy: lề trang đang là", told.Output);
        Assert.AreEqual(0, repaired.ExitCode, repaired.Messages);
        Assert.Contains("đã sửa: Trang giấy", repaired.Output);
        Assert.AreEqual("", again.Output);
        Assert.AreEqual(0, again.ExitCode);
        Assert.AreEqual(1, twice.ExitCode);
        CollectionAssert.AreEqual(docx, await File.ReadAllBytesAsync(spoiled));
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task A_paper_is_held_against_what_it_was_filled_for_and_else_against_the_campaign_named()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-layout-").FullName;
        var (own, silent, campaigns) = (Path.Combine(folder, "ghi.docx"), Path.Combine(folder, "khong-ghi.docx"), Path.Combine(folder, "dot.json"));
        var sample = Sample.Named("mau01-2-typical");
        var docx = FormFiller.Fill(sample.Form, sample.Campaign with { LayoutProfile = "ND30-2020", Heading = "farmers" }, sample.Values, sample.Identity);
        await File.WriteAllBytesAsync(own, docx);
        await File.WriteAllBytesAsync(silent, Docx.EditPart(docx, "customXml/item1.xml", root =>
        {
            root.SetAttributeValue("profile", null);
            root.SetAttributeValue("heading", null);
        }));
        await File.WriteAllTextAsync(campaigns, (await File.ReadAllTextAsync(Path.Combine(Sample.Folder, "campaigns.json"))).Replace("HD36-2018", "ND30-2020", StringComparison.Ordinal));

        var told = await RunningVerb.RunAsync("check", own, "--Data:Directory", folder);
        var guessed = await RunningVerb.RunAsync("check", silent, "--Data:Directory", folder);
        var named = await RunningVerb.RunAsync("check", silent, "--campaigns", campaigns, "--Data:Directory", folder);
        var mended = await RunningVerb.RunAsync("repair", silent, Path.Combine(folder, "moi.docx"), "--campaigns", campaigns, "--Data:Directory", folder);
        var wrong = await RunningVerb.RunAsync("check", own, "--campaigns", Path.Combine(folder, "khong-co.json"), "--Data:Directory", folder);

        Assert.AreEqual((0, ""), (told.ExitCode, told.Output), told.Messages);
        Assert.AreEqual(1, guessed.ExitCode, "without a campaign nothing tells its profile");
        Assert.AreEqual((0, ""), (named.ExitCode, named.Output), named.Messages);
        Assert.AreEqual((0, ""), (mended.ExitCode, mended.Output), mended.Messages);
        Assert.AreEqual(2, wrong.ExitCode, wrong.Messages);
        Directory.Delete(folder, recursive: true);
    }
}
