using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class UploadSessionTests : TenantTests
{
    private const int Slice = 320 * 1024;

    [TestMethod]
    public async Task The_SDKs_own_task_sends_a_large_file_in_slices()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var drive = await app.DriveAsync(await app.AddListAsync("Files", Token, "documentLibrary"), Token);
        var bytes = Enumerable.Range(0, (2 * Slice) + 17).Select(at => (byte)(at % 251)).ToArray();
        var session = await app.Graph.Drives[drive].Items["root"].ItemWithPath("a/large.bin").CreateUploadSession.PostAsync(new(), cancellationToken: Token);
        using var content = new MemoryStream(bytes);

        var sent = await new LargeFileUploadTask<DriveItem>(session!, content, Slice).UploadAsync(cancellationToken: Token);

        Assert.IsTrue(sent.UploadSucceeded);
        CollectionAssert.AreEqual(bytes, await app.DownloadAsync(drive, sent.ItemResponse.Id!, Token));
    }

    [TestMethod]
    public async Task Pieces_may_leave_gaps_but_not_overlap()
    {
        await using var app = await TenantApp.StartAsync(Token);
        using var http = await app.RawAsync(Token);
        var upload = await OpenAsync(app, http);

        using var middle = await PutAsync(http, upload, 4, "45");
        using var again = await PutAsync(http, upload, 5, "5");
        using var first = await PutAsync(http, upload, 0, "0123");
        using var last = await PutAsync(http, upload, 6, "6789");
        var json = await middle.Content.ReadFromJsonAsync<JsonObject>(Token);

        Assert.AreEqual("""["0-3","6-"]""", json!["nextExpectedRanges"]!.ToJsonString());
        Assert.AreEqual(HttpStatusCode.RequestedRangeNotSatisfiable, again.StatusCode);
        Assert.AreEqual(HttpStatusCode.Accepted, first.StatusCode);
        Assert.AreEqual(HttpStatusCode.Created, last.StatusCode);
    }

    [TestMethod]
    public async Task A_session_that_is_finished_cancelled_or_too_old_is_gone()
    {
        var clock = new ManualClock();
        await using var app = await TenantApp.StartAsync(Token, clock: clock);
        using var http = await app.RawAsync(Token);
        var (finished, cancelled, old) = (await OpenAsync(app, http), await OpenAsync(app, http), await OpenAsync(app, http));
        using var whole = await PutAsync(http, finished, 0, "0123456789");
        using var deleted = await http.DeleteAsync(cancelled, Token);
        clock.Advance(TimeSpan.FromDays(8));

        foreach (var upload in new[] { finished, cancelled, old })
        {
            using var gone = await http.GetAsync(upload, Token);

            Assert.AreEqual(HttpStatusCode.NotFound, gone.StatusCode);
        }
    }

    private async Task<Uri> OpenAsync(TenantApp app, HttpClient http)
    {
        var drive = await Batches.GetAsync(http, $"sites/{app.Site}/drive", Token);
        var session = await Batches.PostAsync(http, $"drives/{drive["id"]}/root:/a.txt:/createUploadSession", [], Token);
        return new((string)session["uploadUrl"]!);
    }

    private async Task<HttpResponseMessage> PutAsync(HttpClient http, Uri upload, int start, string text)
    {
        using var content = new StringContent(text);
        content.Headers.ContentRange = new ContentRangeHeaderValue(start, start + text.Length - 1, 10);
        return await http.PutAsync(upload, content, Token);
    }
}
