using Microsoft.Graph.Models;

namespace HocTap.Office.Tests.Tenant;

/// <summary>Columns that point at items of another list: the number comes by itself, the value when selected, twelve at most.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LookupTests : TenantTests
{
    [TestMethod]
    public async Task The_number_of_a_lookup_comes_by_itself_and_its_value_when_selected()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, _) = await PointingAsync(app, 1);
        var item = await app.AddAsync(list, Token, ("To1LookupId", 1));

        var bare = await GetAsync(app, list, item.Id!, "fields");
        var joined = await GetAsync(app, list, item.Id!, "fields($select=To1,To1LookupId)");
        var found = await app.Graph.Sites[app.Site].Lists[list].Items.GetAsync(request => request.QueryParameters.Filter = "fields/To1LookupId eq 1", Token);

        Assert.AreEqual("1", bare["To1LookupId"]);
        Assert.IsFalse(bare.ContainsKey("To1"));
        Assert.AreEqual(("đích", "1"), (joined["To1"], joined["To1LookupId"]));
        Assert.HasCount(1, found!.Value!);
    }

    [TestMethod]
    public async Task Twelve_values_are_joined_and_a_thirteenth_is_too_many()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, names) = await PointingAsync(app, 13);
        var item = await app.AddAsync(list, Token, [.. names.Select(name => (name + "LookupId", (object)1))]);

        var twelve = await GetAsync(app, list, item.Id!, $"fields($select={string.Join(',', names[..12])})");
        var error = await RefusedAsync(400, "invalidRequest", () => GetAsync(app, list, item.Id!, $"fields($select={string.Join(',', names)})"));
        await RefusedAsync(400, "invalidRequest", () => app.Graph.Sites[app.Site].Lists[list].Items.GetAsync(request => request.QueryParameters.Expand = [$"fields($select=Author,{string.Join(',', names[..12])})"], Token));
        var numbers = await GetAsync(app, list, item.Id!, $"fields($select={string.Join(',', names.Select(name => name + "LookupId"))})");

        Assert.AreEqual(12, twelve.Values.Count(value => value is "đích"));
        Assert.AreEqual(13, numbers.Values.Count(value => value is "1"));
        Assert.Contains("lookup column threshold", error.Error!.Message!);
    }

    [TestMethod]
    public async Task A_lookup_that_points_at_nothing_is_refused()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var (list, _) = await PointingAsync(app, 1);

        await RefusedAsync(400, "invalidRequest", () => app.AddAsync(list, Token, ("To1LookupId", 7)));
        await RefusedAsync(400, "invalidRequest", () => app.AddAsync(list, Token, ("To1", "đích")));
        await RefusedAsync(400, "invalidRequest", () => app.AddColumnAsync(list, new() { Name = "Lost", Lookup = new() { ListId = "{00000000-0000-0000-0000-000000000000}" } }, Token));
    }

    private async Task<(string List, List<string> Names)> PointingAsync(TenantApp app, int count)
    {
        var target = await app.AddListAsync("Đích", Token);
        await app.AddAsync(target, Token, ("Title", "đích"));
        var list = await app.AddListAsync("Things", Token);
        var names = Enumerable.Range(1, count).Select(number => $"To{number}").ToList();
        foreach (var name in names)
        {
            await app.AddColumnAsync(list, new() { Name = name, Indexed = name == "To1", Lookup = new() { ListId = target, ColumnName = "Title" } }, Token);
        }
        return (list, names);
    }

    private async Task<IDictionary<string, object>> GetAsync(TenantApp app, string list, string item, string expand)
    {
        ListItem? found = await app.Graph.Sites[app.Site].Lists[list].Items[item].GetAsync(request => request.QueryParameters.Expand = [expand], Token);
        return found!.Fields!.AdditionalData;
    }
}
