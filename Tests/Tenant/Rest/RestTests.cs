using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Rest;

/// <summary>SharePoint REST as its clients use it: dressing, views, formatting, rights, people.</summary>
[TestClass]
public sealed class RestTests : TenantTests
{
    [TestMethod]
    public async Task An_answer_wears_as_much_OData_as_Accept_asks_for()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        var path = $"web/lists(guid'{list}')?$select=Title";

        var bare = await rest.GetAsync(path, Token);
        var minimal = await rest.GetAsync(path, Token, "application/json");
        var verbose = await rest.GetAsync(path, Token, "application/json;odata=verbose");
        var atom = await rest.GetAsync(path, Token, "application/atom+xml");

        Assert.AreEqual("""{"Title":"Books"}""", bare.Text);
        Assert.AreEqual("SP.List", minimal.Json["odata.type"]!.GetValue<string>());
        Assert.AreEqual("SP.List", verbose.Json["d"]!["__metadata"]!["type"]!.GetValue<string>());
        Assert.AreEqual("Books", verbose.Json["d"]!["Title"]!.GetValue<string>());
        Assert.AreEqual(501, atom.Status);
    }

    [TestMethod]
    public async Task A_call_without_a_token_is_401()
    {
        await using var rest = await RestClient.StartAsync(Token);
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri($"{rest.Site}/_api/web"), Token);

        Assert.AreEqual(401, (int)answer.StatusCode);
    }

    [TestMethod]
    public async Task The_columns_of_a_view_are_added_moved_and_removed()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await rest.AddFieldAsync(list, """<Field Type="Text" Name="Author1" DisplayName="Author" />""", Token);
        var fields = $"web/lists(guid'{list}')/defaultview/viewfields";

        await rest.PostAsync($"{fields}/addviewfield", new JsonObject { ["strField"] = "Author1" }, Token);
        await rest.PostAsync($"{fields}/moveviewfieldto", new JsonObject { ["field"] = "Author1", ["index"] = 0 }, Token);
        await rest.PostAsync($"{fields}/removeviewfield('LinkTitle')", null, Token);
        var unknown = await rest.PostAsync($"{fields}/addviewfield('Nothing')", null, Token);

        Assert.AreEqual("Author1", (await rest.GetAsync(fields, Token)).Json["Items"]!.AsArray().Single()!.GetValue<string>());
        Assert.AreEqual(400, unknown.Status);
    }

    [TestMethod]
    public async Task Formatting_is_kept_as_the_text_it_was_sent_as()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        const string Format = """{"elmType":"div","txtContent":"@currentField"}""";

        var changed = await rest.MergeAsync($"web/lists(guid'{list}')/fields/getbyinternalnameortitle('Title')", new JsonObject { ["CustomFormatter"] = Format }, Token);
        var view = await rest.MergeAsync($"web/lists(guid'{list}')/views/getbytitle('All Items')", new JsonObject { ["CustomFormatter"] = Format, ["ViewQuery"] = "<OrderBy><FieldRef Name=\"Title\" /></OrderBy>" }, Token);

        Assert.AreEqual(204, changed.Status, changed.Text);
        Assert.AreEqual(204, view.Status, view.Text);
        Assert.AreEqual(Format, (await rest.GetAsync($"web/lists(guid'{list}')/fields/getbytitle('Title')", Token)).Json["CustomFormatter"]!.GetValue<string>());
        Assert.AreEqual(Format, (await rest.GetAsync($"web/lists(guid'{list}')/defaultview", Token)).Json["CustomFormatter"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task Rights_are_broken_given_taken_and_inherited_again()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = $"web/lists(guid'{await rest.AddListAsync("Books", Token)}')";
        var user = (await rest.PostAsync("web/ensureuser", new JsonObject { ["logonName"] = "i:0#.f|membership|an@lamkieu.example" }, Token)).Json["Id"]!.GetValue<long>();

        var tooEarly = await rest.PostAsync($"{list}/roleassignments/addroleassignment(principalid={user},roledefid=1073741826)", null, Token);
        await rest.PostAsync($"{list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)", null, Token);
        var given = await rest.PostAsync($"{list}/roleassignments/addroleassignment(principalid={user},roledefid=1073741826)", null, Token);
        var own = await PrincipalsAsync(rest, list);
        await rest.PostAsync($"{list}/roleassignments/removeroleassignment(principalid={user},roledefid=1073741826)", null, Token);
        var without = await PrincipalsAsync(rest, list);
        await rest.PostAsync($"{list}/resetroleinheritance", null, Token);

        Assert.AreEqual(500, tooEarly.Status, "what inherits takes no assignment");
        Assert.AreEqual("""{"odata.null":true}""", given.Text);
        CollectionAssert.AreEquivalent(new[] { 6, user }, own);
        CollectionAssert.AreEquivalent(new[] { 6L }, without);
        CollectionAssert.AreEquivalent(new[] { 3L, 4L, 5L }, await PrincipalsAsync(rest, list));
        Assert.IsFalse((await rest.GetAsync($"{list}?$select=HasUniqueRoleAssignments", Token)).Json["HasUniqueRoleAssignments"]!.GetValue<bool>());
    }

    [TestMethod]
    public async Task A_person_keeps_one_number_and_somebody_who_is_nobody_is_refused()
    {
        await using var rest = await RestClient.StartAsync(Token);

        var first = await rest.PostAsync("web/ensureuser('an%40lamkieu.example')", null, Token);
        var again = await rest.PostAsync("web/ensureuser", new JsonObject { ["logonName"] = "AN@lamkieu.example" }, Token);
        var nobody = await rest.PostAsync("web/ensureuser", new JsonObject { ["logonName"] = "nobody" }, Token);

        Assert.AreEqual(first.Json["Id"]!.GetValue<long>(), again.Json["Id"]!.GetValue<long>());
        Assert.AreEqual(400, nobody.Status);
    }

    [TestMethod]
    public async Task An_item_is_written_read_filtered_and_deleted()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = $"web/lists(guid'{await rest.AddListAsync("Books", Token)}')";
        await rest.PostAsync($"{list}/fields", new JsonObject { ["Title"] = "Pages", ["FieldTypeKind"] = 9 }, Token);
        var made = await rest.PostAsync($"{list}/items", new JsonObject { ["Title"] = "O'Brien", ["Pages"] = 12 }, Token);

        var merged = await rest.MergeAsync($"{list}/items(1)", new JsonObject { ["Pages"] = 13 }, Token, made.Headers.ETag!.ToString());
        var found = await rest.GetAsync($"{list}/items?$filter=(Title eq 'O''Brien' or substringof('x',Title)) and Pages gt 12&$select=Id,Pages", Token);
        var unknown = await rest.PostAsync($"{list}/items", new JsonObject { ["Nothing"] = 1 }, Token);
        var deleted = await rest.SendAsync("POST", $"{list}/items(1)", null, RestClient.Bare, Token, ("X-HTTP-Method", "DELETE"), ("If-Match", "*"));

        Assert.AreEqual(204, merged.Status, merged.Text);
        Assert.AreEqual("""{"value":[{"Id":1,"Pages":13,"ID":1}]}""", found.Text);
        Assert.AreEqual(400, unknown.Status);
        Assert.AreEqual(200, deleted.Status);
        Assert.AreEqual(404, (await rest.GetAsync($"{list}/items(1)", Token)).Status);
    }

    [TestMethod]
    public async Task A_digest_is_given_to_whoever_asks()
    {
        await using var rest = await RestClient.StartAsync(Token);

        var digest = await rest.PostAsync("contextinfo", null, Token, "application/json;odata=verbose");

        Assert.StartsWith("0x", digest.Json["d"]!["GetContextWebInformation"]!["FormDigestValue"]!.GetValue<string>());
    }

    private async Task<long[]> PrincipalsAsync(RestClient rest, string list) =>
        [.. (await rest.GetAsync($"{list}/roleassignments", Token)).Json["value"]!.AsArray().Select(one => one!["PrincipalId"]!.GetValue<long>())];
}
