using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class SubscriptionTests : TenantTests
{
    private Receiver receiver = null!; // started before each test

    [TestInitialize]
    public async Task Start() => receiver = await Receiver.StartAsync(Token);

    [TestCleanup]
    public async Task Stop() => await receiver.DisposeAsync();

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
    [DataRow(30 * 24 * 60, "updated", null, DisplayName = "longer than 42,300 minutes")]
    [DataRow(-1, "updated", null, DisplayName = "already over")]
    [DataRow(10, "created", null, DisplayName = "to what lists do not tell")]
    [DataRow(10, "updated", "http://hoctap.example/", DisplayName = "without TLS")]
    [DataRow(10, "updated", "http://127.0.0.1:1/", DisplayName = "where nobody listens")]
    public async Task A_subscription_is_refused(int minutes, string change, string? address)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var wanted = await WantedAsync(app, TimeProvider.System.GetUtcNow().AddMinutes(minutes));
        (wanted.ChangeType, wanted.NotificationUrl) = (change, address ?? wanted.NotificationUrl);

        var error = await Assert.ThrowsExactlyAsync<ODataError>(() => app.Graph.Subscriptions.PostAsync(wanted, cancellationToken: Token));

        Assert.AreEqual(400, error.ResponseStatusCode);
        Assert.IsEmpty(receiver.Shaken);
    }

    [TestMethod]
    public async Task A_secret_of_129_characters_and_a_lifecycle_address_on_another_host_are_refused()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (secret, elsewhere) = (await WantedAsync(app), await WantedAsync(app));
        (secret.ClientState, elsewhere.LifecycleNotificationUrl) = (new string('x', 129), "https://hoctap.example/");

        await RefusedAsync(400, "invalidRequest", () => app.Graph.Subscriptions.PostAsync(secret, cancellationToken: Token));
        await RefusedAsync(400, "invalidRequest", () => app.Graph.Subscriptions.PostAsync(elsewhere, cancellationToken: Token));
    }

    [TestMethod]
    public async Task Both_addresses_must_give_back_the_decoded_token_as_plain_text()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var wanted = await WantedAsync(app);
        wanted.LifecycleNotificationUrl = new Uri(receiver.Address, "lifecycle").AbsoluteUri;
        var asked = "";
        receiver.Handshake = token => (200, "text/plain; charset=utf-8", asked = token);

        await app.Graph.Subscriptions.PostAsync(wanted, cancellationToken: Token);

        CollectionAssert.AreEqual(new[] { "/notify", "/lifecycle" }, receiver.Shaken);
        Assert.Contains(' ', asked);
    }

    [TestMethod]
    [DataRow(202, "text/plain", "{0}", DisplayName = "another status")]
    [DataRow(200, "application/json", "{0}", DisplayName = "another type")]
    [DataRow(200, "text/plain", "{1}", DisplayName = "the token still encoded")]
    [DataRow(302, "text/plain", "{0}", DisplayName = "a redirect")]
    public async Task A_wrong_handshake_makes_no_subscription(int status, string type, string text)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var wanted = await WantedAsync(app);
        receiver.Handshake = token => (status, type, string.Format(null, text, token, Uri.EscapeDataString(token)));

        await RefusedAsync(400, "ValidationError", () => app.Graph.Subscriptions.PostAsync(wanted, cancellationToken: Token));

        Assert.IsEmpty((await app.Graph.Subscriptions.GetAsync(cancellationToken: Token))!.Value!);
    }

    [TestMethod]
    public async Task A_handshake_lasts_ten_seconds_at_most_and_holds_nobody_up()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var wanted = await WantedAsync(app);
        using var end = new ManualResetEventSlim();
        receiver.Handshake = token =>
        {
            end.Wait(Token);
            return (200, "text/plain", token);
        };

        var subscribing = RefusedAsync(400, "ValidationError", () => app.Graph.Subscriptions.PostAsync(wanted, cancellationToken: Token));
        await app.Graph.Sites[app.Site].GetAsync(cancellationToken: Token);
        var before = subscribing.IsCompleted;
        var error = await subscribing;
        end.Set();

        Assert.IsFalse(before);
        Assert.Contains("timed out", error.Error!.Message!);
    }

    [TestMethod]
    public async Task Nobody_sees_the_subscription_of_another_application()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var made = await app.Graph.Subscriptions.PostAsync(await WantedAsync(app), cancellationToken: Token);
        using var other = await app.RegisterAsync(Token, "Sites.ReadWrite.All");

        var seen = await Batches.GetAsync(other.Http, "subscriptions", Token);

        Assert.IsEmpty(seen["value"]!.AsArray());
        Assert.AreEqual(404, await other.StatusAsync("GET", $"subscriptions/{made!.Id}", null, Token));
    }

    private async Task<Subscription> WantedAsync(TenantApp app, DateTimeOffset? expires = null) => new()
    {
        ChangeType = "updated",
        Resource = $"sites/{app.Site}/lists/{(await app.Graph.Sites[app.Site].Lists["Documents"].GetAsync(cancellationToken: Token))!.Id}",
        NotificationUrl = new Uri(receiver.Address, "notify").AbsoluteUri,
        ExpirationDateTime = expires ?? TimeProvider.System.GetUtcNow().AddDays(2),
    };
}
