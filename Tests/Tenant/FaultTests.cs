using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Graph.Models;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class FaultTests : TenantTests
{
    [TestMethod]
    public async Task A_throttled_call_says_how_long_to_wait_and_then_passes()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        await app.PlayAsync(new() { ["action"] = "throttle", ["status"] = 503, ["retryAfter"] = 0.5 }, Token);
        var site = new Uri($"sites/{app.Site}", UriKind.Relative);

        using var refused = await http.GetAsync(site, Token);
        using var passed = await http.GetAsync(site, Token);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.AreEqual("0.5", refused.Headers.NonValidated["Retry-After"].ToString());
        Assert.AreEqual(HttpStatusCode.OK, passed.StatusCode);
    }

    [TestMethod]
    public async Task The_real_SDK_waits_out_a_throttle()
    {
        await using var app = await TenantApp.StartAsync(Token);
        await app.PlayAsync(new() { ["action"] = "throttle", ["retryAfter"] = 1 }, Token);
        var watch = Stopwatch.StartNew();

        var site = await app.Graph.Sites[app.Site].GetAsync(cancellationToken: Token);

        Assert.AreEqual(app.Site, site!.Id);
        Assert.IsGreaterThan(TimeSpan.FromSeconds(0.9), watch.Elapsed);
    }

    [TestMethod]
    public async Task A_connection_dropped_after_applying_leaves_the_item_written()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.PlayAsync(new() { ["action"] = "dropAfter", ["method"] = "POST", ["path"] = "/sites/*/lists/*/items" }, Token);

        await Assert.ThrowsAsync<HttpRequestException>(() => app.AddAsync(list, Token, ("Code", "1")));

        Assert.AreEqual("1", (await app.FilterAsync(list, "fields/Code eq '1'", Token)).Single());
    }

    [TestMethod]
    public async Task A_connection_dropped_before_applying_leaves_nothing()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.PlayAsync(new() { ["action"] = "dropBefore", ["method"] = "POST", ["path"] = "/sites/*/lists/*/items" }, Token);

        await Assert.ThrowsAsync<HttpRequestException>(() => app.AddAsync(list, Token, ("Code", "1")));

        Assert.IsEmpty(await app.FilterAsync(list, "fields/Code eq '1'", Token));
    }

    [TestMethod]
    public async Task A_locked_file_and_the_conflict_after_an_upload_are_played_once()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Files", Token, "documentLibrary");
        var drive = await app.DriveAsync(list, Token);
        await app.PlayAsync(new() { ["action"] = "lock", ["method"] = "PUT" }, Token);
        await RefusedAsync(423, "locked", () => app.UploadAsync(drive, "a.txt", [1], Token));
        var file = await app.UploadAsync(drive, "a.txt", [1], Token);
        await app.PlayAsync(new() { ["action"] = "resourceModified", ["method"] = "PATCH", ["path"] = "/sites/**/fields" }, Token);
        var fields = app.Graph.Sites[app.Site].Lists[list].Items[await app.NumberAsync(drive, file.Id!, Token)].Fields;

        await RefusedAsync(409, "resourceModified", () => fields.PatchAsync(Change(), cancellationToken: Token));

        Assert.AreEqual("x", (await fields.PatchAsync(Change(), cancellationToken: Token))!.AdditionalData["Kind"]);
    }

    // Made anew for every try: Kiota sends only what changed since an object was sent last.
    private static FieldValueSet Change() => new() { AdditionalData = new Dictionary<string, object> { ["Kind"] = "x" } };

    [TestMethod]
    public async Task A_fault_file_is_read_again_when_it_changes()
    {
        var path = Path.GetTempFileName();
        await using var app = await TenantApp.StartAsync(Token, faults: path);
        using var http = await app.RawAsync(Token);
        var script = new JsonObject { ["faults"] = new JsonArray(new JsonObject { ["action"] = "fail", ["status"] = 500, ["times"] = 2 }) };

        await File.WriteAllTextAsync(path, script.ToJsonString(), Token);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(60));
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 3; number++)
        {
            using var response = await http.GetAsync(new Uri($"sites/{app.Site}", UriKind.Relative), Token);
            statuses.Add(response.StatusCode);
        }

        CollectionAssert.AreEqual(new[] { HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK }, statuses);
        File.Delete(path);
    }
}
