using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HocTap.Office.Tests.Tenant.Conformance;

namespace HocTap.Office.Tests.Tenant;

/// <summary>What the tenant sends of its own accord, held against Microsoft's examples of it.</summary>
[TestClass]
[DoNotParallelize]
public sealed class NotificationTests : TenantTests
{
    private TenantApp app = null!; // started before each test
    private Receiver receiver = null!; // started before each test

    [TestInitialize]
    public async Task Start() => (app, receiver) = (await TenantApp.StartAsync(Token), await Receiver.StartAsync(Token));

    [TestCleanup]
    public async Task Stop()
    {
        await app.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [TestMethod]
    public async Task The_handshake_is_as_documented()
    {
        var answered = "";
        receiver.Handshake = token => (200, "text/plain", answered = token);

        await SubscribeAsync(await app.AddListAsync("Things", Token));

        Assert.AreEqual("text", (string?)ReferenceTable.Kept["inbound-webhook-validation"].Answer);
        Assert.IsGreaterThan(0, answered.Length);
    }

    [TestMethod]
    public async Task A_change_is_told_with_the_secret_the_resource_and_the_tenant()
    {
        var list = await app.AddListAsync("Things", Token);
        var id = await SubscribeAsync(list);

        await app.AddAsync(list, Token, ("Code", "1"));
        var told = await receiver.NextAsync(Token);

        var documented = ReferenceTable.Kept["inbound-webhook-notification"].Request!.DeepClone();
        var resource = documented["value"]![0]!["resourceData"]!.AsObject();
        Array.ForEach(["id", "@odata.id", "@odata.etag"], name => resource.Remove(name)); // the example is of a mail; a list never tells which item
        Assert.AreEqual("/notify", told.Path);
        Assert.IsEmpty(Shapes.Compare(documented, told.Body));
        Assert.AreEqual((id, "bí mật", "updated", $"sites/{app.Site}/lists/{list}", app.Server.TenantId), (Text(told, "subscriptionId"), Text(told, "clientState"), Text(told, "changeType"), Text(told, "resource"), Text(told, "tenantId")));
    }

    [TestMethod]
    public async Task Changes_by_batch_by_REST_by_upload_and_by_deletion_are_told_and_those_of_other_lists_are_not()
    {
        var (list, other) = (await app.AddListAsync("Things", Token, "documentLibrary"), await app.AddListAsync("Others", Token));
        await SubscribeAsync(list);
        var drive = await app.DriveAsync(list, Token);

        await Batches.AddItemsAsync(app, other, 1, _ => new() { ["Code"] = "1" }, Token);
        Assert.IsTrue(await receiver.IsSilentAsync(Token));
        var file = await app.UploadAsync(drive, "a.txt", [1], Token);
        await receiver.NextAsync(Token);
        await app.Graph.Drives[drive].Items[file.Id!].DeleteAsync(cancellationToken: Token);
        await receiver.NextAsync(Token);

        Assert.IsTrue(await receiver.IsSilentAsync(Token));
    }

    [TestMethod]
    public async Task What_is_not_taken_is_told_again_a_few_times_and_then_the_subscriber_learns_that_it_missed_something()
    {
        var list = await app.AddListAsync("Things", Token);
        await SubscribeAsync(list);
        receiver.Refuse(1);
        await app.AddAsync(list, Token, ("Code", "1"));
        var again = await receiver.NextAsync(Token);
        receiver.Refuse(4);
        await app.AddAsync(list, Token, ("Code", "2"));
        await Task.Delay(TimeSpan.FromSeconds(6), Token);
        await app.AddAsync(list, Token, ("Code", "3"));

        var next = await receiver.NextAsync(Token);
        var missed = await receiver.NextAsync(Token);

        Assert.AreEqual(("/notify", "/notify", "/lifecycle"), (again.Path, next.Path, missed.Path));
        Assert.AreEqual("missed", Text(missed, "lifecycleEvent"));
        Assert.IsTrue(await receiver.IsSilentAsync(Token));
    }

    [TestMethod]
    public async Task What_was_not_told_before_a_restart_is_told_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("tenant-").FullName;
        await using (var first = await TenantApp.StartAsync(Token, folder))
        {
            var list = await first.AddListAsync("Things", Token);
            await SubscribeAsync(list, first);
            receiver.Refuse(100);
            await first.AddAsync(list, Token, ("Code", "1"));
        }
        receiver.Refuse(0);

        await using (await TenantApp.StartAsync(Token, folder))
        {
            Assert.AreEqual("updated", Text(await receiver.NextAsync(Token), "changeType"));
        }
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task A_subscription_that_was_taken_away_says_so_and_is_gone()
    {
        var id = await SubscribeAsync(await app.AddListAsync("Things", Token));

        Assert.IsTrue(await HappenAsync(id, "subscriptionRemoved"));
        var told = await receiver.NextAsync(Token);

        Assert.AreEqual("/lifecycle", told.Path);
        Assert.IsEmpty(Shapes.Compare(ReferenceTable.Kept["inbound-webhook-lifecycle-subscriptionremoved"].Request!, told.Body));
        Assert.AreEqual("bí mật", Text(told, "clientState"));
        Assert.IsEmpty((await app.Graph.Subscriptions.GetAsync(cancellationToken: Token))!.Value!);
    }

    [TestMethod]
    public async Task A_subscription_near_its_end_asks_once_to_be_reauthorized()
    {
        var list = await app.AddListAsync("Things", Token);
        var id = await SubscribeAsync(list, minutes: 10);

        var told = await receiver.NextAsync(Token);
        await app.Graph.Subscriptions[id].Reauthorize.PostAsync(cancellationToken: Token);

        Assert.AreEqual("reauthorizationRequired", Text(told, "lifecycleEvent"));
        Assert.IsTrue(await receiver.IsSilentAsync(Token));
    }

    private async Task<string> SubscribeAsync(string list, TenantApp? on = null, int minutes = 1000)
    {
        var made = await (on ?? app).Graph.Subscriptions.PostAsync(
            new()
            {
                ChangeType = "updated",
                Resource = $"sites/{(on ?? app).Site}/lists/{list}",
                NotificationUrl = new Uri(receiver.Address, "notify").AbsoluteUri,
                LifecycleNotificationUrl = new Uri(receiver.Address, "lifecycle").AbsoluteUri,
                ExpirationDateTime = TimeProvider.System.GetUtcNow().AddMinutes(minutes),
                ClientState = "bí mật",
            },
            cancellationToken: Token);
        return made!.Id!;
    }

    private async Task<bool> HappenAsync(string subscription, string lifecycleEvent)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(app.Server.BaseAddress, "_local/lifecycle"), new JsonObject { ["subscription"] = subscription, ["event"] = lifecycleEvent }, Token);
        return (bool)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Token))!["taken"]!;
    }

    private static string Text(Received told, string name) => (string)told.One[name]!;
}
