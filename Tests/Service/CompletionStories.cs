using System.Net;
using System.Text.Json;

namespace HocTap.Office.Tests.Service;

[TestClass]
[DoNotParallelize]
public sealed class CompletionStories : ServiceTests
{
    [TestMethod]
    public async Task Filing_a_plan_moves_one_person_from_missing_to_done_and_leaves_the_past_alone()
    {
        var plan = new Plan("BTC", "N0016", await NameAsync("N0016"));
        using var person = await AsAsync(plan.Person);
        using var manager = await AsAsync("N0012");
        var before = await manager.GetAsync("api/completion?campaign=HT2027&organization=BTC");

        await person.FileToTheEndAsync(plan);

        var after = await manager.GetAsync("api/completion?campaign=HT2027&organization=BTC");
        var yesterday = await manager.GetAsync("api/completion?campaign=HT2027&organization=BTC&asOf=2027-01-19");
        Assert.AreEqual(Count(before, "done") + 1, Count(after, "done"));
        Assert.AreEqual(Count(before, "missing") - 1, Count(after, "missing"));
        Assert.AreEqual(Count(before, "missing"), Count(yesterday, "missing"));
        Assert.IsFalse(Missing(after).Contains(plan.Person));
        Assert.IsTrue(Missing(yesterday).Contains(plan.Person));
    }

    [TestMethod]
    public async Task A_returned_plan_is_missing_again_with_its_state()
    {
        var plan = new Plan("UBKT", "N0021", await NameAsync("N0021"));
        using var person = await AsAsync(plan.Person);
        using var manager = await AsAsync("N0017");
        var id = await person.FileToTheEndAsync(plan);

        await manager.ReviewAsync(id, 2, new { decision = "returned", comment = "Bổ sung việc cụ thể." });

        var missing = (await manager.GetAsync("api/completion?campaign=HT2027&organization=UBKT")).GetProperty("missing").EnumerateArray()
            .Single(entry => entry.GetProperty("person").GetString() == plan.Person);
        Assert.AreEqual("returned", missing.GetProperty("state").GetString());
        Assert.AreEqual("2.2a", missing.GetProperty("reason").GetString());
    }

    [TestMethod]
    public async Task Only_who_follows_up_sees_completion_and_only_of_their_own_branch()
    {
        using var staff = await AsAsync(Personas.Staff);
        using var head = await AsAsync(Personas.HeadOfOffice);

        await OfficeClient.ProblemAsync(await staff.SendAsync("api/completion?campaign=HT2027"), "403");
        await OfficeClient.ProblemAsync(await head.SendAsync("api/completion?campaign=HT2027&organization=TU"), "404");
        await OfficeClient.ProblemAsync(await head.SendAsync("api/completion?campaign=HT2027&asOf=hôm%20qua"), "400");
        Assert.AreEqual(HttpStatusCode.OK, (await head.SendAsync("api/completion?campaign=HT2027&organization=P-TP")).StatusCode);
    }

    [TestMethod]
    public async Task The_duties_of_a_secretary_say_what_is_owed_until_when_and_to_whom()
    {
        using var secretary = await AsAsync(Personas.WardSecretary);

        var plan = (await secretary.GetAsync("api/me")).GetProperty("duties").EnumerateArray().First(duty => duty.GetProperty("campaign").GetString() == "HT2027" && duty.GetProperty("form").GetString() == "mau03");

        Assert.AreEqual("required", plan.GetProperty("obligation").GetString());
        Assert.AreEqual("2.2a, 2.2b", plan.GetProperty("basis").GetString());
        Assert.AreEqual(2, plan.GetProperty("copies").GetInt32());
        Assert.AreEqual("TU", plan.GetProperty("managingOrganization").GetString());
        Assert.AreEqual("2027-03-31T17:00:00Z", plan.GetProperty("dueAt").GetString());
        Assert.AreEqual("2027-03-31", plan.GetProperty("deadline").GetString());
        Assert.AreEqual(1, plan.GetProperty("rows").GetProperty("min").GetInt32());
    }

    private static int Count(JsonElement completion, string name) => completion.GetProperty("total").GetProperty("mau03").GetProperty(name).GetInt32();

    private static List<string?> Missing(JsonElement completion) => [.. completion.GetProperty("missing").EnumerateArray().Select(entry => entry.GetProperty("person").GetString())];
}
