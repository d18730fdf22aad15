using System.Net;

namespace HocTap.Office.Tests.Service;

[TestClass]
[DoNotParallelize]
public sealed class SecondCopyStories : ServiceTests
{
    [TestMethod]
    public async Task A_secretarys_second_copy_waits_for_the_city_committee_and_is_counted_once_confirmed()
    {
        using var secretary = await AsAsync(Personas.WardSecretary);
        using var city = await AsAsync(Personas.CityReviewer);
        var before = await ReceivedAsync(city);
        var id = await secretary.FileToTheEndAsync(Personas.WardSecretaryPlan);
        var waiting = await city.GetAsync("api/submissions?campaign=HT2027&waiting=copy&organization=DU-P-DANGVAN");

        await OfficeClient.ProblemAsync(await secretary.ReceiveAsync(id, 2), "403");
        var confirmed = await city.ReceiveAsync(id, 2);

        Assert.IsTrue(waiting.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetString() == id));
        Assert.AreEqual(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.AreEqual(before + 1, await ReceivedAsync(city));
        await OfficeClient.ProblemAsync(await city.ReceiveAsync(id, 3), "409.3");
        Assert.IsFalse((await city.GetAsync("api/submissions?campaign=HT2027&waiting=copy&organization=DU-P-DANGVAN")).GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetString() == id));
    }

    [TestMethod]
    public async Task The_copy_of_a_city_leader_goes_outside_and_is_recorded_by_the_administrator()
    {
        using var leader = await AsAsync("N0002");
        using var reviewer = await AsAsync(Personas.CityReviewer);
        using var administrator = await AsAsync(Personas.Administrator);
        var plan = new Plan("TU", "N0002", await leader.NameAsync());
        var id = await leader.FileToTheEndAsync(plan);

        await OfficeClient.ProblemAsync(await reviewer.ReceiveAsync(id, 2), "403");

        Assert.AreEqual(HttpStatusCode.OK, (await administrator.ReceiveAsync(id, 2)).StatusCode);
    }

    private static async Task<int> ReceivedAsync(OfficeClient city) =>
        (await city.GetAsync("api/completion?campaign=HT2027&organization=DU-P-DANGVAN")).GetProperty("total").GetProperty("copies").GetProperty("received").GetInt32();
}
