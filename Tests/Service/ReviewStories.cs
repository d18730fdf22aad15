using System.Net;

namespace HocTap.Office.Tests.Service;

[TestClass]
[DoNotParallelize]
public sealed class ReviewStories : ServiceTests
{
    [TestMethod]
    public async Task A_returned_plan_keeps_the_reviewers_comment_and_may_be_mended()
    {
        var plan = new Plan("P-QLDT", "N0311", await NameAsync("N0311"));
        using var author = await AsAsync(plan.Person);
        using var reviewer = await AsAsync("N0309");
        var id = await author.FileToTheEndAsync(plan);

        var returned = await reviewer.ReviewAsync(id, 2, new { decision = "returned", comment = "Ghi rõ thời gian." });
        var mended = await author.FileToTheEndAsync(plan, fields => fields["actionSolution"] = "Từ tháng 3 đến tháng 12/2027.");

        Assert.AreEqual(HttpStatusCode.OK, returned.StatusCode);
        Assert.AreEqual("\"3\"", returned.Headers.ETag?.Tag);
        var history = (await author.GetAsync($"api/submissions/{id}")).GetProperty("history");
        Assert.AreEqual("Ghi rõ thời gian.", history.GetProperty("reviews").EnumerateArray().Single().GetProperty("comment").GetString());
        Assert.AreEqual("superseded", (await author.GetAsync($"api/submissions/{id}")).GetProperty("status").GetString());
        Assert.AreEqual("submitted", (await author.GetAsync($"api/submissions/{mended}")).GetProperty("status").GetString());
    }

    [TestMethod]
    public async Task A_review_needs_the_version_seen_a_comment_when_returning_and_a_state_that_allows_it()
    {
        var plan = new Plan("P-QLDT", "N0312", await NameAsync("N0312"));
        using var author = await AsAsync(plan.Person);
        using var reviewer = await AsAsync("N0309");
        var id = await author.FileToTheEndAsync(plan);

        await OfficeClient.ProblemAsync(await reviewer.ReviewAsync(id, null, new { decision = "accepted" }), "428");
        await OfficeClient.ProblemAsync(await reviewer.ReviewAsync(id, 2, new { decision = "returned", comment = " " }), "400");
        await OfficeClient.ProblemAsync(await reviewer.ReviewAsync(id, 2, new { decision = "shredded" }), "400");
        var stale = await OfficeClient.ProblemAsync(await reviewer.ReviewAsync(id, 1, new { decision = "accepted" }), "412");
        Assert.AreEqual(2, stale.GetProperty("current").GetProperty("version").GetInt32());
        Assert.AreEqual(HttpStatusCode.OK, (await reviewer.ReviewAsync(id, 2, new { decision = "accepted" })).StatusCode);
        await OfficeClient.ProblemAsync(await reviewer.ReviewAsync(id, 3, new { decision = "accepted" }), "409.3");
        Assert.AreEqual(HttpStatusCode.OK, (await reviewer.ReviewAsync(id, 3, new { decision = "returned", comment = "Xem lại." })).StatusCode);
    }

    [TestMethod]
    public async Task Nobody_reviews_their_own_plan_and_a_heads_plan_goes_to_a_higher_organization()
    {
        var plan = new Plan("P-QLDT", "N0309", await NameAsync("N0309"));
        using var head = await AsAsync(plan.Person);
        using var city = await AsAsync(Personas.CityReviewer);
        using var stranger = await AsAsync(Personas.Stranger);
        var id = await head.FileToTheEndAsync(plan);

        await OfficeClient.ProblemAsync(await head.ReviewAsync(id, 2, new { decision = "accepted" }), "403");
        await OfficeClient.ProblemAsync(await stranger.ReviewAsync(id, 2, new { decision = "accepted" }), "404");
        Assert.AreEqual(HttpStatusCode.OK, (await city.ReviewAsync(id, 2, new { decision = "accepted" })).StatusCode);
    }

    [TestMethod]
    public async Task A_colleague_without_a_role_sees_nothing_of_a_plan()
    {
        var plan = new Plan("P-QLDT", "N0313", await NameAsync("N0313"));
        using var author = await AsAsync(plan.Person);
        using var colleague = await AsAsync("N0314");
        var id = await author.FileToTheEndAsync(plan);

        await OfficeClient.ProblemAsync(await colleague.SendAsync($"api/submissions/{id}"), "404");
        await OfficeClient.ProblemAsync(await colleague.SendAsync($"api/submissions/{id}/document"), "404");
        Assert.AreEqual(0, (await colleague.GetAsync("api/registers/plans?campaign=HT2027")).GetProperty("total").GetInt32());
        await OfficeClient.ProblemAsync(await colleague.ReviewAsync(id, 2, new { decision = "accepted" }), "404");
    }
}
