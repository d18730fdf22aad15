using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Rest;

/// <summary>Every recorded or documented answer of SharePoint REST that concerns a call of ours: same status, same names, same kinds.</summary>
[TestClass]
public sealed class RecordedRestTests : TenantTests
{
    [TestMethod]
    public async Task A_created_list_looks_as_recorded()
    {
        await using var rest = await RestClient.StartAsync(Token);

        Same("rest-list-created-201", await rest.PostAsync("web/lists", new JsonObject { ["Title"] = "PNP_SDK_TEST", ["BaseTemplate"] = 100 }, Token));
    }

    [TestMethod]
    public async Task A_taken_title_is_refused_with_500_word_for_word()
    {
        await using var rest = await RestClient.StartAsync(Token);
        await rest.AddListAsync("Books", Token);

        var refused = await rest.PostAsync("web/lists", new JsonObject { ["Title"] = "books", ["BaseTemplate"] = 100 }, Token);

        Exact("rest-list-duplicate-title-500", refused);
    }

    [TestMethod]
    public async Task A_missing_list_is_404_and_names_title_and_site()
    {
        await using var rest = await RestClient.StartAsync(Token);

        var refused = await rest.GetAsync("web/lists/getbytitle('nonexisting')", Token);

        var (status, body) = Recorded.Read("rest-list-by-title-404");
        Assert.AreEqual(status, refused.Status);
        Assert.AreEqual(body["odata.error"]!["message"]!["value"]!.GetValue<string>().Replace("https://bertonline.sharepoint.com/sites/prov-2", rest.Site, StringComparison.Ordinal), Message(refused));
        Assert.AreEqual(body["odata.error"]!["code"]!.GetValue<string>(), refused.Json["odata.error"]!["code"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task A_choice_column_made_from_xml_looks_as_recorded()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token, 101);

        Same("rest-field-choice-created-200", await AddFieldAsync(rest, list, """<Field Type="Choice" Name="ADDED" DisplayName="ADDED FIELD" Group="TEST GROUP" FillInChoice="TRUE" Format="RadioButtons"><CHOICES><CHOICE>CHOICE 1</CHOICE><CHOICE>CHOICE 2</CHOICE></CHOICES></Field>"""));
    }

    [TestMethod]
    public async Task A_date_column_made_from_xml_looks_as_recorded()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token, 101);

