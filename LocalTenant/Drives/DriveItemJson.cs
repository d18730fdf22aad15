using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>A file or folder as Graph shows it.</summary>
internal static class DriveItemJson
{
    public static JsonObject Of(GraphCall call, ListRow library, ItemRow item)
    {
        var json = Properties(call, library, item);
        AddKind(call, item, json);
        json.Keep(call.Query.Select);
        call.Query.Shape.Allow("listItem");
        if (call.Query.Shape.Expand.TryGetValue("listItem", out var shape) && !item.IsRoot)
        {
            json["listItem"] = ItemJson.Of(call, library, item, shape);
        }
        return json;
    }

    /// <summary>What delta tells of a file or folder that is gone: neither name nor content tag.</summary>
    public static JsonObject Deleted(GraphCall call, ListRow library, ItemRow item) => new()
    {
        ["id"] = item.DriveItemId,
        ["size"] = 0,
        ["parentReference"] = Parent(call, library, item),
        [item.Kind] = new JsonObject(),
        ["deleted"] = new JsonObject { ["state"] = "deleted" },
    };

    /// <summary>A folder as others refer to it.</summary>
    public static JsonObject Place(ListRow library, ItemRow folder) => new()
    {
        ["driveId"] = library.DriveId,
        ["id"] = folder.DriveItemId,
        ["path"] = $"/drives/{library.DriveId}/root:" + (folder.IsRoot ? "" : "/" + Escape(folder.Path)),
    };

    private static JsonObject Properties(GraphCall call, ListRow library, ItemRow item) => new()
    {
        ["id"] = item.DriveItemId,
        ["name"] = item.Name,
        ["size"] = item.Size,
        ["eTag"] = item.DriveTag,
        ["cTag"] = $"\"c:{{{item.UniqueId.ToUpperInvariant()}}},{item.Ctag}\"",
        ["createdDateTime"] = item.Created,
        ["lastModifiedDateTime"] = item.Modified,
        ["webUrl"] = $"{call.Tenant.Site.WebUrl}/{Escape($"{library.Folder}/{item.Path}".TrimEnd('/'))}",
        ["createdBy"] = Identities.App(call.Tenant),
        ["lastModifiedBy"] = Identities.App(call.Tenant),
        ["fileSystemInfo"] = new JsonObject { ["createdDateTime"] = item.Created, ["lastModifiedDateTime"] = item.Modified },
        ["parentReference"] = Parent(call, library, item),
        ["sharepointIds"] = call.Query.Select.Contains("sharepointIds") ? Ids(call, item) : null,
    };

    private static void AddKind(GraphCall call, ItemRow item, JsonObject json)
    {
        if (item.IsFolder)
        {
            json["folder"] = new JsonObject { ["childCount"] = ItemsTable.CountChildren(call.Db, item) };
            json["root"] = item.IsRoot ? new JsonObject() : null;
            return;
        }
        json.Insert(0, "@microsoft.graph.downloadUrl", Downloads.Link(call, item.ContentId));
        json["file"] = new JsonObject { ["mimeType"] = MediaTypes.Of(item.Name), ["hashes"] = new JsonObject { ["quickXorHash"] = item.Hash } };
    }

    private static JsonObject Parent(GraphCall call, ListRow library, ItemRow item)
    {
        var json = new JsonObject { ["driveType"] = "documentLibrary", ["driveId"] = library.DriveId, ["siteId"] = call.Tenant.Site.Id };
        if (item.Parent is { } parent)
        {
            if (ItemsTable.ById(call.Db, library.Id, parent) is { } folder)
            {
                json["id"] = folder.DriveItemId;
            }
            json["path"] = $"/drives/{library.DriveId}/root:" + (item.Directory.Length == 0 ? "" : "/" + Escape(item.Directory));
        }
        return json;
    }

    private static JsonObject Ids(GraphCall call, ItemRow item) => new()
    {
        ["listId"] = item.ListId,
        ["listItemId"] = string.Create(null, $"{item.Id}"),
        ["listItemUniqueId"] = item.UniqueId,
        ["siteId"] = call.Tenant.Site.CollectionId,
        ["webId"] = call.Tenant.Site.WebId,
    };

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
