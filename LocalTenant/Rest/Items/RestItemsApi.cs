using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Fields;
using HocTap.Office.LocalTenant.Rest.Lists;
using HocTap.Office.LocalTenant.Rest.Rows;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Items;

/// <summary>Items of a list: pages, one, create, change, delete.</summary>
internal static class RestItemsApi
{
    private const int DefaultPage = 100;

    public static RestAnswer All(RestCall call, ListRow list)
    {
        var columns = ColumnsTable.All(call.Db, list);
        var test = call.Query.Filter is { } filter ? new RestFilter(filter, columns).Parse() : null;
        var top = call.Query.Top(DefaultPage, most: 5000);
        var skip = Skip(call.Query.SkipToken);
        var (rows, more) = RowFinder.Page(call, list, new(test, Order(call, columns), row => !row.IsRoot), skip, top);
        return RestAnswer.Ok(new RestCollection([.. rows.Select(row => RestItem.Of(call, list, row))], more ? Next(call, list, rows[^1], skip + rows.Count) : null));
    }

    /// <summary>What comes along when a list is read with its items: one page.</summary>
    public static RestCollection First(RestCall call, ListRow list) =>
        new([.. ItemsTable.After(call.Db, list.Id, 0, DefaultPage).Select(row => RestItem.Of(call, list, row))]);

    public static ItemRow Find(RestCall call, ListRow list, string id) =>
        (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? ItemsTable.ById(call.Db, list.Id, number) : null)
            ?? throw RestError.ItemMissing();

    public static RestAnswer Create(RestCall call, ListRow list)
    {
        if (list.IsLibrary)
        {
            throw new RestError(400, -2147467259, "Microsoft.SharePoint.SPException", "To add an item to a document library, use SPFileCollection.Add()");
        }
        var columns = ColumnsTable.All(call.Db, list);
        var fields = FieldWriting.Apply(call.Db, columns, [], Sent(call, list, columns));
        FieldWriting.RequireAll(columns, fields);
        var item = ItemWriting.Add(call.Call, list, ItemsTable.Blank(list, 0, "item", call.Call.Now) with { Fields = Json.Write(fields) });
        return RestAnswer.Created(RestItem.Of(call, list, item));
    }

    /// <summary>MERGE: what is not sent stays.</summary>
    public static RestAnswer Change(RestCall call, ListRow list, ItemRow item)
    {
        call.Expect(item.Tag);
        var sent = Sent(call, list, ColumnsTable.All(call.Db, list));
        var changed = ItemWriting.ChangeFields(Checked(call), list, item, sent);
        return RestAnswer.NoContent() with { Tag = changed.Tag };
    }

    public static RestAnswer Delete(RestCall call, ItemRow item)
    {
        call.Expect(item.Tag);
        ItemWriting.Delete(call.Call, item);
        return RestAnswer.Deleted();
    }

    /// <summary>The same call without If-Match: REST has compared it in its own words.</summary>
    internal static GraphCall Checked(RestCall call) => call.Call with
    {
        Headers = call.Call.Headers.Where(header => !header.Key.Equals("If-Match", StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase),
    };

    private static JsonObject Sent(RestCall call, ListRow list, IReadOnlyList<Column> columns)
    {
        var sent = new JsonObject();
        foreach (var (name, value) in call.Body().Where(member => member.Key != "__metadata" && !member.Key.Contains("odata.", StringComparison.Ordinal)))
        {
            var column = columns.FirstOrDefault(column => FieldEntity.EntityName(column.Name) == name) ?? throw RestError.PropertyUnknown(name, ListEntity.ItemType(list));
            sent[column.Name] = value is JsonObject wrapped && wrapped["results"] is { } results ? results.DeepClone() : value?.DeepClone();
            if (column.Kind == ColumnKind.MultiChoice)
            {
                sent[column.Name + "@odata.type"] = "Collection(Edm.String)";
            }
        }
        return sent;
    }

    private static IReadOnlyList<RowOrder> Order(RestCall call, IReadOnlyList<Column> columns) => [.. (call.Query.OrderBy ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(one => one.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(words => new RowOrder(RestFilter.Find(columns, words[0]), words.Length > 1 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase)))];

    // $skip is ignored, as live; the token says where to go on, and clients follow it as it is.
    private static int Skip(string? token) =>
        int.TryParse(HttpUtility.ParseQueryString(token ?? "")["p_Place"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;

    private static string Next(RestCall call, ListRow list, ItemRow last, int place)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"Paged=TRUE&p_ID={last.Id}&p_Place={place}");
        return $"{call.WebUrl}/_api/web/lists(guid%27{list.Id}%27)/items?{call.Query.With("skiptoken", token)}";
    }
}