        Same("rest-field-datetime-created-200", await AddFieldAsync(rest, list, """<Field Type="DateTime" Name="ADDED" DisplayName="ADDED FIELD" Format="DateTime" FriendlyDisplayFormat="Relative" />"""));
    }

    [TestMethod]
    public async Task A_created_view_looks_as_recorded_and_is_deleted_with_odata_null()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token, 101);
        var body = new JsonObject { ["parameters"] = new JsonObject { ["Title"] = "PnPCoreTest", ["RowLimit"] = 3, ["ViewFields"] = new JsonArray("DocIcon", "LinkFilename", "Modified", "Editor", "Created", "Author") } };

        var made = await rest.PostAsync($"web/lists(guid'{list}')/Views/Add", body, Token);

        Same("rest-view-created-200", made);
        Exact("rest-view-deleted-odata-null", await rest.PostAsync($"web/lists(guid'{list}')/Views(guid'{made.Json["Id"]}')/DeleteObject", null, Token));
    }

    [TestMethod]
    public async Task Views_joined_to_a_list_with_their_columns_look_as_recorded()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token, 101);

        Same("rest-viewfields-after-add-200", await rest.GetAsync($"web/lists(guid'{list}')?$select=Id,Views/Id,Views/Title,Views/ViewFields&$expand=Views,Views/ViewFields", Token));
    }

    [TestMethod]
    public async Task Roles_look_as_recorded_and_breaking_inheritance_answers_odata_null()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);

        Same("rest-role-definitions-200", await rest.GetAsync("web/roledefinitions", Token));
        Exact("rest-list-breakroleinheritance-200", await rest.PostAsync($"web/lists(guid'{list}')/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)", null, Token));
    }

    [TestMethod]
    public async Task A_page_of_items_looks_as_recorded_and_its_link_leads_to_the_rest()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await AddItemAsync(rest, list, "Item 0");
        await AddItemAsync(rest, list, "Item 1");

        var first = await rest.GetAsync($"web/lists(guid'{list}')/items?$top=1", Token);

        Same("rest-items-page-with-nextlink-200", first);
        var second = await rest.GetAsync(first.Json["odata.nextLink"]!.GetValue<string>().Split("/_api/")[1], Token);
        Assert.AreEqual("Item 1", second.Json["value"]![0]!["Title"]!.GetValue<string>());
        Assert.IsNull(second.Json["odata.nextLink"], "a full last page leads nowhere");
    }

    [TestMethod]
    public async Task Items_joined_to_their_list_look_as_recorded()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await rest.AddFieldAsync(list, """<Field Type="DateTime" Name="MyDateField" DisplayName="MyDateField" />""", Token);
        await AddItemAsync(rest, list, "Yes");

        Same("rest-items-read-200", await rest.GetAsync($"web/lists(guid'{list}')?$select=Id,Items/*&$expand=Items", Token));
    }

    [TestMethod]
    public async Task A_validated_item_is_added_or_refused_field_by_field_always_with_200()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await rest.AddFieldAsync(list, """<Field Type="DateTime" Name="MyDateField" DisplayName="MyDateField" Format="DateTime" />""", Token);

        Same("rest-item-added-via-addvalidateupdateitem-200", await rest.PostAsync($"web/lists(guid'{list}')/AddValidateUpdateItemUsingPath", Form(("Title", "Yes"), ("MyDateField", "2024-04-02 04:35:03")), Token));
        Exact("rest-item-update-200-but-hasexception", await rest.PostAsync($"web/lists(guid'{list}')/items(1)/ValidateUpdateListItem", Form(("Title", "No"), ("MyDateField", "2024-33-33")), Token));
        var kept = await rest.GetAsync($"web/lists(guid'{list}')/items(1)", Token);
        Assert.AreEqual("Yes", kept.Json["Title"]!.GetValue<string>(), "one wrong field keeps all from being saved");
    }

    [TestMethod]
    public async Task A_batch_with_a_field_that_cannot_be_written_is_answered_as_recorded()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        var recorded = Recorded.Example("../graph-recorded/rest-batch-add-items-one-bad-field-200")["Response"]!.GetValue<string>();
        var part = $"POST {rest.Site}/_api/web/lists(guid'{list}')/AddValidateUpdateItemUsingPath HTTP/1.1\r\nAccept: {RestClient.Bare}\r\nContent-Type: {RestClient.Bare}\r\n\r\n";
        var text = string.Concat(new[] { "My title 1", "My title 2" }.Select(title =>
            $"--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{part}{Form(("Title", title), ("MetaInfo", "abc")).ToJsonString()}\r\n\r\n")) + "--batch_1--\r\n";

        var answer = await rest.BatchAsync("batch_1", text, Token);

        Assert.AreEqual(200, answer.Status);
        Assert.AreEqual(Lines(recorded), Lines(answer.Text));
    }

    [TestMethod]
    public async Task A_stale_tag_is_412_in_the_words_of_the_issue()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await AddItemAsync(rest, list, "One");

        var refused = await rest.MergeAsync($"web/lists(guid'{list}')/items(1)", new JsonObject { ["Title"] = "Two" }, Token, "\"8\"");

        var example = Recorded.Example("error-412-rest-etag")["response"]!;
        Assert.AreEqual(example["status"]!.GetValue<int>(), refused.Status);
        Assert.AreEqual(example["body"]!["odata.error"]!["code"]!.GetValue<string>(), refused.Json["odata.error"]!["code"]!.GetValue<string>());
        Assert.StartsWith("The request ETag value '\"8\"' does not match the object's ETag value '\"", Message(refused));
    }

    [TestMethod]
    public async Task A_value_that_must_be_unique_is_refused_with_500()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await rest.AddFieldAsync(list, """<Field Type="Text" Name="Code" DisplayName="Code" Indexed="TRUE" EnforceUniqueValues="TRUE" />""", Token);
        await rest.PostAsync($"web/lists(guid'{list}')/items", new JsonObject { ["Code"] = "A" }, Token);

        var refused = await rest.PostAsync($"web/lists(guid'{list}')/items", new JsonObject { ["Code"] = "a" }, Token);

        Assert.AreEqual(Recorded.Example("error-500-rest-duplicate-unique-value")["response"]!["status"]!.GetValue<int>(), refused.Status);
        Assert.Contains(Message(refused), Recorded.Example("error-500-rest-duplicate-unique-value")["response"]!["body"]!["__raw"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task A_save_conflict_is_409_word_for_word()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await rest.App.PlayAsync(new JsonObject { ["action"] = "resourceModified", ["method"] = "POST", ["path"] = "/_api/web/**" }, Token);

        var refused = await AddFieldAsync(rest, list, """<Field Type="Text" Name="A" DisplayName="A" />""");

        var example = Recorded.Example("error-409-rest-save-conflict")["response"]!;
        Assert.AreEqual(example["status"]!.GetValue<int>(), refused.Status);
        Assert.IsTrue(JsonNode.DeepEquals(example["body"], refused.Json), refused.Text);
    }

    [TestMethod]
    [DataRow("rest-list-create", "web/lists", 201)]
    [DataRow("rest-item-addvalidateupdate", "web/lists/GetByTitle('Test')/AddValidateUpdateItemUsingPath", 200)]
    [DataRow("rest-item-update-merge-ifmatch", "web/lists/GetByTitle('Test')/items(1)", 204)]
    [DataRow("rest-renderlistdataasstream", "web/GetList(@listUrl)/RenderListDataAsStream?@listUrl='/sites/hoctap/Lists/Test'", 200)]
    public async Task A_documented_request_is_taken_as_it_stands(string name, string path, int status)
    {
        var example = Recorded.Example(name);
        await using var rest = await RestClient.StartAsync(Token);
        if (name != "rest-list-create")
        {
            await AddItemAsync(rest, await rest.AddListAsync("Test", Token), "One");
        }
        var headers = example["requestHeaders"]!.AsObject().Where(header => header.Key is "X-HTTP-Method" or "If-Match").Select(header => (header.Key, header.Key == "If-Match" ? "*" : header.Value!.GetValue<string>())).ToArray();

        var answer = await rest.SendAsync("POST", path, example["requestBody"], example["requestHeaders"]!["Accept"]!.GetValue<string>(), Token, headers);

        Assert.AreEqual(status, answer.Status, answer.Text);
    }

    [TestMethod]
    [DataRow("POST", "web/lists(guid'{list}')/subscriptions", DisplayName = "rest-webhook-create, rest-webhook-created-201")]
    [DataRow("PATCH", "web/lists(guid'{list}')/subscriptions('1')", DisplayName = "rest-webhook-update")]
    [DataRow("POST", "web/getfolderbyserverrelativeurl('Books')/files/add(url='a.docx',overwrite=true)", DisplayName = "rest-file-uploaded-200")]
    [DataRow("POST", "web/getfilebyid('1')/continueupload(uploadId=guid'1',fileOffset=0)", DisplayName = "rest-file-chunk-continue-200")]
    public async Task What_is_not_there_says_so_with_501(string method, string path)
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);

        var refused = await rest.SendAsync(method, path.Replace("{list}", list, StringComparison.Ordinal), new JsonObject(), RestClient.Bare, Token);

        Assert.AreEqual(501, refused.Status);
        Assert.Contains("FIDELITY.md", Message(refused));
    }

    [TestMethod]
    public async Task A_lookup_column_is_not_there_and_says_so()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);

        var refused = await AddFieldAsync(rest, list, """<Field Type="Lookup" Name="A" DisplayName="A" />""");

        Assert.AreEqual(501, refused.Status);
    }

    private Task<RestReply> AddFieldAsync(RestClient rest, string list, string xml) => rest.PostAsync(
        $"web/lists(guid'{list}')/Fields/CreateFieldAsXml", new JsonObject { ["parameters"] = new JsonObject { ["SchemaXml"] = xml, ["Options"] = 0 } }, Token);

    private async Task AddItemAsync(RestClient rest, string list, string title) =>
        Assert.AreEqual(201, (await rest.PostAsync($"web/lists(guid'{list}')/items", new JsonObject { ["Title"] = title }, Token)).Status);

    private static JsonObject Form(params (string Name, string Value)[] values) => new()
    {
        ["formValues"] = new JsonArray([.. values.Select(value => (JsonNode)new JsonObject { ["FieldName"] = value.Name, ["FieldValue"] = value.Value })]),
        ["bNewDocumentUpdate"] = false,
    };

    private static void Same(string name, RestReply ours)
    {
        var (status, body) = Recorded.Read(name);
        Assert.AreEqual(status, ours.Status, ours.Text);
        var differences = Recorded.Differences(body, ours.Json);
        Assert.IsEmpty(differences, string.Join("; ", differences));
    }

    private static void Exact(string name, RestReply ours)
    {
        var (status, body) = Recorded.Read(name);
        Assert.AreEqual(status, ours.Status, ours.Text);
        Assert.IsTrue(JsonNode.DeepEquals(body, ours.Json), ours.Text);
    }

    private static string Message(RestReply reply) => reply.Json["odata.error"]!["message"]!["value"]!.GetValue<string>();

    // All but the boundary, which is new each time.
    private static string Lines(string batch) => string.Join('\n', batch.ReplaceLineEndings("\n").Split('\n').Select(line => line.StartsWith("--", StringComparison.Ordinal) ? "--" : line));
}
