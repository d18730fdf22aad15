using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>Items of a list: list, read, create, change, delete.</summary>
internal static class ItemsApi
{
    private static readonly IReadOnlySet<string> AllNames = new HashSet<string>();

    public static GraphAnswer All(GraphCall call, ListRow list)
    {
        var page = ItemQuery.Run(call, list);
        var json = Json.Collection(page.Items.Select(item => ItemJson.Of(call, list, item)));
        if (page.Next is { } token)
        {
            json["@odata.nextLink"] = $"{call.Root}/sites/{call.Tenant.Site.Id}/lists/{list.Id}/items?{call.Query.With("skiptoken", token)}";
        }
        return GraphAnswer.Ok(json);
    }

    public static ItemRow Find(GraphCall call, ListRow list, string id)
    {
        var item = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? ItemsTable.ById(call.Db, list.Id, number)
            : null;
        return item ?? throw GraphError.NotFound("The specified list item was not found");
    }

    public static ItemRow RequireFile(ItemRow item) => item.IsFile || item.IsFolder
        ? item
        : throw GraphError.Invalid("Only a File or a Folder in a DocumentLibrary can be accessed as a DriveItem.");

    public static GraphAnswer Get(GraphCall call, ListRow list, ItemRow item)
    {
        Lookups.Check(ColumnsTable.All(call.Db, list), Selected(call));
        return GraphAnswer.Ok(ItemJson.Of(call, list, item)).WithTag(item.Tag);
    }

    public static GraphAnswer GetFields(GraphCall call, ListRow list, ItemRow item)
    {
        Lookups.Check(ColumnsTable.All(call.Db, list), call.Query.Select);
        return GraphAnswer.Ok(ItemJson.Fields(call, list, item, call.Query.Select)).WithTag(item.Tag);
    }

    /// <summary>The fields that are asked for by name.</summary>
    public static IReadOnlySet<string> Selected(GraphCall call) => call.Query.Shape.Expand.TryGetValue("fields", out var fields) ? fields.Select : AllNames;

    public static GraphAnswer Create(GraphCall call, ListRow list)
    {
        if (list.IsLibrary)
        {
            throw GraphError.Invalid("To add an item to a document library, upload a file.");
        }
        var columns = ColumnsTable.All(call.Db, list);
        var fields = FieldWriting.Apply(call.Db, columns, [], SentFields(call) ?? []);
        FieldWriting.RequireAll(columns, fields);
        var item = ItemWriting.Add(call, list, ItemsTable.Blank(list, 0, "item", call.Now) with { Fields = Json.Write(fields) });
        var json = ItemJson.Of(call, list, item);
        json["fields"] = ItemJson.Fields(call, list, item, AllNames);
        return GraphAnswer.Created(json).WithTag(item.Tag);
    }

    public static GraphAnswer ChangeFields(GraphCall call, ListRow list, ItemRow item)
    {
        var changed = ItemWriting.ChangeFields(call, list, item, call.Json());
        return GraphAnswer.Ok(ItemJson.Fields(call, list, changed, AllNames)).WithTag(changed.Tag);
    }

    public static GraphAnswer ChangeItem(GraphCall call, ListRow list, ItemRow item)
    {
        var changed = ItemWriting.ChangeFields(call, list, item, SentFields(call) ?? throw GraphError.NotImplemented("PATCH of a list item without fields"));
        return GraphAnswer.Ok(ItemJson.Of(call, list, changed)).WithTag(changed.Tag);
    }

    public static GraphAnswer Delete(GraphCall call, ListRow list, ItemRow item)
    {
        call.Expect(item.Tag);
        ItemWriting.Delete(call, item);
        return GraphAnswer.NoContent();
    }

    private static JsonObject? SentFields(GraphCall call) => call.Json()["fields"] as JsonObject;
}
