using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>A file to be put into a folder, and what to do when its name is taken: fail, replace or rename.</summary>
internal sealed record IncomingFile(string Name, string Behavior, byte[] Bytes);

/// <summary>PUT content: a new file, or a new version of one.</summary>
internal static class UploadsApi
{
    public static GraphAnswer ByPath(GraphCall call, ListRow library, string parent, string path)
    {
        var (folder, name) = Place(call, library, parent, path);
        return Put(call, library, folder, new(name, call.Query.ConflictBehavior ?? "replace", call.Body.ToArray()));
    }

    public static GraphAnswer ById(GraphCall call, ListRow library, ItemRow item)
    {
        call.Expect(item.DriveTag);
        return Replace(call, library, item, call.Body.ToArray());
    }

    /// <summary>The folder and the name a path means; folders on the way are made.</summary>
    public static (ItemRow Folder, string Name) Place(GraphCall call, ListRow library, string parent, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            throw GraphError.Invalid("The name of the file is missing.");
        }
        return (segments[..^1].Aggregate(DriveItemsApi.ById(call, library, parent), (into, name) => Folders.FindOrAdd(call, library, into, name)), segments[^1]);
    }

    public static GraphAnswer Put(GraphCall call, ListRow library, ItemRow folder, IncomingFile file)
    {
        var taken = ItemsTable.Child(call.Db, folder, file.Name);
        if (taken is { IsFile: true } && file.Behavior == "replace")
        {
            call.Expect(taken.DriveTag);
            return Replace(call, library, taken, file.Bytes);
        }
        return (taken, file.Behavior) switch
        {
            (null, _) => Add(call, library, folder, file.Name, file.Bytes),
            (_, "rename") => Add(call, library, folder, FileNames.Free(call, folder, file.Name), file.Bytes),
            _ => throw GraphError.NameExists("The specified item name already exists."),
        };
    }

    private static GraphAnswer Add(GraphCall call, ListRow library, ItemRow folder, string name, byte[] bytes)
    {
        FileNames.Check(call, library, folder, name);
        var blank = ItemsTable.Blank(library, 0, "file", call.Now) with { Parent = folder.Id, Name = name, Directory = folder.Path, Etag = 1, Ctag = 0 };
        var item = ItemWriting.Add(call, library, FileContents.Take(call, library, blank, bytes));
        return GraphAnswer.Created(DriveItemJson.Of(call, library, item)).WithTag(item.DriveTag);
    }

    private static GraphAnswer Replace(GraphCall call, ListRow library, ItemRow item, byte[] bytes)
    {
        if (!item.IsFile)
        {
            throw GraphError.Invalid("Only a file has content.");
        }
        var saved = ItemWriting.Save(call, library, FileContents.Take(call, library, item, bytes));
        return GraphAnswer.Ok(DriveItemJson.Of(call, library, saved)).WithTag(saved.DriveTag);
    }
}
