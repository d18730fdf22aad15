using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HocTap.Office.Tests.Service;

/// <summary>Graph tells of changes, so that nobody waits for the next poll; here that would be an hour away.</summary>
[TestClass]
[DoNotParallelize]
public sealed class NotificationStories
{
    private const string Renamed = "Đảng ủy phường Đằng Vân đổi tên";

    private static readonly DateTimeOffset InTime = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    public TestContext TestContext { get; set; } = null!; // set by the framework

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task What_is_edited_in_SharePoint_is_on_the_page_at_once()
    {
        var port = FreePort();
        await using var app = await StartAsync($"http://127.0.0.1:{port}/hooks/graph", port);
        await SubscribedAsync(app);
        using var manager = await app.AsAsync(Personas.CityManager);
        Assert.IsFalse(await ShowsAsync(manager));

        await RenameAsync(app);

        await UntilAsync(() => ShowsAsync(manager));
    }

    [TestMethod]
    public async Task Only_the_secret_of_the_subscription_hurries_anything()
    {
        await using var receiver = await Receiver.StartAsync(Token);
        await using var app = await StartAsync(new Uri(receiver.Address, "hooks/graph").AbsoluteUri);
        await SubscribedAsync(app);
        using var manager = await app.AsAsync(Personas.CityManager);
        using var http = new HttpClient { BaseAddress = app.Address };
        await RenameAsync(app);
        var (told, forged) = await ForgeAsync(receiver);

        var answer = await http.PostAsJsonAsync("hooks/graph", forged, Token);
        await Task.Delay(TimeSpan.FromSeconds(3), Token);
        var before = await ShowsAsync(manager);
        await http.PostAsJsonAsync("hooks/graph", told, Token);

        Assert.AreEqual(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.IsFalse(before);
        await UntilAsync(() => ShowsAsync(manager));
    }

    [TestMethod]
    public async Task A_subscription_that_was_taken_away_is_made_anew_and_one_to_be_reauthorized_is_prolonged()
    {
        var port = FreePort();
        await using var app = await StartAsync($"http://127.0.0.1:{port}/hooks/graph", port);
        var store = app.Services.GetRequiredService<SubscriptionStore>();
        await SubscribedAsync(app);
        var (removed, kept) = ((await store.AllAsync())[0], (await store.AllAsync())[1]);
        app.Clock.MoveTo(InTime.AddDays(1));

        await HappenAsync(app, removed.Id, "subscriptionRemoved");
        await HappenAsync(app, kept.Id, "reauthorizationRequired");

        await UntilAsync(async () => (await store.AllAsync()).SingleOrDefault(one => one.List == removed.List) is { } anew && anew.Id != removed.Id);
        await UntilAsync(async () => (await store.FindAsync(kept.Id))!.End > kept.End.AddHours(23));
        Assert.HasCount(SiteSchema.Followed.Count, await SubscriptionsAsync(app));
    }

    [TestMethod]
    public async Task A_restart_keeps_the_subscriptions_and_prolongs_those_that_end_soon()
    {
        var (port, folder) = (FreePort(), await PreparedCity.CopyAsync());
        IReadOnlyList<SiteSubscription> before;
        await using (var app = await StartAsync($"http://127.0.0.1:{port}/hooks/graph", port, folder))
        {
            await SubscribedAsync(app);
            before = await SubscriptionsAsync(app);
        }

        await using (var app = await StartAsync($"http://127.0.0.1:{port}/hooks/graph", port, folder, InTime.AddDays(20)))
        {
            await UntilAsync(async () => (await SubscriptionsAsync(app)).All(one => one.ExpiresAt > InTime.AddDays(40)));
            CollectionAssert.AreEquivalent(before.Select(one => one.Id).ToList(), (await SubscriptionsAsync(app)).Select(one => one.Id).ToList());
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task The_hook_gives_a_token_back_as_plain_text_and_heeds_no_nonsense()
    {
        await using var app = await OfficeApp.StartAsync(InTime, cancellationToken: Token);
        using var http = new HttpClient { BaseAddress = app.Address };

        var shaken = await http.PostAsync(new Uri("hooks/graph?validationToken=Validation%3A+%3Cb%3E+%C4%91", UriKind.Relative), null, Token);
        var broken = await http.PostAsync(new Uri("hooks/graph", UriKind.Relative), new StringContent("{"), Token);
        var stranger = await http.PostAsJsonAsync("hooks/graph", new { value = new object[] { new { subscriptionId = "x", clientState = "y" }, 7, new { } } }, Token);

        Assert.AreEqual(("text/plain", "Validation: <b> đ"), (shaken.Content.Headers.ContentType!.MediaType, await shaken.Content.ReadAsStringAsync(Token)));
        Assert.AreEqual("nosniff", shaken.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.AreEqual((HttpStatusCode.BadRequest, HttpStatusCode.Accepted), (broken.StatusCode, stranger.StatusCode));
        Assert.IsEmpty(await SubscriptionsAsync(app));
    }

    private Task<OfficeApp> StartAsync(string address, int port = 0, string? folder = null, DateTimeOffset? now = null) => OfficeApp.StartAsync(
        new Dictionary<string, string> { ["Graph:DeltaSeconds"] = "3600", ["Graph:NotificationUrl"] = address }, port, now ?? InTime, folder, Token);

    private Task RenameAsync(OfficeApp app) => app.EditAsync(SiteSchema.Organizations, "Code", "DU-P-DANGVAN", "Name", Renamed, Token);

    private static async Task<bool> ShowsAsync(OfficeClient manager) =>
        WebUtility.HtmlDecode(await (await manager.SendAsync("completion?campaign=HT2027")).Content.ReadAsStringAsync()).Contains(Renamed, StringComparison.Ordinal);

    private Task SubscribedAsync(OfficeApp app) => UntilAsync(async () => (await app.Services.GetRequiredService<SubscriptionStore>().AllAsync()).Count == SiteSchema.Followed.Count);

    private async Task<IReadOnlyList<SiteSubscription>> SubscriptionsAsync(OfficeApp app) =>
        await (await app.Services.GetRequiredService<SharePointSite>().ReadyAsync(Token)).Subscriptions.AllAsync(Token);

    private async Task<(JsonObject Told, JsonObject Forged)> ForgeAsync(Receiver receiver)
    {
        var told = (await receiver.NextAsync(Token)).Body;
        var forged = told.DeepClone().AsObject();
        var secret = (string)forged["value"]![0]!["clientState"]!;
        forged["value"]![0]!["clientState"] = (secret[0] == 'a' ? 'b' : 'a') + secret[1..];
        return (told, forged);
    }

    private async Task HappenAsync(OfficeApp app, string subscription, string happened)
    {
        using var http = new HttpClient { BaseAddress = app.Services.GetRequiredService<TenantConnection>().Embedded!.BaseAddress }; // nothing else is configured
        (await http.PostAsJsonAsync("_local/lifecycle", new JsonObject { ["subscription"] = subscription, ["event"] = happened }, Token)).EnsureSuccessStatusCode();
    }

    private async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.IsLessThan(300, tries, "It did not come about within a minute.");
            await Task.Delay(200, Token);
        }
    }

    // Below the ports that the system hands out by itself: nobody takes it between here and the service.
    private static int FreePort()
    {
        var taken = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        return Enumerable.Range(20_000, 10_000).First(port => !taken.Contains(port));
    }
}
