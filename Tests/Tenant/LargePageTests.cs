using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

/// <summary>Pages of a list of more than 5,000 rows.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LargePageTests : TenantTests
{
    private const int Rows = 5201;

    [TestMethod]
    public async Task Pages_hold_200_or_up_to_5000_and_a_range_may_leave_one_empty_with_more_behind_it()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Many", Token);
        await Batches.AddItemsAsync(app, list, Rows, number => new() { ["Code"] = $"c{number}", ["Size"] = number > 5100 ? 7 : 1 }, Token);
        using var http = await app.RawAsync(Token);
        var items = $"sites/{app.Site}/lists/{list}/items";

        CollectionAssert.AreEqual(Enumerable.Repeat(200, 26).Append(1).ToList(), await SizesAsync(http, items));
        CollectionAssert.AreEqual(new[] { 5000, 201 }, await SizesAsync(http, items + "?$top=9999"));
        CollectionAssert.AreEqual(new[] { 0, 101 }, await SizesAsync(http, items + "?$top=500&$filter=fields/Size gt 2"));
        CollectionAssert.AreEqual(new[] { 0, 50, 50, 1 }, await SizesAsync(http, items + "?$top=50&$filter=fields/Size gt 2"));
        CollectionAssert.AreEqual(new[] { 1 }, await SizesAsync(http, items + "?$filter=fields/Code eq 'c5200'"));
    }

    [TestMethod]
    public async Task A_token_tells_nothing_and_a_made_up_one_is_refused()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Files", Token, "documentLibrary");
        var drive = await app.DriveAsync(list, Token);
        await app.UploadAsync(drive, "a.txt", [1], Token);
        await app.UploadAsync(drive, "b.txt", [1], Token);
        using var http = await app.RawAsync(Token);
        foreach (var pages in new[] { $"sites/{app.Site}/lists/{list}/items", $"drives/{drive}/root/children", $"sites/{app.Site}/lists/{list}/items/delta" })
        {
            var first = await Batches.GetAsync(http, pages + "?$top=1", Token);
            var token = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri((string)first["@odata.nextLink"]!).Query).Single(option => option.Key.EndsWith("token", StringComparison.Ordinal));
            using var madeUp = await http.GetAsync(new Uri($"{pages}?{token.Key}=2", UriKind.Relative), Token);

            Assert.IsFalse(int.TryParse(token.Value, null, out _));
            Assert.AreEqual(System.Net.HttpStatusCode.BadRequest, madeUp.StatusCode);
        }
    }

    // One page after the other, by its link as it stands.
    private async Task<List<int>> SizesAsync(HttpClient http, string url)
    {
        var sizes = new List<int>();
        for (Uri? next = new(url, UriKind.Relative); next is not null;)
        {
            var page = (await http.GetAsync(next, Token)).Content;
            var json = JsonNode.Parse(await page.ReadAsStringAsync(Token))!;
            sizes.Add(json["value"]!.AsArray().Count);
            next = json["@odata.nextLink"] is { } link ? new((string)link!) : null;
        }
        return sizes;
    }
}
