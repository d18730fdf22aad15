using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Edits;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>The document is the data: whoever changes a row or a file natively in SharePoint is found out by <c>verify --documents</c>, place by place.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DocumentDriftStories
{
    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-drift-").FullName;

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestCleanup]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task A_row_changed_by_hand_and_a_document_replaced_are_told_with_their_places()
    {
        string[] verify = ["verify", "--documents", "--Data:Directory", folder];
        var (staff, secretary) = await FileTwoPlansAsync();
        var right = await RunningVerb.RunAsync(verify);

        await ChangeByHandAsync(staff, secretary);
        var changed = await RunningVerb.RunAsync(verify);

        Assert.AreEqual(0, right.ExitCode, right.Output + right.Messages);
        Assert.Contains("Văn bản khớp với các danh sách.", right.Output);
        Assert.AreEqual(1, changed.ExitCode, changed.Output + changed.Messages);
        Assert.Contains($"Hồ sơ {staff} ", changed.Output);
        Assert.Contains("Mục II, ô “II.2 Giải pháp, thời gian thực hiện”: dữ liệu ghi “Sửa ngay trong danh sách.”, văn bản ghi “", changed.Output);
        Assert.Contains($"Hồ sơ {secretary} ", changed.Output);
        Assert.Contains("văn bản ghi “Chép đè bằng tệp khác.”", changed.Output);
        Assert.Contains("Mục II, câu “2. Giải pháp:”: câu “2. Giải pháp, thời gian thực hiện:” của mẫu đã thành “2. Giải pháp:”.", changed.Output);
        Assert.Contains("ô “Họ và tên”: khi nộp ghi “Châu Thị Bích Yến”, nay văn bản ghi “Người Khác”.", changed.Output);
    }

    private async Task<(string Staff, string Secretary)> FileTwoPlansAsync()
    {
        await using var app = await StartAsync();
        using var staff = await app.AsAsync(Personas.Staff);
        using var secretary = await app.AsAsync(Personas.WardSecretary);
        var ids = (await staff.FileToTheEndAsync(Personas.StaffPlan), await secretary.FileToTheEndAsync(Personas.WardSecretaryPlan));
        await app.Services.GetRequiredService<DeltaFollower>().SyncAsync((await SiteAsync(app)).Items, TestContext.CancellationToken);
        return ids;
    }

    private async Task ChangeByHandAsync(string staff, string secretary)
    {
        await using var app = await StartAsync();
        var site = await SiteAsync(app);
        await app.EditAsync(SiteSchema.PersonalPlans, "SubmissionId", staff, "ActionSolution", "Sửa ngay trong danh sách.", TestContext.CancellationToken);
        using var person = await app.AsAsync(Personas.WardSecretary);
        var file = (await person.GetAsync($"api/submissions/{secretary}")).GetProperty("fileName").GetString()!;
        await ReplaceAsync(app, site, $"HT2027/DU-P-DANGVAN/{file}");
        await app.Services.GetRequiredService<DeltaFollower>().SyncAsync(site.Items, TestContext.CancellationToken);
    }

    // As «Replace file» in the library does: other bytes under the same name, the columns stay.
    private async Task ReplaceAsync(OfficeApp app, SiteAccess site, string path)
    {
        var bytes = await site.Files.ReadAsync(path, TestContext.CancellationToken) ?? throw new InvalidOperationException($"No file {path}.");
        var edited = Docx.Edit(bytes, body =>
        {
            Docx.Control(body, "actionContent").Descendants(Docx.W + "t").First().Value = "Chép đè bằng tệp khác.";
            Docx.Control(body, "actionContent").Descendants(Docx.W + "p").Skip(1).ToList().ForEach(line => line.Remove());
            Docx.Control(body, "fullName").Descendants(Docx.W + "t").First().Value = "Người Khác";
            PaperEdits.Line(body, "2. Giải pháp").Descendants(Docx.W + "t").First().Value = "2. Giải pháp:";
        });
        var (graph, settings) = await app.Services.GetRequiredService<TenantConnection>().OpenAsync(TestContext.CancellationToken);
        var map = await SiteMap.ResolveAsync(graph, settings, TestContext.CancellationToken);
        var url = $"{graph.Client.RequestAdapter.BaseUrl}/drives/{map.DriveOf(SiteSchema.Submissions)}/items/root:/{path}:/content";
        using var body = new MemoryStream(edited);
        await graph.Client.Drives[map.DriveOf(SiteSchema.Submissions)].Items["root"].Content.WithUrl(url).PutAsync(body, cancellationToken: TestContext.CancellationToken);
    }

    private Task<OfficeApp> StartAsync() => OfficeApp.StartAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero), folder, TestContext.CancellationToken);

    private async Task<SiteAccess> SiteAsync(OfficeApp app) => await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken);
}
