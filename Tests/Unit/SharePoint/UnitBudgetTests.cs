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
}
