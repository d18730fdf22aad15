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
}
