using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>Files and folders of a library: find, read, list, rename, delete.</summary>
internal static class DriveItemsApi
{
    public static ItemRow ById(GraphCall call, ListRow library, string id)
    {
        var item = id == "root" ? ItemsTable.ById(call.Db, library.Id, 0) : ItemsTable.ByDriveItem(call.Db, library.Id, id);
        return item ?? throw GraphError.NotFound();
    }

    public static ItemRow ByPath(GraphCall call, ListRow library, string parent, string path) => path
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(ById(call, library, parent), (folder, name) => ItemsTable.Child(call.Db, folder, name) ?? throw GraphError.NotFound());

    public static ItemRow RequireListItem(ItemRow item) => item.IsRoot ? throw GraphError.NotFound("The root folder has no list item.") : item;

    public static GraphAnswer Get(GraphCall call, ListRow library, ItemRow item) =>
        GraphAnswer.Ok(DriveItemJson.Of(call, library, item)).WithTag(item.DriveTag);

    public static GraphAnswer Children(GraphCall call, ListRow library, ItemRow folder)
    {
        var top = call.Query.Top(byDefault: 200, most: 1000);
        var skip = ItemQuery.Start(call, ItemQuery.ByPlace);
        var items = ItemsTable.Children(call.Db, folder, skip, top + 1);
        var json = Json.Collection(items.Take(top).Select(item => DriveItemJson.Of(call, library, item)));
        if (items.Count > top)
        {
            var next = ItemQuery.Token(ItemQuery.ByPlace, skip + top);
            json["@odata.nextLink"] = $"{call.Root}/drives/{library.DriveId}/items/{folder.DriveItemId}/children?{call.Query.With("skiptoken", next)}";
        }
        return GraphAnswer.Ok(json);
    }

    public static GraphAnswer CreateFolder(GraphCall call, ListRow library, ItemRow parent)
    {
        var body = call.Json();
        var name = body.Text("name") ?? throw GraphError.Invalid("The 'name' of the folder is missing.");
        var behavior = body.Text("@microsoft.graph.conflictBehavior") ?? "fail";
        if (body["folder"] is null || behavior is not ("fail" or "rename"))
        {
            throw GraphError.NotImplemented("POST children other than a folder with conflictBehavior fail or rename");
        }
        if (ItemsTable.Child(call.Db, parent, name) is not null)
        {
            name = behavior == "rename" ? FileNames.Free(call, parent, name) : throw GraphError.NameExists();
        }
        var folder = Folders.Add(call, library, parent, name);
        return GraphAnswer.Created(DriveItemJson.Of(call, library, folder)).WithTag(folder.DriveTag);
    }

    public static GraphAnswer Rename(GraphCall call, ListRow library, ItemRow item)
    {
        call.Expect(item.DriveTag);
        var body = call.Json();
        if (!item.IsFile || body.ContainsKey("parentReference") || body.Text("name") is not { } name)
        {
            throw GraphError.NotImplemented("PATCH of a drive item other than the name of a file");
        }
        var folder = ItemsTable.ById(call.Db, library.Id, item.Parent ?? 0) ?? throw GraphError.NotFound();
        FileNames.Check(call, library, folder, name);
        if (ItemsTable.Child(call.Db, folder, name) is { } other && other.Id != item.Id)
        {
            throw GraphError.NameExists();
        }
        return Get(call, library, ItemWriting.Save(call, library, item with { Name = name }));
    }

    public static GraphAnswer Delete(GraphCall call, ItemRow item)
    {
        call.Expect(item.DriveTag);
        if (item.IsRoot)
        {
            throw GraphError.Invalid("The root folder cannot be deleted.");
        }
        ItemWriting.Delete(call, item);
        return GraphAnswer.NoContent();
    }
}
