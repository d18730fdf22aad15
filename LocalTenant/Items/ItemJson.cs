using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>A list item as Graph shows it.</summary>
internal static class ItemJson
{
    public static JsonObject Of(GraphCall call, ListRow list, ItemRow item) => Of(call, list, item, call.Query.Shape);

    public static JsonObject Of(GraphCall call, ListRow list, ItemRow item, Shape shape)
    {
        shape.Allow("fields");
        var json = Properties(call, list, item, shape).Keep(shape.Select);
        if (shape.Expand.TryGetValue("fields", out var fields))
        {
            json["fields@odata.context"] = ODataContext.Joined(call, list.Id, $"items('{Number(item)}')/fields/$entity");
            json["fields"] = Fields(call, list, item, fields.Select);
        }
        return json;
    }

    /// <summary>What delta tells of an item that is gone.</summary>
    public static JsonObject Deleted(GraphCall call, ListRow list, ItemRow item) => new()
    {
        ["id"] = Number(item),
        ["parentReference"] = new JsonObject { ["siteId"] = call.Tenant.Site.Id },
        ["contentType"] = ContentType(list, item),
        ["deleted"] = new JsonObject { ["state"] = "deleted" },
    };

    /// <summary>The values of the item; empty ones are left out, paths come only when asked for by name.</summary>
    public static JsonObject Fields(GraphCall call, ListRow list, ItemRow item, IReadOnlySet<string> names)
    {
        var fields = item.FieldValues;
        fields.Insert(0, "@odata.etag", item.Tag);
        fields.Insert(1, "id", Number(item));
        fields["ContentType"] = ContentTypeName(item);
        fields["Modified"] = item.Modified;
        fields["Created"] = item.Created;
        fields["AuthorLookupId"] = Identities.LookupId;
        fields["EditorLookupId"] = Identities.LookupId;
        fields["_UIVersionString"] = $"{item.Version}.0";
        if (list.IsLibrary)
        {
            AddFile(call, list, item, names, fields);
        }
        else
        {
            AddTitle(fields);
        }
        AddKept(fields);
        Lookups.Join(call, list, fields, names);
        return fields.Keep(names);
    }

    private static JsonObject Properties(GraphCall call, ListRow list, ItemRow item, Shape shape) => new()
    {
        ["@odata.etag"] = item.Tag,
        ["createdDateTime"] = item.Created,
        ["eTag"] = item.Tag,
        ["id"] = Number(item),
        ["lastModifiedDateTime"] = item.Modified,
        ["webUrl"] = WebUrl(call, list, item),
        ["createdBy"] = Identities.App(call.Tenant),
        ["lastModifiedBy"] = Identities.App(call.Tenant),
        ["parentReference"] = new JsonObject { ["siteId"] = call.Tenant.Site.Id },
        ["contentType"] = ContentType(list, item),
        ["sharepointIds"] = shape.Select.Contains("sharepointIds") ? Ids(call, list, item) : null,
    };

    private static void AddTitle(JsonObject fields)
    {
        fields["Attachments"] = false;
        fields["LinkTitleNoMenu"] = fields["Title"]?.DeepClone();
        fields["LinkTitle"] = fields["Title"]?.DeepClone();
    }

    // Recorded on every item of a list; nothing here ever fills them.
    private static void AddKept(JsonObject fields)
    {
        (fields["Edit"], fields["ItemChildCount"], fields["FolderChildCount"]) = ("", "0", "0");
        (fields["_ComplianceFlags"], fields["_ComplianceTag"], fields["_ComplianceTagWrittenTime"], fields["_ComplianceTagUserId"]) = ("", "", "", "");
    }

    private static void AddFile(GraphCall call, ListRow list, ItemRow item, IReadOnlySet<string> names, JsonObject fields)
    {
        fields["FileLeafRef"] = item.Name;
        fields["LinkFilename"] = item.Name;
        if (item.IsFile)
        {
            fields["FileSizeDisplay"] = item.Size.ToString(CultureInfo.InvariantCulture);
            fields["DocIcon"] = Path.GetExtension(item.Name).TrimStart('.');
        }
        var folder = $"{call.Tenant.Site.Path}/{list.Folder}";
        foreach (var (name, path) in new[] { ("FileDirRef", item.Directory), ("FileRef", item.Path) }.Where(pair => names.Contains(pair.Item1)))
        {
            fields[name] = path.Length == 0 ? folder : $"{folder}/{path}";
        }
    }

    private static JsonObject Ids(GraphCall call, ListRow list, ItemRow item) => new()
    {
        ["listId"] = list.Id,
        ["listItemId"] = Number(item),
        ["listItemUniqueId"] = item.UniqueId,
        ["siteId"] = call.Tenant.Site.CollectionId,
        ["webId"] = call.Tenant.Site.WebId,
    };

    private static JsonObject ContentType(ListRow list, ItemRow item) =>
        new() { ["id"] = item.IsFolder ? list.FolderContentType : list.ItemContentType, ["name"] = ContentTypeName(item) };

    private static string ContentTypeName(ItemRow item) => item switch
    {
        { IsFolder: true } => "Folder",
        { IsFile: true } => "Document",
        _ => "Item",
    };

    private static string WebUrl(GraphCall call, ListRow list, ItemRow item)
    {
        var path = list.IsLibrary ? item.Path : $"{item.Id}_.000";
        return call.Tenant.Site.WebUrl + "/" + string.Join('/', $"{list.Folder}/{path}".TrimEnd('/').Split('/').Select(Uri.EscapeDataString));
    }

    private static string Number(ItemRow item) => item.Id.ToString(CultureInfo.InvariantCulture);
}
