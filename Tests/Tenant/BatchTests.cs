using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class BatchTests : TenantTests
{
    [TestMethod]
    public async Task A_failed_step_fails_its_dependants_and_leaves_the_others()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        using var http = await app.RawAsync(Token);
        var url = $"/sites/{app.Site}/lists/{list}/items";

        var answers = await Batches.RunAsync(
            http, Token,
            Batches.Post("1", url, Fields("Unknown", "x")),
            Batches.Post("2", url, Fields("Code", "2"), "1"),
            Batches.Post("3", url, Fields("Code", "3")),
            Batches.Post("4", url, Fields("Code", "4"), "3"));

        Assert.AreEqual("400 424 201 201", string.Join(' ', answers.OrderBy(one => one.Key).Select(one => (int)one.Value["status"]!)));
        Assert.AreEqual("3", (string?)answers["3"]["body"]!["fields"]!["Code"]);
        Assert.IsNotNull((string?)answers["3"]["headers"]!["ETag"]);
    }

    [TestMethod]
    public async Task Twenty_one_steps_are_too_many()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var steps = Enumerable.Range(1, 21).Select(number => Batches.Post($"{number}", "/users", []));

        var answer = await Batches.PostAsync(http, "$batch", new() { ["requests"] = new JsonArray([.. steps]) }, Token);

        Assert.AreEqual("BadRequest", (string?)answer["error"]!["code"]);
    }

    [TestMethod]
    public async Task A_malformed_envelope_is_refused_as_a_whole()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var (absolute, bare) = (Batches.Post("1", $"{app.Server.BaseAddress}v1.0/users", []), Batches.Post("1", "/users", []));
        bare.Remove("headers");
        JsonArray[] wrong =
        [
            [],
            [Batches.Post("a", "/users", []), Batches.Post("A", "/users", [])],
            [Batches.Post("1", "/users", [], "2"), Batches.Post("2", "/users", [], "1")],
            [Batches.Post("1", "/users", [], "3")],
            [absolute],
            [bare],
        ];

        foreach (var requests in wrong)
        {
            Assert.AreEqual("BadRequest", (string?)(await Batches.PostAsync(http, "$batch", new() { ["requests"] = requests }, Token))["error"]?["code"]);
        }
    }

    [TestMethod]
    public async Task A_throttled_step_carries_its_own_wait()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        using var http = await app.RawAsync(Token);
        var url = $"/sites/{app.Site}/lists/{list}/items";
        await app.PlayAsync(new() { ["action"] = "throttle", ["method"] = "POST", ["path"] = "/sites/*/lists/*/items", ["nth"] = 2, ["retryAfter"] = 2.128 }, Token);

        var answers = await Batches.RunAsync(http, Token, Batches.Post("1", url, Fields("Code", "1")), Batches.Post("2", url, Fields("Code", "2")));

        Assert.AreEqual(201, (int)answers["1"]["status"]!);
        Assert.AreEqual(429, (int)answers["2"]["status"]!);
        Assert.AreEqual("2.128", (string?)answers["2"]["headers"]!["Retry-After"]);
        Assert.AreEqual("activityLimitReached", (string?)answers["2"]["body"]!["error"]!["code"]);
    }

    [TestMethod]
    public async Task Every_step_is_metered()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        using var http = await app.RawAsync(Token);
        var before = app.Server.ResourceUnits;

        await Batches.AddItemsAsync(app, list, 20, number => new() { ["Code"] = $"{number}" }, Token);

        Assert.AreEqual(40, app.Server.ResourceUnits - before);
    }

    private static JsonObject Fields(string name, string value) => new() { ["fields"] = new JsonObject { [name] = value } };
}
