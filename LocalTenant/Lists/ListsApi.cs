using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Lists;

/// <summary>Lists of the site: find, create, rename.</summary>
internal static partial class ListsApi
{
    private const int JoinedItems = 200;

    public static GraphAnswer All(GraphCall call) =>
        GraphAnswer.Collection(Named(call).Select(list => ListJson.Of(call, list).Keep(call.Query.Select)));

    /// <summary>By id or by title, as Graph takes either in the same place.</summary>
    public static ListRow Find(GraphCall call, string idOrTitle)
    {
        var list = Guid.TryParse(idOrTitle, out var id) ? ListsTable.ById(call.Db, id.ToString()) : null;
        return list ?? ListsTable.ByTitle(call.Db, idOrTitle) ?? throw GraphError.NotFound("The specified list was not found");
    }

    public static ListRow OfDrive(GraphCall call, string drive)
    {
        var list = ListRow.IdOfDrive(drive) is { } id ? ListsTable.ById(call.Db, id) : null;
        return list is { IsLibrary: true } ? list : throw GraphError.NotFound("The drive could not be found");
    }

    public static GraphAnswer Get(GraphCall call, ListRow list)
    {
        var json = ListJson.Of(call, list).Keep(call.Query.Select);
        call.Query.Shape.Allow("columns", "items");
        if (call.Query.Shape.Expand.TryGetValue("columns", out var shape))
        {
            json["columns@odata.context"] = ODataContext.Joined(call, list.Id, "columns");
            json["columns"] = new JsonArray([.. ColumnsTable.All(call.Db, list).Select(column => column.ToJson().Keep(shape.Select))]);
        }
        if (call.Query.Shape.Expand.TryGetValue("items", out var items))
        {
            AddItems(call, list, items, json);
        }
        return GraphAnswer.Ok(json).WithTag(ListJson.Tag(list));
    }

    private static void AddItems(GraphCall call, ListRow list, Shape shape, JsonObject json)
    {
        var rows = ItemsTable.After(call.Db, list.Id, 0, JoinedItems + 1);
        json["items@odata.context"] = ODataContext.Joined(call, list.Id, "items");
        json["items"] = new JsonArray([.. rows.Take(JoinedItems).Select(item => ItemJson.Of(call, list, item, shape))]);
        if (rows.Count > JoinedItems)
        {
            json["items@odata.nextLink"] = $"{call.Root}/sites/{call.Tenant.Site.Id}/lists/{list.Id}/items?{ItemQuery.Following(rows[JoinedItems - 1])}";
        }
    }

    public static GraphAnswer Create(GraphCall call)
    {
        var body = call.Json();
        if (body.ContainsKey("name"))
        {
            throw GraphError.Invalid("Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'");
        }
        var title = body.Text("displayName") is { Length: > 0 } given ? given : throw GraphError.Invalid("The 'displayName' of the list is missing.");
        if (ListsTable.ByTitle(call.Db, title) is not null)
        {
            throw GraphError.NameExists("A list, survey, discussion board, or document library with the specified title already exists in this Web site.");
        }
        var list = ListsTable.Add(call.Db, new(NameFor(call, title), title, body.Text("description") ?? "", Template(body)), call.Now);
        foreach (var column in body["columns"]?.AsArray() ?? [])
        {
            ColumnsApi.Add(call, list, column as JsonObject ?? throw GraphError.Invalid("A column must be an object."));
        }
        return GraphAnswer.Created(ListJson.Of(call, list).Keep(call.Query.Select)).WithTag(ListJson.Tag(list));
    }

    public static GraphAnswer Rename(GraphCall call, ListRow list)
    {
        var body = call.Json();
        var title = body.Text("displayName") ?? list.Title;
        if (ListsTable.ByTitle(call.Db, title) is { } other && other.Id != list.Id)
        {
            throw GraphError.NameExists("A list, survey, discussion board, or document library with the specified title already exists in this Web site.");
        }
        ListsTable.Rename(call.Db, list.Id, title, body.Text("description") ?? list.Description, call.Now);
        return GraphAnswer.Ok(ListJson.Of(call, ListsTable.ById(call.Db, list.Id)!).Keep(call.Query.Select)).WithTag(ListJson.Tag(list)); // just updated
    }

    private static IEnumerable<ListRow> Named(GraphCall call)
    {
        if (call.Query.Filter is not { } filter)
        {
            return ListsTable.All(call.Db);
        }
        var match = DisplayNameFilter().Match(filter);
        if (!match.Success)
        {
            throw GraphError.Invalid("The provided filter statement is not supported");
        }
        var title = match.Groups["title"].Value.Replace("''", "'", StringComparison.Ordinal);
        return ListsTable.ByTitle(call.Db, title) is { } list ? [list] : [];
    }

    private static string Template(JsonObject body) => (body["list"] as JsonObject)?.Text("template") switch
    {
        null or ListTemplate.Generic => ListTemplate.Generic,
        ListTemplate.Library => ListTemplate.Library,
        var other => throw GraphError.Invalid($"The list template '{other}' is not supported."),
    };

    // The address keeps the ASCII of the title at creation, for ever.
    internal static string NameFor(GraphCall call, string title)
    {
        var name = NotInAddress().Replace(title, "").Trim();
        name = name.Length == 0 ? "List" : name;
        return Enumerable.Range(0, 10_000)
            .Select(number => number == 0 ? name : string.Create(null, $"{name}{number}"))
            .First(candidate => !ListsTable.HasName(call.Db, candidate));
    }

    [GeneratedRegex(@"^\s*displayName\s+eq\s+'(?<title>(?:[^']|'')*)'\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex DisplayNameFilter();

    [GeneratedRegex("[^A-Za-z0-9 _-]")]
    private static partial Regex NotInAddress();
}
