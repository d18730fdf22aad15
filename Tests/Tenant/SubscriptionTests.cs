using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class SubscriptionTests : TenantTests
{
    [TestMethod]
    public async Task A_subscription_lives_until_it_expires_and_longer_when_renewed()
    {
        var clock = new ManualClock();
        await using var app = await TenantApp.StartAsync(Token, clock: clock);
        var made = await app.Graph.Subscriptions.PostAsync(await WantedAsync(app, clock.GetUtcNow().AddMinutes(10)), cancellationToken: Token);
        await app.Graph.Subscriptions[made!.Id!].PatchAsync(new() { ExpirationDateTime = clock.GetUtcNow().AddMinutes(30) }, cancellationToken: Token);

        clock.Advance(TimeSpan.FromMinutes(20));
        var living = await app.Graph.Subscriptions.GetAsync(cancellationToken: Token);
        clock.Advance(TimeSpan.FromMinutes(20));
        var dead = await app.Graph.Subscriptions.GetAsync(cancellationToken: Token);

        Assert.AreEqual(made.Id, living!.Value!.Single().Id);
        Assert.IsEmpty(dead!.Value!);
    }

    [TestMethod]
    [DataRow(30 * 24 * 60, "updated", "https://hoctap.example/", DisplayName = "longer than 42,300 minutes")]
    [DataRow(-1, "updated", "https://hoctap.example/", DisplayName = "already over")]
    [DataRow(10, "created", "https://hoctap.example/", DisplayName = "to what lists do not tell")]
    [DataRow(10, "updated", "http://hoctap.example/", DisplayName = "without TLS")]
    public async Task A_subscription_is_refused(int minutes, string change, string address)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var wanted = await WantedAsync(app, TimeProvider.System.GetUtcNow().AddMinutes(minutes));
        (wanted.ChangeType, wanted.NotificationUrl) = (change, address);

        var error = await Assert.ThrowsExactlyAsync<ODataError>(() => app.Graph.Subscriptions.PostAsync(wanted, cancellationToken: Token));

        Assert.AreEqual(400, error.ResponseStatusCode);
    }

    private async Task<Subscription> WantedAsync(TenantApp app, DateTimeOffset expires) => new()
    {
        ChangeType = "updated",
        Resource = $"sites/{app.Site}/lists/{await app.AddListAsync("Things", Token)}",
        NotificationUrl = "https://hoctap.example/",
        ExpirationDateTime = expires,
    };
}
