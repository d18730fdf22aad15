using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.Tests.Unit.SharePoint;

[TestClass]
public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    [TestMethod]
    [DataRow("5", 5.0)]
    [DataRow("2.128", 2.128)]
    [DataRow("Wed, 20 Jan 2027 02:01:05 GMT", 65.0)]
    [DataRow("Wed, 20 Jan 2027 01:00:00 GMT", 0.0)]
    public void Seconds_fractions_and_dates_are_read(string value, double seconds) => Assert.AreEqual(TimeSpan.FromSeconds(seconds), RetryAfter.Read(value, Now));

    [TestMethod]
    [DataRow("")]
    [DataRow("soon")]
    [DataRow("-3")]
    public void What_is_no_time_asks_for_nothing(string value) => Assert.IsNull(RetryAfter.Read(value, Now));

    [TestMethod]
    public void The_longer_of_retry_and_reset_counts()
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.TryAddWithoutValidation("Retry-After", "2.5");
        answer.Headers.TryAddWithoutValidation("RateLimit-Reset", "31");

        Assert.AreEqual(TimeSpan.FromSeconds(31), RetryAfter.Of(answer, Now));
    }
}
