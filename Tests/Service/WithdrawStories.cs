using System.Net;
using System.Text.Json;

namespace HocTap.Office.Tests.Service;

[TestClass]
[DoNotParallelize]
public sealed class WithdrawStories : ServiceTests
{
    [TestMethod]
    public async Task A_withdrawn_first_document_counts_no_more_and_leaves_no_row()
    {
        var (author, plan) = await PlanOfAsync("N0041");
        using var mine = author;
        var id = await mine.FileToTheEndAsync(plan);

        var withdrawn = await mine.WithdrawAsync(id, 2);

        Assert.AreEqual(HttpStatusCode.OK, withdrawn.StatusCode);
        Assert.AreEqual("withdrawn", (await mine.GetAsync($"api/submissions/{id}")).GetProperty("status").GetString());
        Assert.AreEqual("withdrawn", await DutyStateAsync(mine));
        Assert.AreEqual(0, (await mine.GetAsync("api/registers/plans?campaign=HT2027")).GetProperty("total").GetInt32());
        Assert.AreEqual(0, (await mine.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("total").GetInt32());
    }

    [TestMethod]
    public async Task Withdrawing_a_revision_brings_back_the_state_and_the_rows_of_the_one_before()
    {
        var (author, plan) = await PlanOfAsync("N0042");
        using var mine = author;
        using var reviewer = await AsAsync("N0037");
        var first = await mine.FileToTheEndAsync(plan);
        await reviewer.ReviewAsync(first, 2, new { decision = "accepted" });
        var second = await mine.FileToTheEndAsync(plan, fields => fields["exemplaryTasks"]![0]!["exemplaryContent"] = "Việc đã đổi.");

        await mine.WithdrawAsync(second, 2);

        Assert.AreEqual("accepted", (await mine.GetAsync($"api/submissions/{first}")).GetProperty("status").GetString());
        var act = (await mine.GetAsync("api/registers/acts?campaign=HT2027")).GetProperty("rows").EnumerateArray().Single();
        Assert.AreEqual("Việc nêu gương số 1.", act.GetProperty("fields").GetProperty("exemplaryContent").GetString());
        Assert.AreEqual(first, act.GetProperty("submission").GetString());
        Assert.AreEqual("accepted", await DutyStateAsync(mine));
    }

    [TestMethod]
    public async Task Only_who_filed_it_may_withdraw_and_only_before_review_at_the_version_seen()
    {
        var (author, plan) = await PlanOfAsync("N0043");
        using var mine = author;
        using var reviewer = await AsAsync("N0037");
        using var stranger = await AsAsync(Personas.Staff);
        var id = await mine.FileToTheEndAsync(plan);

        await OfficeClient.ProblemAsync(await stranger.WithdrawAsync(id, 2), "404");
        await OfficeClient.ProblemAsync(await reviewer.WithdrawAsync(id, 2), "403");
        await OfficeClient.ProblemAsync(await mine.WithdrawAsync(id, null), "428");
        await OfficeClient.ProblemAsync(await mine.WithdrawAsync(id, 1), "412");
        await reviewer.ReviewAsync(id, 2, new { decision = "accepted" });
        await OfficeClient.ProblemAsync(await mine.WithdrawAsync(id, 3), "409.3");
    }

    [TestMethod]
    public async Task A_clerk_takes_back_what_a_colleague_filed_without_reading_it()
    {
        var (author, plan) = await PlanOfAsync("N0045");
        using var mine = author;
        using var clerk = await AsAsync("N0046");
        var id = await mine.FileToTheEndAsync(plan);

        await OfficeClient.ProblemAsync(await clerk.SendAsync($"api/submissions/{id}"), "404");
        await OfficeClient.ProblemAsync(await clerk.ReviewAsync(id, 2, new { decision = "accepted" }), "403");

        Assert.AreEqual(HttpStatusCode.OK, (await clerk.WithdrawAsync(id, 2)).StatusCode);
    }

    [TestMethod]
    public async Task What_is_withdrawn_today_was_done_yesterday()
    {
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 2, 10, 2, 0, 0, TimeSpan.Zero));
        using var staff = await app.AsAsync(Personas.Staff);
        using var head = await app.AsAsync(Personas.HeadOfOffice);
        var id = await staff.FileToTheEndAsync(Personas.StaffPlan);
        app.Clock.MoveTo(new DateTimeOffset(2027, 2, 12, 2, 0, 0, TimeSpan.Zero));
        await staff.SignInAsync(Personas.Staff);
        await head.SignInAsync(Personas.HeadOfOffice);

        await staff.WithdrawAsync(id, 2);

        Assert.AreEqual(0, Done(await head.GetAsync("api/completion?campaign=HT2027&organization=P-TP")));
        Assert.AreEqual(1, Done(await head.GetAsync("api/completion?campaign=HT2027&organization=P-TP&asOf=2027-02-11")));
        Assert.AreEqual(0, Done(await head.GetAsync("api/completion?campaign=HT2027&organization=P-TP&asOf=2027-02-09")));
    }

    private static async Task<string?> DutyStateAsync(OfficeClient client) => (await client.GetAsync("api/me")).GetProperty("duties").EnumerateArray()
        .Single(duty => duty.GetProperty("campaign").GetString() == "HT2027" && duty.GetProperty("form").GetString() == "mau03").GetProperty("state").GetString();

    private static int Done(JsonElement completion) => completion.GetProperty("total").GetProperty("mau03").GetProperty("done").GetInt32();
}
