using System.Net;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Tenant;

namespace HocTap.Office.Tests.Unit.SharePoint;

[TestClass]
public sealed class UnitBudgetTests
{
    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task A_pause_asked_of_one_call_holds_for_all()
    {
        var clock = new ManualClock();
        using var budget = new UnitBudget(60_000, clock);
        using var refused = Answer(HttpStatusCode.TooManyRequests, ("Retry-After", "45"));
        budget.Learn(refused, 2);

        var error = await Assert.ThrowsExactlyAsync<SharePointException>(() => budget.SpendAsync(1, TestContext.CancellationToken));
        clock.Advance(TimeSpan.FromSeconds(46));
        await budget.SpendAsync(1, TestContext.CancellationToken);

        Assert.AreEqual(429, error.Status);
        Assert.IsTrue(error.RetryAfter > TimeSpan.FromSeconds(44));
    }

    [TestMethod]
    public async Task What_a_step_of_a_batch_learns_holds_for_all()
    {
        var clock = new ManualClock();
        using var budget = new UnitBudget(60_000, clock);
        using var http = new HttpClient(new Refusing());
        var batch = new GraphBatch(http, budget, "http://127.0.0.1/v1.0", ordered: true, clock);

        var answers = await batch.SendAsync([new BatchStep("GET", "/users", null)], TestContext.CancellationToken);
        var error = await Assert.ThrowsExactlyAsync<SharePointException>(() => budget.SpendAsync(1, TestContext.CancellationToken));

        Assert.AreEqual(429, answers.Single().Status);
        Assert.IsTrue(error.RetryAfter > TimeSpan.FromSeconds(49));
    }

    [TestMethod]
    public async Task Near_the_limit_what_remains_is_spread_until_the_reset()
    {
        var clock = new ManualClock();
        using var budget = new UnitBudget(60_000, clock);
        using var accepted = Answer(HttpStatusCode.OK, ("RateLimit-Limit", "1200"), ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "50"));
        budget.Learn(accepted, 2);

        var error = await Assert.ThrowsExactlyAsync<SharePointException>(() => budget.SpendAsync(1, TestContext.CancellationToken));

        Assert.IsTrue(error.RetryAfter > TimeSpan.FromSeconds(49));
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status);
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    private sealed class Refusing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"responses":[{"id":"1","status":429,"headers":{"Retry-After":"50"},"body":{}}]}"""),
        });
    }
}
