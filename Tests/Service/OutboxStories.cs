using System.Net.Http.Json;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>What was accepted is stored exactly once, whatever happens on the way.</summary>
[TestClass]
[DoNotParallelize]
public sealed class OutboxStories
{
    private static readonly DateTimeOffset InTime = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task A_plan_accepted_while_SharePoint_fails_is_stored_once_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-").FullName;
        string id;
        await using (var app = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken))
        {
            await FaultsAsync(app, new { method = "PUT", path = "/drives/**", action = "fail", status = 503, times = 1000 });
            using var staff = await app.AsAsync(Personas.Staff);
            var accepted = await OfficeClient.JsonAsync(await staff.FileAsync(Personas.StaffPlan, await staff.FillAsync(Personas.StaffPlan)));
            id = accepted.GetProperty("id").GetString()!;
            Assert.AreEqual("received", (await staff.GetAsync($"api/submissions/{id}")).GetProperty("status").GetString());
        }

        await using var again = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken);
        using var author = await again.AsAsync(Personas.Staff);
        var stored = await author.StoredAsync(id);

        Assert.AreEqual("submitted", stored.GetProperty("status").GetString());
        Assert.AreEqual(1, (await author.GetAsync("api/registers/plans?campaign=HT2027")).GetProperty("total").GetInt32());
        Assert.AreEqual(1, (await author.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task Values_that_a_person_gives_are_filled_in_although_SharePoint_answers_nothing()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        var values = await staff.GetAsync($"api/forms/mau03/values?{Personas.StaffPlan.Target}");
        await FaultsAsync(app, new { method = "GET", path = "/drives/**", action = "fail", status = 503, times = 1000 });

        var filled = await staff.Http.PostAsJsonAsync($"api/forms/mau03/document?{Personas.StaffPlan.Target}", new { fields = values.GetProperty("fields") });

        Assert.AreEqual(OfficeClient.DocxType, filled.Content.Headers.ContentType?.MediaType, await filled.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow("PUT", "/drives/**", DisplayName = "mất trả lời khi tải tệp lên")]
    [DataRow("PATCH", "/drives/**", DisplayName = "mất trả lời khi ghi cột")]
    [DataRow("POST", "/sites/*/lists/*/items", DisplayName = "mất trả lời khi ghi dòng")]
    public async Task A_lost_answer_from_SharePoint_makes_no_second_file_or_row(string method, string path)
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        await FaultsAsync(app, new { method, path, action = "dropAfter", times = 1 });

        var id = await staff.FileToTheEndAsync(Personas.StaffPlan);

        await app.Services.GetRequiredService<DeltaFollower>().SyncAsync((await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken)).Items, TestContext.CancellationToken);
        Assert.AreEqual("submitted", (await staff.GetAsync($"api/submissions/{id}")).GetProperty("status").GetString());
        Assert.AreEqual(1, (await staff.GetAsync("api/submissions?campaign=HT2027")).GetProperty("total").GetInt32());
        Assert.AreEqual(1, (await staff.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task What_SharePoint_refuses_for_good_is_parked_with_its_reason_and_stored_when_driven_again()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var administrator = await app.AsAsync(Personas.Administrator);
        await FaultsAsync(app, new { method = "PUT", path = "/drives/**", action = "fail", status = 403, code = "accessDenied", times = 1 });

        var id = await staff.FileToTheEndAsync(Personas.StaffPlan);
        var parked = (await administrator.GetAsync("api/operations")).EnumerateArray().Single();
        var retried = await administrator.Http.PostAsync(new Uri($"api/operations/{parked.GetProperty("sequence")}/attempts", UriKind.Relative), null, TestContext.CancellationToken);

        Assert.AreEqual("parked", parked.GetProperty("state").GetString());
        StringAssert.Contains(parked.GetProperty("reason").GetString(), "accessDenied", StringComparison.Ordinal);
        Assert.IsTrue(retried.IsSuccessStatusCode);
        Assert.AreEqual("submitted", (await staff.StoredAsync(id)).GetProperty("status").GetString());
        await OfficeClient.ProblemAsync(await staff.SendAsync("api/operations"), "403");
    }

    [TestMethod]
    public async Task A_plan_whose_rows_are_refused_stays_parked_and_missing_whatever_delta_brings()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var administrator = await app.AsAsync(Personas.Administrator);
        await FaultsAsync(app, new { method = "POST", path = "/sites/*/lists/*/items", action = "fail", status = 403, code = "accessDenied", times = 1 });

        var id = await staff.FileToTheEndAsync(Personas.StaffPlan);
        await SyncAsync(app);
        var parked = await staff.GetAsync($"api/submissions/{id}");
        await DriveAgainAsync(administrator);

        Assert.AreEqual("parked", parked.GetProperty("status").GetString());
        Assert.AreEqual("submitted", (await staff.StoredAsync(id)).GetProperty("status").GetString());
        Assert.AreEqual(1, (await staff.GetAsync("api/registers/plans?campaign=HT2027")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task A_parked_older_revision_that_is_driven_again_takes_nothing_back()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-").FullName;
        await using (var app = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken))
        {
            using var staff = await app.AsAsync(Personas.Staff);
            using var administrator = await app.AsAsync(Personas.Administrator);
            await FaultsAsync(app, new { method = "POST", path = "/sites/*/lists/*/items", action = "fail", status = 403, code = "accessDenied", times = 1 });
            var older = await staff.FileToTheEndAsync(Personas.StaffPlan, fields => fields["actionContent"] = "Bản một, cũ.");
            await staff.FileToTheEndAsync(Personas.StaffPlan, fields => fields["actionContent"] = "Bản hai, mới.");

            await DriveAgainAsync(administrator);

            await Until(async () => (await administrator.GetAsync("api/operations")).GetArrayLength() == 0);
            Assert.AreEqual("superseded", (await staff.GetAsync($"api/submissions/{older}")).GetProperty("status").GetString());
        }

        // What SharePoint itself says, without anything of our own.
        ForgetOwnDatabase(folder);

        await using var again = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken);
        using var author = await again.AsAsync(Personas.Staff);
        var row = (await author.GetAsync("api/registers/plans?campaign=HT2027")).GetProperty("rows").EnumerateArray().Single();
        Assert.AreEqual("Bản hai, mới.", row.GetProperty("fields").GetProperty("actionContent").GetString());
        Assert.AreEqual(1, (await author.GetAsync("api/submissions?campaign=HT2027&status=superseded")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task Revisions_that_waited_behind_a_slow_SharePoint_leave_the_rows_of_the_last_alone()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-").FullName;
        await using (var app = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken))
        {
            using var staff = await app.AsAsync(Personas.Staff);
            await FaultsAsync(app, SlowUpload);
            var ids = new List<string>();
            foreach (var works in (int[])[2, 1, 1])
            {
                var accepted = await staff.FileAsync(Personas.StaffPlan, await staff.FillAsync(Personas.StaffPlan, fields => Edit(fields, works, $"Lần {ids.Count + 1}.")));
                ids.Add((await OfficeClient.JsonAsync(accepted)).GetProperty("id").GetString()!);
            }

            Assert.AreEqual("submitted", (await staff.StoredAsync(ids[2])).GetProperty("status").GetString());
            Assert.AreEqual(1, (await staff.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("total").GetInt32());
        }

        ForgetOwnDatabase(folder);
        await using var again = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken);
        using var author = await again.AsAsync(Personas.Staff);
        var plan = (await author.GetAsync("api/registers/plans?campaign=HT2027")).GetProperty("rows").EnumerateArray().Single();
        Assert.AreEqual("Lần 3.", plan.GetProperty("fields").GetProperty("actionContent").GetString());
        Assert.AreEqual(1, (await author.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("total").GetInt32());
        Assert.AreEqual(2, (await author.GetAsync("api/submissions?campaign=HT2027&status=superseded")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task What_a_newer_document_is_replacing_is_neither_reviewed_nor_withdrawn()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var reviewer = await app.AsAsync(Personas.HeadOfOffice);
        var older = await staff.FileToTheEndAsync(Personas.StaffPlan);
        await FaultsAsync(app, SlowUpload);
        var accepted = await staff.FileAsync(Personas.StaffPlan, await staff.FillAsync(Personas.StaffPlan, fields => Edit(fields, 1, "Bản hai.")));
        var newer = (await OfficeClient.JsonAsync(accepted)).GetProperty("id").GetString()!;

        await OfficeClient.ProblemAsync(await reviewer.ReviewAsync(older, 2, new { decision = "accepted" }), "409.3");
        await OfficeClient.ProblemAsync(await staff.WithdrawAsync(older, 2), "409.3");

        Assert.AreEqual("submitted", (await staff.StoredAsync(newer)).GetProperty("status").GetString());
        Assert.AreEqual("superseded", (await staff.GetAsync($"api/submissions/{older}")).GetProperty("status").GetString());
    }

    [TestMethod]
    public async Task Withdrawing_what_SharePoint_never_took_parks_nothing_more()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var administrator = await app.AsAsync(Personas.Administrator);
        await FaultsAsync(app, new { method = "PUT", path = "/drives/**", action = "fail", status = 503, times = 1000 });
        var accepted = await staff.FileAsync(Personas.StaffPlan, await staff.FillAsync(Personas.StaffPlan));
        var id = (await OfficeClient.JsonAsync(accepted)).GetProperty("id").GetString()!;

        var withdrawn = await staff.WithdrawAsync(id, 1);
        await FaultsAsync(app, new { method = "PUT", path = "/drives/**", action = "fail", status = 403, code = "accessDenied", times = 1 });

        Assert.IsTrue(withdrawn.IsSuccessStatusCode, await withdrawn.Content.ReadAsStringAsync());
        await Until(async () => (await administrator.GetAsync("api/operations")).EnumerateArray().All(operation => operation.GetProperty("state").GetString() == "parked"), seconds: 60);
        Assert.AreEqual("file", (await administrator.GetAsync("api/operations")).EnumerateArray().Single().GetProperty("kind").GetString());
        await DriveAgainAsync(administrator);
        await Until(async () => (await administrator.GetAsync("api/operations")).GetArrayLength() == 0);
        Assert.AreEqual("withdrawn", (await staff.GetAsync($"api/submissions/{id}")).GetProperty("status").GetString());
        Assert.AreEqual(0, (await staff.GetAsync("api/registers/plans?campaign=HT2027")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task A_plan_received_at_the_last_instant_is_in_time_and_one_after_it_is_late()
    {
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 3, 31, 16, 59, 0, TimeSpan.Zero), cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var clerk = await app.AsAsync(Personas.Clerk);
        var inTime = await staff.FileToTheEndAsync(Personas.StaffPlan);

        app.Clock.MoveTo(new DateTimeOffset(2027, 3, 31, 17, 0, 0, TimeSpan.Zero));
        var late = await clerk.FileToTheEndAsync(new Plan("P-TP", Personas.Clerk, "Châu Thế Khởi"));

        Assert.IsFalse((await staff.GetAsync($"api/submissions/{inTime}")).GetProperty("late").GetBoolean());
        Assert.IsTrue((await clerk.GetAsync($"api/submissions/{late}")).GetProperty("late").GetBoolean());
        using var head = await app.AsAsync(Personas.HeadOfOffice);
        var counts = (await head.GetAsync("api/completion?campaign=HT2027&organization=P-TP")).GetProperty("total").GetProperty("mau03");
        Assert.AreEqual((2, 4, 5), (counts.GetProperty("done").GetInt32(), counts.GetProperty("missing").GetInt32(), counts.GetProperty("late").GetInt32()));
    }

    [TestMethod]
    public async Task A_name_mended_natively_in_SharePoint_comes_back_by_delta()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        var site = await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken);
        await app.EditAsync(SiteSchema.People, "Code", Personas.Staff, "FullName", "Đường Duy Đệ Anh", TestContext.CancellationToken);

        await app.Services.GetRequiredService<DeltaFollower>().SyncAsync(site.Items, TestContext.CancellationToken);

        Assert.AreEqual("Đường Duy Đệ Anh", (await staff.GetAsync("api/me")).GetProperty("person").GetProperty("fullName").GetString());
    }

    [TestMethod]
    public async Task What_was_filed_is_known_again_after_the_service_lost_its_own_database()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-").FullName;
        string id;
        await using (var app = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken))
        {
            using var staff = await app.AsAsync(Personas.Staff);
            id = await staff.FileToTheEndAsync(Personas.StaffPlan);
        }

        ForgetOwnDatabase(folder);

        await using var again = await OfficeApp.StartAsync(InTime, folder, TestContext.CancellationToken);
        using var author = await again.AsAsync(Personas.Staff);
        var submission = await author.GetAsync($"api/submissions/{id}");
        var document = await author.SendAsync($"api/submissions/{id}/document");
        var read = await OfficeClient.JsonAsync(await author.ReadAsync(await document.Content.ReadAsByteArrayAsync(TestContext.CancellationToken)));

        Assert.AreEqual("submitted", submission.GetProperty("status").GetString());
        Assert.AreEqual("Giao ban hằng tuần; thực hiện cả năm.", read.GetProperty("fields").GetProperty("actionSolution").GetString());
        Assert.AreEqual(0, read.GetProperty("findings").GetArrayLength(), read.ToString());
        Assert.AreEqual(1, (await author.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("total").GetInt32());
    }

    private static object SlowUpload => new { method = "PUT", path = "/drives/**", action = "delay", seconds = 2, times = 1 };

    private static void Edit(System.Text.Json.Nodes.JsonObject fields, int works, string action)
    {
        fields["exemplaryTasks"] = Personas.StaffPlan.Fields(works)["exemplaryTasks"]!.DeepClone();
        fields["actionContent"] = action;
    }

    private static void ForgetOwnDatabase(string folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(folder, "service.db*"))
        {
            File.Delete(file);
        }
    }

    private static async Task DriveAgainAsync(OfficeClient administrator)
    {
        var parked = (await administrator.GetAsync("api/operations")).EnumerateArray().Single(operation => operation.GetProperty("state").GetString() == "parked");
        var retried = await administrator.Http.PostAsync(new Uri($"api/operations/{parked.GetProperty("sequence")}/attempts", UriKind.Relative), null);
        Assert.IsTrue(retried.IsSuccessStatusCode);
    }

    private async Task SyncAsync(OfficeApp app) => await app.Services.GetRequiredService<DeltaFollower>()
        .SyncAsync((await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(TestContext.CancellationToken)).Items, TestContext.CancellationToken);

    private static async Task Until(Func<Task<bool>> reached, int seconds = 10)
    {
        for (var tries = 0; !await reached(); tries++)
        {
            Assert.IsLessThan(20 * seconds, tries, $"It did not come to that in {seconds} seconds.");
            await Task.Delay(50);
        }
    }

    private static async Task FaultsAsync(OfficeApp app, object fault)
    {
        var tenant = app.Services.GetRequiredService<TenantConnection>().Embedded!; // the service has no other tenant here
        using var http = new HttpClient { BaseAddress = tenant.BaseAddress };
        var answer = await http.PostAsJsonAsync("_local/faults", new { faults = new[] { fault } });
        Assert.IsTrue(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
