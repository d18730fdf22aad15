using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Graph.Sites.Item.Lists.Item.Items.Delta;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class DeltaTests : TenantTests
{
    [TestMethod]
    public async Task A_first_delta_pages_through_all_items_with_their_fields()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var delta = Delta(app, await ThreeAsync(app));

        var first = await delta.GetAsDeltaGetResponseAsync(request => (request.QueryParameters.Top, request.QueryParameters.Expand) = (2, ["fields($select=Code)"]), Token);
        var last = await delta.WithUrl(first!.OdataNextLink!).GetAsDeltaGetResponseAsync(cancellationToken: Token);

        Assert.AreEqual("c1c2", string.Concat(first.Value!.Select(item => item.Fields!.AdditionalData["Code"])));
        Assert.AreEqual("c3", last!.Value!.Single().Fields!.AdditionalData["Code"]);
        Assert.IsNotNull(last.OdataDeltaLink);
    }

    [TestMethod]
    public async Task A_delta_tells_what_was_changed_added_and_deleted_since_its_token()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await ThreeAsync(app);
        var items = app.Graph.Sites[app.Site].Lists[list].Items;
        var start = await Delta(app, list).GetAsDeltaGetResponseAsync(cancellationToken: Token);
        await items["1"].Fields.PatchAsync(new() { AdditionalData = new Dictionary<string, object> { ["Kind"] = "x" } }, cancellationToken: Token);
        await items["2"].DeleteAsync(cancellationToken: Token);
        await app.AddAsync(list, Token, ("Code", "c4"));

        var next = await Delta(app, list).WithUrl(start!.OdataDeltaLink!).GetAsDeltaGetResponseAsync(cancellationToken: Token);
        var quiet = await Delta(app, list).WithUrl(next!.OdataDeltaLink!).GetAsDeltaGetResponseAsync(cancellationToken: Token);

        Assert.AreEqual("124", string.Concat(next.Value!.Select(item => item.Id)));
        Assert.IsTrue(next.Value!.Single(item => item.Id == "2").AdditionalData.ContainsKey("deleted"));
        Assert.IsEmpty(quiet!.Value!);
    }

    [TestMethod]
    public async Task A_first_delta_keeps_silent_about_what_was_deleted_before_it()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await ThreeAsync(app);
        await app.Graph.Sites[app.Site].Lists[list].Items["2"].DeleteAsync(cancellationToken: Token);

        var all = await Delta(app, list).GetAsDeltaGetResponseAsync(cancellationToken: Token);

        Assert.AreEqual("13", string.Concat(all!.Value!.Select(item => item.Id)));
    }

    [TestMethod]
    public async Task An_item_deleted_between_two_pages_is_told_as_deleted()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await ThreeAsync(app);
        var first = await Delta(app, list).GetAsDeltaGetResponseAsync(request => request.QueryParameters.Top = 2, Token);
        await app.Graph.Sites[app.Site].Lists[list].Items["1"].DeleteAsync(cancellationToken: Token);

        var last = await Delta(app, list).WithUrl(first!.OdataNextLink!).GetAsDeltaGetResponseAsync(cancellationToken: Token);

        Assert.AreEqual("31", string.Concat(last!.Value!.Select(item => item.Id)));
        Assert.IsTrue(last.Value![1].AdditionalData.ContainsKey("deleted"));
    }

    [TestMethod]
    public async Task An_item_changed_between_two_pages_comes_twice_and_the_last_is_the_true_one()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await ThreeAsync(app);
        var first = await Delta(app, list).GetAsDeltaGetResponseAsync(request => (request.QueryParameters.Top, request.QueryParameters.Expand) = (2, ["fields"]), Token);
        await app.Graph.Sites[app.Site].Lists[list].Items["1"].Fields.PatchAsync(new() { AdditionalData = new Dictionary<string, object> { ["Kind"] = "mới" } }, cancellationToken: Token);

        var last = await FollowAsync(app, list, first!.OdataNextLink!);

        Assert.AreEqual("12 31", $"{string.Concat(first.Value!.Select(item => item.Id))} {string.Concat(last!.Value!.Select(item => item.Id))}");
        Assert.AreEqual("mới", last.Value![1].Fields!.AdditionalData["Kind"]);
    }

    [TestMethod]
    public async Task The_latest_token_comes_with_an_empty_page()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await ThreeAsync(app);

        var latest = await app.Graph.Sites[app.Site].Lists[list].Items.DeltaWithToken("latest").GetAsDeltaWithTokenGetResponseAsync(cancellationToken: Token);
        await app.AddAsync(list, Token, ("Code", "c4"));
        var next = await Delta(app, list).WithUrl(latest!.OdataDeltaLink!).GetAsDeltaGetResponseAsync(cancellationToken: Token);

        Assert.IsEmpty(latest.Value!);
        Assert.AreEqual("4", next!.Value!.Single().Id);
    }

    [TestMethod]
    public async Task A_token_of_long_ago_asks_for_a_resync_from_the_link_it_gives()
    {
        var clock = new ManualClock();
        await using var app = await TenantApp.StartAsync(Token, clock: clock);
        var list = await ThreeAsync(app);
        var start = await Delta(app, list).GetAsDeltaGetResponseAsync(cancellationToken: Token);
        clock.Advance(TimeSpan.FromDays(31));
        using var http = await app.RawAsync(Token);

        using var gone = await http.GetAsync(new Uri(start!.OdataDeltaLink!), Token);
        using var fresh = await http.GetAsync(gone.Headers.Location, Token);

        Assert.AreEqual(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("resyncChangesApplyDifferences", await gone.Content.ReadAsStringAsync(Token));
        Assert.AreEqual(HttpStatusCode.OK, fresh.StatusCode);
    }

    [TestMethod]
    public async Task A_fault_expires_a_token_once()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await ThreeAsync(app);
        var start = await Delta(app, list).GetAsDeltaGetResponseAsync(cancellationToken: Token);
        await app.PlayAsync(new JsonObject { ["action"] = "expireDelta", ["path"] = "/**/delta*" }, Token);

        await RefusedAsync(410, "resyncChangesApplyDifferences", () => FollowAsync(app, list, start!.OdataDeltaLink!));

        Assert.IsEmpty((await FollowAsync(app, list, start!.OdataDeltaLink!))!.Value!);
    }

    // A builder made by WithUrl serves one call: Kiota empties its parameters when it takes the address.
    private Task<DeltaGetResponse?> FollowAsync(TenantApp app, string list, string link) =>
        Delta(app, list).WithUrl(link).GetAsDeltaGetResponseAsync(cancellationToken: Token);

    private async Task<string> ThreeAsync(TenantApp app)
    {
        var list = await app.AddListAsync("Three", Token);
        foreach (var code in new[] { "c1", "c2", "c3" })
        {
            await app.AddAsync(list, Token, ("Code", code));
        }
        return list;
    }

    private static DeltaRequestBuilder Delta(TenantApp app, string list) => app.Graph.Sites[app.Site].Lists[list].Items.Delta;
}
