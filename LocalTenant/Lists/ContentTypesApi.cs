using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Lists;

/// <summary>Content types of a list: list them, copy one of the site's.</summary>
internal static class ContentTypesApi
{
    private const string Tag = "\"1\"";

    public static GraphAnswer All(GraphCall call, ListRow list) =>
        GraphAnswer.Collection(ContentTypesTable.Of(call.Db, list).Select(type => Show(type).Keep(call.Query.Select)));

    public static GraphAnswer Get(GraphCall call, ListRow list, string id) =>
        ContentTypesTable.Of(call.Db, list).FirstOrDefault(type => type.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } type
            ? GraphAnswer.Ok(Show(type).Keep(call.Query.Select))
            : throw GraphError.NotFound("The specified content type was not found");

    /// <summary>200, as recorded; the documentation says 201.</summary>
    public static GraphAnswer AddCopy(GraphCall call, ListRow list)
    {
        var given = call.Json().Text("contentType") ?? throw GraphError.Invalid("The 'contentType' to copy is missing.");
        var parent = SiteContentTypes.Find(given[(given.LastIndexOf('/') + 1)..]) ?? throw GraphError.NotFound("The specified content type was not found");
        var copy = new ListContentType { Id = $"{parent.Id}00{Guid.CreateVersion7(call.Now).ToString("N").ToUpperInvariant()}", Parent = parent.Id };
        if (ContentTypesTable.Of(call.Db, list).Any(type => type.Parent == parent.Id))
        {
            throw GraphError.NameExists($"A content type with the name '{parent.Name}' already exists.");
        }
        ContentTypesTable.Add(call.Db, list, copy);
        var json = Show(copy);
        json.Insert(0, "@odata.type", "#microsoft.graph.contentType");
        json.Insert(1, "@odata.etag", Tag);
        return GraphAnswer.Ok(json).WithTag(Tag);
    }

    private static JsonObject Show(ListContentType type)
    {
        var parent = SiteContentTypes.Find(type.Parent)!; // only those are ever copied
        var json = Describe(type.Id, parent);
        json.Insert(5, "parentId", parent.Id);
        json["base"] = Describe(parent.Id, parent);
        return json;
    }

    private static JsonObject Describe(string id, SiteContentType type) => new()
    {
        ["id"] = id,
        ["description"] = type.Description,
        ["group"] = type.Group,
        ["hidden"] = false,
        ["name"] = type.Name,
        ["readOnly"] = false,
        ["sealed"] = false,
    };
}
