using Microsoft.Graph.Models;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class ListAndItemTests : TenantTests
{
    [TestMethod]
    public async Task A_list_keeps_the_address_of_its_first_title()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.Graph.Sites[app.Site].Lists.PostAsync(new() { DisplayName = "Campaigns" }, cancellationToken: Token);

        await app.Graph.Sites[app.Site].Lists[list!.Id!].PatchAsync(new() { DisplayName = "Đợt đăng ký" }, cancellationToken: Token);
        var renamed = await app.Graph.Sites[app.Site].Lists["Đợt đăng ký"].GetAsync(cancellationToken: Token);

        Assert.AreEqual(list.Id, renamed!.Id);
        Assert.AreEqual("Campaigns", renamed.Name);
        Assert.EndsWith("/Lists/Campaigns", renamed.WebUrl!);
    }

    [TestMethod]
    public async Task A_name_sent_for_a_list_is_refused()
    {
        await using var app = await TenantApp.StartAsync(Token);

        await RefusedAsync(400, "invalidRequest", () => app.Graph.Sites[app.Site].Lists.PostAsync(new() { Name = "X", DisplayName = "X" }, cancellationToken: Token));
    }

    [TestMethod]
    public async Task Lists_are_filtered_by_display_name_only()
    {
        await using var app = await TenantApp.StartAsync(Token);
        await app.AddListAsync("Tổ chức", Token);

        var found = await app.Graph.Sites[app.Site].Lists.GetAsync(request => request.QueryParameters.Filter = "displayName eq 'Tổ chức'", Token);

        Assert.HasCount(1, found!.Value!);
        await RefusedAsync(400, "invalidRequest", () => app.Graph.Sites[app.Site].Lists.GetAsync(request => request.QueryParameters.Filter = "name eq 'x'", Token));
    }

    [TestMethod]
    public async Task A_column_is_read_back_as_it_was_made()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.AddColumnAsync(list, new() { Name = "Status", DisplayName = "Trạng thái", Indexed = true, Choice = new() { Choices = ["đã nộp", "trả lại"] } }, Token);

        var columns = await app.Graph.Sites[app.Site].Lists[list].Columns.GetAsync(cancellationToken: Token);
        var status = columns!.Value!.Single(column => column.Name == "Status");

        Assert.AreEqual("Trạng thái", status.DisplayName);
        Assert.IsTrue(status.Indexed);
        CollectionAssert.AreEqual(new[] { "đã nộp", "trả lại" }, status.Choice!.Choices);
        Assert.Contains("Modified", columns.Value!.Select(column => column.Name));
    }

    [TestMethod]
    public async Task A_unique_column_without_an_index_and_a_21st_index_are_refused()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        for (var number = 4; number <= 20; number++)
        {
            await app.AddColumnAsync(list, new() { Name = $"C{number}", Indexed = true, Text = new() }, Token);
        }

        await RefusedAsync(400, "invalidRequest", () => app.AddColumnAsync(list, new() { Name = "C21", Indexed = true, Text = new() }, Token));
        await RefusedAsync(400, "invalidRequest", () => app.AddColumnAsync(list, new() { Name = "U", EnforceUniqueValues = true, Text = new() }, Token));
        await RefusedAsync(409, "nameAlreadyExists", () => app.AddColumnAsync(list, new() { Name = "Kind", Text = new() }, Token));
    }

    [TestMethod]
    public async Task Several_lines_and_several_choices_cannot_be_indexed()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);

        await RefusedAsync(400, "invalidRequest", () => app.AddColumnAsync(list, new() { Name = "Long", Indexed = true, Text = new() { AllowMultipleLines = true } }, Token));
        await RefusedAsync(400, "invalidRequest", () => app.AddColumnAsync(list, new() { Name = "Some", Indexed = true, Choice = new() { Choices = ["A"], DisplayAs = "checkBoxes" } }, Token));
    }

    [TestMethod]
    public async Task A_column_is_renamed_indexed_and_deleted()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.AddAsync(list, Token, ("Code", "1"), ("Note", "hay"));
        var note = (await app.Graph.Sites[app.Site].Lists[list].Columns.GetAsync(cancellationToken: Token))!.Value!.Single(column => column.Name == "Note");
        var builder = app.Graph.Sites[app.Site].Lists[list].Columns[note.Id!];

        await builder.PatchAsync(new() { DisplayName = "Ghi chú", Indexed = true }, cancellationToken: Token);
        var found = await app.FilterAsync(list, "fields/Note eq 'hay'", Token);
        await builder.DeleteAsync(cancellationToken: Token);

        Assert.HasCount(1, found);
        await RefusedAsync(404, "itemNotFound", () => builder.GetAsync(cancellationToken: Token));
    }

    [TestMethod]
    public async Task Fields_come_only_when_expanded_and_empty_ones_not_at_all()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        var item = await app.AddAsync(list, Token, ("Code", "1"), ("Size", 2.5));

        var bare = await app.Graph.Sites[app.Site].Lists[list].Items[item.Id!].GetAsync(cancellationToken: Token);
        var full = await app.Graph.Sites[app.Site].Lists[list].Items[item.Id!].GetAsync(request => request.QueryParameters.Expand = ["fields"], Token);

        Assert.IsNull(bare!.Fields);
        Assert.AreEqual("1", full!.Fields!.AdditionalData["Code"]);
        Assert.AreEqual("2.5", Convert.ToString(full.Fields.AdditionalData["Size"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.IsFalse(full.Fields.AdditionalData.ContainsKey("Note"));
    }

    [TestMethod]
    public async Task A_changed_item_gets_a_new_tag_and_a_new_version()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        var item = await app.AddAsync(list, Token, ("Code", "1"));
        var builder = app.Graph.Sites[app.Site].Lists[list].Items[item.Id!];

        var fields = await builder.Fields.PatchAsync(new() { AdditionalData = new Dictionary<string, object> { ["Kind"] = "mới" } }, cancellationToken: Token);
        var changed = await builder.GetAsync(cancellationToken: Token);
        var versions = await builder.Versions.GetAsync(cancellationToken: Token);

        Assert.AreEqual("mới", fields!.AdditionalData["Kind"]);
        Assert.EndsWith(",1\"", item.ETag!);
        Assert.EndsWith(",2\"", changed!.ETag!);
        CollectionAssert.AreEqual(new[] { "2.0", "1.0" }, versions!.Value!.Select(version => version.Id).ToList());
    }

    [TestMethod]
    public async Task A_stale_tag_is_refused_on_change_and_on_delete()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        var item = await app.AddAsync(list, Token, ("Code", "1"));
        var builder = app.Graph.Sites[app.Site].Lists[list].Items[item.Id!];
        var change = new FieldValueSet { AdditionalData = new Dictionary<string, object> { ["Kind"] = "x" } };
        await builder.Fields.PatchAsync(change, request => request.Headers.Add("If-Match", item.ETag!), Token);

        await RefusedAsync(412, "resourceModified", () => builder.Fields.PatchAsync(change, request => request.Headers.Add("If-Match", item.ETag!), Token));
        await RefusedAsync(412, "resourceModified", () => builder.DeleteAsync(request => request.Headers.Add("If-Match", item.ETag!), Token));
    }

    [TestMethod]
    public async Task A_deleted_item_is_gone_and_its_number_is_not_given_again()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        var item = await app.AddAsync(list, Token, ("Code", "1"));
        await app.Graph.Sites[app.Site].Lists[list].Items[item.Id!].DeleteAsync(cancellationToken: Token);

        var next = await app.AddAsync(list, Token, ("Code", "1"));

        Assert.AreEqual("2", next.Id);
        await RefusedAsync(404, "itemNotFound", () => app.Graph.Sites[app.Site].Lists[list].Items["1"].GetAsync(cancellationToken: Token));
    }

    [TestMethod]
    public async Task Values_that_do_not_fit_their_column_are_refused_and_nothing_is_written()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.AddColumnAsync(list, new() { Name = "Status", Choice = new() { Choices = ["Nháp"] } }, Token);
        await app.AddColumnAsync(list, new() { Name = "Day", DateTime = new() }, Token);
        await app.AddColumnAsync(list, new() { Name = "Must", Required = true, Text = new() }, Token);
        (string, object)[] wrong = [("Unknown", "x"), ("Status", "khác"), ("Size", "ten"), ("Size", 1001), ("Day", "hôm nay"), ("Note", new string('x', 256)), ("Modified", "2026-01-01")];

        foreach (var field in wrong)
        {
            await RefusedAsync(400, "invalidRequest", () => app.AddAsync(list, Token, ("Must", "x"), field));
        }
        await RefusedAsync(400, "invalidRequest", () => app.AddAsync(list, Token, ("Code", "1")));

        var items = await app.Graph.Sites[app.Site].Lists[list].Items.GetAsync(cancellationToken: Token);
        Assert.IsEmpty(items!.Value!);
    }

    [TestMethod]
    public async Task A_second_item_with_the_unique_value_is_refused_whatever_its_case()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var list = await app.AddListAsync("Things", Token);
        await app.AddAsync(list, Token, ("Code", "đảng-1"));

        var error = await RefusedAsync(400, "invalidRequest", () => app.AddAsync(list, Token, ("Code", "ĐẢNG-1")));

        Assert.Contains("duplicate values", error.Error!.Message!);
    }
}
