using System.Globalization;
using System.Net;

namespace HocTap.Office.Tests.Tenant;

/// <summary>Resource units a minute, refused by the tenant itself.</summary>
[TestClass]
[DoNotParallelize]
public sealed class UnitLimitTests : TenantTests
{
    private const int Limit = 20;

    [TestMethod]
    public async Task From_four_fifths_on_the_limit_is_told_and_beyond_it_calls_are_refused_until_the_minute_is_over()
    {
        var clock = new ManualClock();
        await using var app = await TenantApp.StartAsync(Token, clock: clock, unitsPerMinute: Limit);
        using var http = await app.RawAsync(Token);

        var told = new List<string>(); // one unit each, after the one that found the site
        for (var used = 2; used <= Limit + 2; used++)
        {
            told.Add(await AskAsync(http, app));
        }
        clock.Advance(TimeSpan.FromSeconds(20.5));
        var later = await AskAsync(http, app);
        clock.Advance(TimeSpan.FromSeconds(40));
        var fresh = await AskAsync(http, app);

        CollectionAssert.AreEqual(Enumerable.Repeat("200", 14).ToList(), told[..14]);
        CollectionAssert.AreEqual(new[] { "200 20/4/60", "200 20/3/60", "200 20/2/60", "200 20/1/60", "200 20/0/60", "429 20/0/60 after 60", "429 20/0/60 after 60" }, told[14..]);
        Assert.AreEqual(("429 20/0/40 after 40", "200"), (later, fresh));
    }

    [TestMethod]
    public async Task Each_step_of_a_batch_is_refused_by_itself()
    {
        await using var app = await TenantApp.StartAsync(Token, unitsPerMinute: Limit);
        using var http = await app.RawAsync(Token);
        var url = $"/sites/{app.Site}/lists";

        var answers = await Batches.RunAsync(http, Token, [.. Enumerable.Range(1, 12).Select(number => Batches.Post($"{number}", url, new() { ["displayName"] = $"L{number}" }))]);

        Assert.AreEqual("201 201 201 201 201 201 201 201 201 429 429 429", string.Join(' ', Enumerable.Range(1, 12).Select(number => (int)answers[$"{number}"]["status"]!)));
        Assert.AreEqual("60", (string?)answers["10"]["headers"]!["Retry-After"]);
        Assert.AreEqual("activityLimitReached", (string?)answers["10"]["body"]!["error"]!["code"]);
    }

    [TestMethod]
    public async Task What_was_refused_is_counted_and_another_application_has_a_limit_of_its_own()
    {
        await using var app = await TenantApp.StartAsync(Token, unitsPerMinute: Limit);
        using var http = await app.RawAsync(Token);
        using var other = await app.RegisterAsync(Token, "Sites.Read.All");
        for (var call = 0; call < Limit + 5; call++)
        {
            await AskAsync(http, app);
        }

        Assert.AreEqual(Limit + 6, app.Server.ResourceUnits);
        Assert.StartsWith("429", await AskAsync(http, app));
        Assert.AreEqual("200", await AskAsync(other.Http, app));
    }

    [TestMethod]
    public async Task REST_spends_from_the_same_units()
    {
        await using var app = await TenantApp.StartAsync(Token, unitsPerMinute: Limit);
        using var other = await app.RegisterAsync(Token, "Sites.Read.All");
        var statuses = new List<int>();
        for (var call = 0; call < 5; call++)
        {
            statuses.Add(await other.StatusAsync("GET", new Uri(app.Server.BaseAddress, app.Server.SitePath + "/_api/web").AbsoluteUri, null, Token));
        }

        CollectionAssert.AreEqual(new[] { 200, 200, 200, 200, 429 }, statuses);
    }

    private async Task<string> AskAsync(HttpClient http, TenantApp app)
    {
        using var answer = await http.GetAsync(new Uri($"sites/{app.Site}", UriKind.Relative), Token);
        var limits = string.Join('/', new[] { "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset" }.SelectMany(name => answer.Headers.TryGetValues(name, out var values) ? values : []));
        var wait = answer.StatusCode == HttpStatusCode.TooManyRequests ? $" after {answer.Headers.RetryAfter}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {limits}{wait}").Trim();
    }
}
