using System.Net;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>What somebody edits in SharePoint itself comes back when it makes sense, and harms nothing when it does not.</summary>
[TestClass]
[DoNotParallelize]
public sealed class NativeEditStories
{
    private static readonly DateTimeOffset InTime = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task A_status_changed_by_hand_is_shown_and_never_honoured()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        var id = await staff.FileToTheEndAsync(Personas.StaffPlan);
        await SyncAsync(app);

        await EditAsync(app, SiteSchema.Submissions, "SubmissionId", id, "Status", "đã xác nhận");
        await SyncAsync(app);

        var submission = await staff.GetAsync($"api/submissions/{id}");
        Assert.AreEqual("submitted", submission.GetProperty("status").GetString());
        Assert.AreEqual("accepted", submission.GetProperty("changedByHand").GetString());
    }

    [TestMethod]
    public async Task Nonsense_in_one_cell_leaves_the_service_running_and_restarting()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-").FullName;
        await using (var app = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken))
        {
            using var staff = await app.AsAsync(Personas.Staff);
            using var head = await app.AsAsync(Personas.HeadOfOffice);
            var id = await staff.FileToTheEndAsync(Personas.StaffPlan);
            await head.ReviewAsync(id, 2, new { decision = "accepted", comment = "Được." });
            await SyncAsync(app);
            await EditAsync(app, SiteSchema.Campaigns, "Code", "HT2024", "Settings", """{"campaignCode":"HT2024","campaignYear":2024}""");
            await EditAsync(app, SiteSchema.People, "Code", "N0327", "OrganizationCode", "KHONG-CO");
            await EditAsync(app, SiteSchema.Reviews, "SubmissionId", id, "Decision", "linh tinh");
            await EditAsync(app, SiteSchema.Submissions, "SubmissionId", id, "SubmissionId", "abc");
            await SyncAsync(app);

            Assert.AreEqual(HttpStatusCode.OK, (await head.SendAsync("api/completion?campaign=HT2027&asOf=2027-01-19")).StatusCode);
            Assert.AreEqual(HttpStatusCode.OK, (await head.SendAsync("api/me")).StatusCode);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using var again = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken);
        using var stranded = again.Anonymous();
        var signIn = await stranded.Http.PostAsync(new Uri("api/session", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { person = "N0327" }), TestContext.CancellationToken);
        await OfficeClient.ProblemAsync(signIn, "404");
        using var manager = await again.AsAsync(Personas.CityManager);
        Assert.IsFalse((await manager.GetAsync("api/campaigns")).EnumerateArray().Any(campaign => campaign.GetProperty("code").GetString() == "HT2024"));
    }

    private Task EditAsync(OfficeApp app, ListSchema list, string column, string value, string edited, string to) =>
        app.EditAsync(list, column, value, edited, to, TestContext.CancellationToken);

    private async Task SyncAsync(OfficeApp app) => await app.Services.GetRequiredService<DeltaFollower>()
        .SyncAsync((await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken)).Items, TestContext.CancellationToken);
}
