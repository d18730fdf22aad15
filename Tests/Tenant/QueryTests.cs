using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class QueryTests : TenantTests
{
    [TestMethod]
    [DataRow("fields/Size gt 2", "3,4")]
    [DataRow("fields/Size ge 2 and fields/Size lt 4", "2,3")]
    [DataRow("fields/Size ne 1", "2,3,4")]
    [DataRow("fields/Kind eq 'O''Neil'", "2")]
    [DataRow("startswith(fields/Kind,'ĐẢNG')", "3,4")]
    [DataRow("fields/Kind eq null", "1")]
    public async Task An_indexed_field_is_filtered(string filter, string expected)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await FourAsync(app);

        var found = await app.FilterAsync(list, filter, Token);

        Assert.AreEqual(expected, string.Join(',', found));
    }

    [TestMethod]
    public async Task An_unindexed_field_is_filtered_only_with_the_header_of_last_resort()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await FourAsync(app);

        var error = await RefusedAsync(400, "invalidRequest", () => app.FilterAsync(list, "fields/Note eq 'n3'", Token));
        var found = await app.FilterAsync(list, "fields/Note eq 'n3' and fields/Size gt 0", Token, prefer: true);

        Assert.StartsWith("Field 'Note' cannot be referenced in filter or orderby as it is not indexed.", error.Error!.Message!);
        Assert.AreEqual("3", found.Single());
    }

    [TestMethod]
    public async Task Order_by_an_unindexed_field_needs_the_header_too()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var items = app.Graph.Sites[app.Site].Lists[await FourAsync(app)].Items;

        await RefusedAsync(400, "invalidRequest", () => items.GetAsync(request => request.QueryParameters.Orderby = ["fields/Note desc"], Token));
        var found = await items.GetAsync(
            request =>
            {
                request.QueryParameters.Orderby = ["fields/Note desc"];
                request.Headers.Add("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly");
            },
            Token);

        Assert.AreEqual("4321", string.Concat(found!.Value!.Select(item => item.Id)));
    }

    [TestMethod]
    [DataRow("Size eq 1")]
    [DataRow("fields/Size eq 1 or fields/Size eq 2")]
    [DataRow("fields/Size eq 1 and fields/Kind eq 'x'")]
    [DataRow("contains(fields/Kind,'x')")]
    [DataRow("createdDateTime gt '2026-01-01'")]
    public async Task What_Graph_cannot_filter_is_refused(string filter)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await FourAsync(app);

        await RefusedAsync(400, "invalidRequest", () => app.FilterAsync(list, filter, Token));
    }

    [TestMethod]
    public async Task Items_are_ordered_by_an_indexed_field_and_id_is_ignored()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await FourAsync(app);

        var bySize = await app.Graph.Sites[app.Site].Lists[list].Items.GetAsync(request => request.QueryParameters.Orderby = ["fields/Size desc"], Token);
        var byId = await app.Graph.Sites[app.Site].Lists[list].Items.GetAsync(request => request.QueryParameters.Orderby = ["id desc"], Token);

        Assert.AreEqual("4321", string.Concat(bySize!.Value!.Select(item => item.Id)));
        Assert.AreEqual("1234", string.Concat(byId!.Value!.Select(item => item.Id)));
    }

    [TestMethod]
    [DataRow(null, null, DisplayName = "unfiltered")]
    [DataRow("fields/Size gt 0", null, DisplayName = "filtered")]
    [DataRow(null, "fields/Size", DisplayName = "ordered")]
    public async Task Pages_follow_one_another_without_a_phantom_at_the_end(string? filter, string? order)
    {
        await using var app = await TenantApp.StartAsync(Token);
        var items = app.Graph.Sites[app.Site].Lists[await FourAsync(app)].Items;

        var first = await items.GetAsync(
            request => (request.QueryParameters.Top, request.QueryParameters.Filter, request.QueryParameters.Orderby) = (2, filter, order is null ? null : [order]), Token);
        var second = await items.WithUrl(first!.OdataNextLink!).GetAsync(cancellationToken: Token);

        Assert.AreEqual("12", string.Concat(first.Value!.Select(item => item.Id)));
        Assert.AreEqual("34", string.Concat(second!.Value!.Select(item => item.Id)));
        Assert.IsNull(second.OdataNextLink);
    }

    [TestMethod]
    public async Task More_than_5000_rows_break_an_unindexed_query_and_a_broad_one_but_not_a_narrow_one()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Many", Token);
        await Batches.AddItemsAsync(app, list, 5001, number => new() { ["Code"] = $"c{number}", ["Kind"] = "all", ["Size"] = number % 1000 }, Token);

        await RefusedAsync(400, "invalidRequest", () => app.FilterAsync(list, "fields/Kind eq 'all'", Token));
        await RefusedAsync(400, "invalidRequest", () => app.FilterAsync(list, "fields/Note eq 'x'", Token, prefer: true));
        Assert.AreEqual("c77", (await app.FilterAsync(list, "fields/Code eq 'c77'", Token)).Single());
    }

    [TestMethod]
    public async Task Several_choices_are_written_with_their_type_only()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.AddColumnAsync(list, new() { Name = "Areas", Choice = new() { Choices = ["A", "B"], DisplayAs = "checkBoxes" } }, Token);
        using var http = await app.RawAsync(Token);
        var url = $"sites/{app.Site}/lists/{list}/items";

        var bare = await Batches.PostAsync(http, url, new() { ["fields"] = new JsonObject { ["Areas"] = new JsonArray("A", "B") } }, Token);
        var typed = await Batches.PostAsync(http, url, new() { ["fields"] = new JsonObject { ["Areas@odata.type"] = "Collection(Edm.String)", ["Areas"] = new JsonArray("A", "B") } }, Token);

        Assert.AreEqual("generalException", (string?)bare["error"]!["code"]);
        Assert.AreEqual(2, typed["fields"]!["Areas"]!.AsArray().Count);
    }

    private async Task<string> FourAsync(TenantApp app)
    {
        var list = await app.AddListAsync("Four", Token);
        string?[] kinds = [null, "o'neil", "Đảng viên", "đảng ủy"];
        foreach (var (index, kind) in kinds.Index())
        {
            (string, object)[] fields = [("Code", $"{index + 1}"), ("Size", index + 1), ("Note", $"n{index + 1}")];
            await app.AddAsync(list, Token, kind is null ? fields : [.. fields, ("Kind", kind)]);
        }
        return list;
    }
}
