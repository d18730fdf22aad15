using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Rest;

/// <summary>Views of a list with more than 5,000 rows: what an index leads is shown, the rest is refused with the recorded 500.</summary>
[TestClass]
public sealed class LargeListTests : TenantTests
{
    private const int Rows = 5_050;

    [TestMethod]
    public async Task Only_what_an_index_leads_is_shown_beyond_the_threshold()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await FilledAsync(rest);

        var indexed = await RenderAsync(rest, list, """<Where><And><Eq><FieldRef Name="Kind" /><Value Type="Text">rare</Value></Eq><Neq><FieldRef Name="Note" /><Value Type="Text">x</Value></Neq></And></Where>""");
        var ordered = await RenderAsync(rest, list, """<OrderBy><FieldRef Name="Kind" Ascending="FALSE" /></OrderBy>""");
        var plain = await RenderAsync(rest, list, "");
        var bare = await RenderAsync(rest, list, """<Where><Eq><FieldRef Name="Note" /><Value Type="Text">n</Value></Eq></Where>""");
        var bareOrder = await RenderAsync(rest, list, """<OrderBy><FieldRef Name="Note" /></OrderBy>""");
        var many = await RenderAsync(rest, list, """<Where><Eq><FieldRef Name="Kind" /><Value Type="Text">common</Value></Eq></Where>""");
        var filter = await rest.GetAsync($"web/lists(guid'{list}')/items?$filter=Note eq 'n'", Token);

        Assert.AreEqual(10, indexed.Json["Row"]!.AsArray().Count, indexed.Text);
        Assert.AreEqual(30, ordered.Json["Row"]!.AsArray().Count);
        Assert.AreEqual("rare", ordered.Json["Row"]![0]!["Kind"]!.GetValue<string>());
        Assert.AreEqual(30, plain.Json["LastRow"]!.GetValue<int>());
        foreach (var refused in new[] { bare, bareOrder, many, filter })
        {
            Assert.AreEqual(500, refused.Status);
            Assert.IsTrue(JsonNode.DeepEquals(Recorded.Example("error-500-rest-list-view-threshold")["response"]!["body"], refused.Json), refused.Text);
        }
    }

    [TestMethod]
    public async Task The_next_page_begins_where_the_last_ended()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        for (var number = 1; number <= 31; number++)
        {
            await rest.PostAsync($"web/lists(guid'{list}')/items", new JsonObject { ["Title"] = $"{number}" }, Token);
        }

        var first = await rest.PostAsync($"web/lists(guid'{list}')/RenderListDataAsStream", new JsonObject { ["parameters"] = new JsonObject { ["RenderOptions"] = 2 } }, Token);
        var second = await rest.PostAsync($"web/lists(guid'{list}')/RenderListDataAsStream", new JsonObject { ["parameters"] = new JsonObject { ["Paging"] = first.Json["NextHref"]!.GetValue<string>() } }, Token);

        Assert.AreEqual("31", second.Json["Row"]!.AsArray().Single()!["Title"]!.GetValue<string>());
        Assert.IsNull(second.Json["NextHref"]);
    }

    private async Task<string> FilledAsync(RestClient rest)
    {
        var list = await rest.App.AddListAsync("Large", Token);
        var steps = Enumerable.Range(0, Rows).Select(number => new JsonObject
        {
            ["id"] = $"{number}",
            ["method"] = "POST",
            ["url"] = $"/sites/{rest.App.Site}/lists/{list}/items",
            ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
            ["body"] = new JsonObject { ["fields"] = new JsonObject { ["Code"] = $"C{number}", ["Kind"] = number < 10 ? "rare" : "common", ["Note"] = "n" } },
        });
        using var http = await rest.App.RawAsync(Token);
        foreach (var chunk in steps.Chunk(20))
        {
            using var content = new StringContent(new JsonObject { ["requests"] = new JsonArray([.. chunk.Select(step => (JsonNode)step)]) }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("$batch", UriKind.Relative), content, Token);
            answer.EnsureSuccessStatusCode();
        }
        return list;
    }

    private Task<RestReply> RenderAsync(RestClient rest, string list, string query)
    {
        var xml = $"""<View><Query>{query}</Query><ViewFields><FieldRef Name="Code" /><FieldRef Name="Kind" /></ViewFields><RowLimit Paged="TRUE">30</RowLimit></View>""";
        return rest.PostAsync($"web/lists(guid'{list}')/RenderListDataAsStream", new JsonObject { ["parameters"] = new JsonObject { ["ViewXml"] = xml } }, Token);
    }
}
