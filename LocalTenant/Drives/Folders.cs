using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>Folders come into being with the first file put into them, or by themselves.</summary>
internal static class Folders
{
    public static ItemRow FindOrAdd(GraphCall call, ListRow library, ItemRow into, string name) => ItemsTable.Child(call.Db, into, name) switch
    {
        null => Add(call, library, into, name),
        { IsFolder: true } folder => folder,
        _ => throw GraphError.NameExists("A file has the name of the folder."),
    };

    public static ItemRow Add(GraphCall call, ListRow library, ItemRow into, string name)
    {
        FileNames.Check(call, library, into, name);
        var blank = ItemsTable.Blank(library, 0, "folder", call.Now);
        return ItemWriting.Add(call, library, blank with { Parent = into.Id, Name = name, Directory = into.Path });
    }
}
