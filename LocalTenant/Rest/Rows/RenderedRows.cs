using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Views;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Rows;

/// <summary>POST RenderListDataAsStream: a view, or CAML of the caller's own, as rows of text ready to show.</summary>
internal static class RenderedRows
{
    private const int MostRows = 5000;

    public static RestAnswer Handle(RestCall call, ListRow list)
    {
        var parameters = call.Body("parameters");
        var view = View(call, list, parameters);
        var columns = ColumnsTable.All(call.Db, list);
        var paging = HttpUtility.ParseQueryString((parameters.Text("Paging") ?? call.Query["Paging"] ?? "").TrimStart('?'));
        var skip = int.TryParse(paging["PageFirstRow"], NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first - 1 : 0;
        var caml = view.Element("Query") ?? new XElement("Query");
        var limit = Limit(view);
        var folder = Folder(call, list, view, parameters);
        var query = new RowQuery(Caml.Test(caml, columns, call.Call.Now), Caml.Order(caml, columns), InScope(list, view)) { Folder = folder };
        var (rows, more) = RowFinder.Page(call, list, query, skip, limit);
        var shown = view.Element("ViewFields")?.Elements("FieldRef").Select(field => field.Attribute("Name")?.Value ?? "").ToList() ?? [];
        return RestAnswer.Ok(new RestRaw(Json(call, list, view, columns, shown, rows, skip, limit, more)));
    }

    private static JsonObject Json(
        RestCall call, ListRow list, XElement view, IReadOnlyList<Column> columns, IReadOnlyList<string> shown, IReadOnlyList<ItemRow> rows, int skip, int limit, bool more)
    {
        var json = new JsonObject
        {
            ["Row"] = new JsonArray([.. rows.Select(row => (JsonNode)RenderedRow.Of(call, list, row, columns, shown))]),
            ["FirstRow"] = rows.Count == 0 ? 0 : skip + 1,
            ["FolderPermissions"] = "0x7fffffffffffffff",
            ["LastRow"] = skip + rows.Count,
            ["RowLimit"] = limit,
        };
        if (more && view.Element("RowLimit")?.Attribute("Paged")?.Value.ToUpperInvariant() == "TRUE")
        {
            json["NextHref"] = string.Create(CultureInfo.InvariantCulture, $"?Paged=TRUE&p_ID={rows[^1].Id}&PageFirstRow={skip + rows.Count + 1}&View={view.Attribute("Name")?.Value.Trim('{', '}')}");
        }
        json["FilterLink"] = "?";
        json["ForceNoHierarchy"] = "1";
        json["HierarchyHasIndention"] = "";
        json["CurrentFolderSpItemId"] = "";
        return json;
    }

    private static XElement View(RestCall call, ListRow list, JsonObject parameters)
    {
        if (parameters.Text("ViewXml") is { Length: > 0 } own)
        {
            return Caml.Parse(own);
        }
        var id = call.Query["View"] ?? HttpUtility.ParseQueryString((parameters.Text("Paging") ?? "").TrimStart('?'))["View"];
        var view = id is null ? ViewsApi.Default(call, list) : ViewsApi.ById(call, list, id);
        return Caml.Parse(ViewEntity.Of(call, list, view).Properties["HtmlSchemaXml"]!.GetValue<string>());
    }

    private static int Limit(XElement view)
    {
        var given = int.TryParse(view.Element("RowLimit")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : 30;
        return given <= MostRows ? given : throw RestError.OverThreshold();
    }

    // Without a scope a library shows one folder; the threshold then counts that folder alone.
    private static ItemRow? Folder(RestCall call, ListRow list, XElement view, JsonObject parameters)
    {
        if (!list.IsLibrary || Scope(view) is "Recursive" or "RecursiveAll")
        {
            return null;
        }
        var root = ItemsTable.Root(call.Db, list.Id);
        var below = $"{call.Site.Path}/{list.Folder}/";
        var path = parameters.Text("FolderServerRelativeUrl") is { } address && address.StartsWith(below, StringComparison.OrdinalIgnoreCase) ? address[below.Length..] : "";
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (folder, name) =>
            ItemsTable.Child(call.Db, folder, name) ?? throw new RestError(404, -2147024894, "System.IO.FileNotFoundException", "File Not Found."));
    }

    private static Func<ItemRow, bool> InScope(ListRow list, XElement view) => Scope(view) switch
    {
        "Recursive" or "FilesOnly" when list.IsLibrary => row => row.IsFile,
        _ => row => !row.IsRoot,
    };

    private static string Scope(XElement view) => view.Attribute("Scope")?.Value ?? "";
}
