using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>PUT content: a new file, or a new version of one.</summary>
internal static class UploadsApi
{
    public static GraphAnswer ByPath(GraphCall call, ListRow library, string parent, string path)
    {
        var folder = DriveItemsApi.ById(call, library, parent);
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            throw GraphError.Invalid("The name of the file is missing.");
        }
        folder = segments[..^1].Aggregate(folder, (into, name) => Folders.FindOrAdd(call, library, into, name));
        return Put(call, library, folder, segments[^1]);
    }

    public static GraphAnswer ById(GraphCall call, ListRow library, ItemRow item) => Replace(call, library, item);

    private static GraphAnswer Put(GraphCall call, ListRow library, ItemRow folder, string name)
    {
        var taken = ItemsTable.Child(call.Db, folder, name);
        return (taken, call.Query.ConflictBehavior ?? "replace") switch
        {
            (null, _) => Add(call, library, folder, name),
            (_, "rename") => Add(call, library, folder, FreeName(call, folder, name)),
            ({ IsFile: true }, "replace") => Replace(call, library, taken),
            _ => throw GraphError.NameExists("The specified item name already exists."),
        };
    }

    private static GraphAnswer Add(GraphCall call, ListRow library, ItemRow folder, string name)
    {
        FileNames.Check(folder, name);
        var blank = ItemsTable.Blank(library, 0, "file", call.Now) with { Parent = folder.Id, Name = name, Directory = folder.Path, Etag = 1, Ctag = 0 };
        var item = ItemWriting.Add(call, library, FileContents.Take(call, library, blank, call.Body.ToArray()));
        return GraphAnswer.Created(DriveItemJson.Of(call, library, item)).WithTag(item.DriveTag);
    }

    private static GraphAnswer Replace(GraphCall call, ListRow library, ItemRow item)
    {
        if (!item.IsFile)
        {
            throw GraphError.Invalid("Only a file has content.");
        }
        call.Expect(item.DriveTag);
        var saved = ItemWriting.Save(call, library, FileContents.Take(call, library, item, call.Body.ToArray()));
        return GraphAnswer.Ok(DriveItemJson.Of(call, library, saved)).WithTag(saved.DriveTag);
    }

    private static string FreeName(GraphCall call, ItemRow folder, string name) => Enumerable.Range(1, 10_000)
        .Select(number => string.Create(null, $"{Path.GetFileNameWithoutExtension(name)} {number}{Path.GetExtension(name)}"))
        .First(candidate => ItemsTable.Child(call.Db, folder, candidate) is null);
}
