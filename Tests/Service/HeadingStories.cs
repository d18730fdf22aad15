using System.IO.Compression;
using System.Net;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>The heading that an organization chooses for its papers.</summary>
[TestClass]
[DoNotParallelize]
public sealed class HeadingStories
{
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";

    private static readonly DateTimeOffset InTime = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly string City = Repository.At("GraphService", "SampleCity");

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task A_heading_chosen_in_SharePoint_stands_on_the_papers_of_that_organization_alone()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var secretary = await app.AsAsync(Personas.WardSecretary);
        Assert.DoesNotContain(Motto, Text(await staff.FillAsync(Personas.StaffPlan)), StringComparison.Ordinal);

        await ChooseAsync(app, "P-TP", "Nhà nước");

        var paper = await staff.FillAsync(Personas.StaffPlan);
        Assert.Contains(Motto, Text(paper), StringComparison.Ordinal);
        Assert.DoesNotContain("ĐẢNG CỘNG SẢN VIỆT NAM", Text(paper), StringComparison.Ordinal);
        Assert.DoesNotContain(Motto, Text(await secretary.FillAsync(Personas.WardSecretaryPlan)), StringComparison.Ordinal);
        var read = await OfficeClient.JsonAsync(await staff.ReadAsync(paper));
        Assert.AreEqual(0, read.GetProperty("findings").GetArrayLength(), read.GetRawText());
        Assert.AreEqual(HttpStatusCode.Accepted, (await staff.FileAsync(Personas.StaffPlan, paper)).StatusCode);
    }

    [TestMethod]
    public async Task A_heading_nobody_knows_is_named_and_what_there_is_listed()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-heading-").FullName;
        var organizations = Path.Combine(folder, "organizations.csv");
        string[] call =
        [
            "fill", "mau03", "--campaign", "HT2027", "--person", "N0326", "--out", Path.Combine(folder, "plan.docx"), "--campaigns", Path.Combine(City, "campaigns.json"),
            "--people", Path.Combine(City, "people.csv"), "--organizations", organizations,
        ];
        await File.WriteAllTextAsync(organizations, "code,kind,name,headerName,headingVariant\nP-TP,cityAgency,Phòng Tư pháp,PHÒNG TƯ PHÁP,hoàng gia\n", TestContext.CancellationToken);

        var refused = await RunningVerb.RunAsync("{}", call);
        await File.WriteAllTextAsync(organizations, "code,kind,name,headerName,headingVariant\nP-TP,cityAgency,Phòng Tư pháp,PHÒNG TƯ PHÁP,state\n", TestContext.CancellationToken);
        var filled = await RunningVerb.RunAsync("{}", call);

        Assert.AreNotEqual(0, refused.ExitCode);
        Assert.Contains("Phòng Tư pháp đặt mẫu đầu văn bản “hoàng gia” mà hệ thống không có", refused.Messages, StringComparison.Ordinal);
        Assert.Contains("Nhà nước", refused.Messages, StringComparison.Ordinal);
        Assert.AreEqual(0, filled.ExitCode, filled.Messages);
        Assert.Contains(Motto, Text(await File.ReadAllBytesAsync(Path.Combine(folder, "plan.docx"), TestContext.CancellationToken)), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private async Task ChooseAsync(OfficeApp app, string organization, string heading)
    {
        var site = await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken);
        await app.EditAsync(SiteSchema.Organizations, "Code", organization, "HeadingVariant", heading, TestContext.CancellationToken);
        await app.Services.GetRequiredService<DeltaFollower>().SyncAsync(site.Items, TestContext.CancellationToken);
    }

    private static string Text(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open()); // every Word document of ours has it
        return reader.ReadToEnd();
    }
}
