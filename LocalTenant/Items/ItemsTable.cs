using System.Text.Json;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>The SQL of items.</summary>
internal static class ItemsTable
{
    private const string Columns = """
        list_id AS ListId, id AS Id, unique_id AS UniqueId, drive_item_id AS DriveItemId, kind AS Kind, parent AS Parent, name AS Name,
        directory AS Directory, fields AS Fields, etag AS Etag, version AS Version, ctag AS Ctag, content_id AS ContentId, size AS Size,
        hash AS Hash, created AS Created, modified AS Modified, change AS Change, deleted AS Deleted
        """;

    /// <summary>A row with its identity and times; the caller fills in what it is.</summary>
    public static ItemRow Blank(ListRow list, long id, string kind, DateTimeOffset now)
    {
        var unique = Guid.CreateVersion7(now);
        return new()
        {
            ListId = list.Id,
            Id = id,
            UniqueId = unique.ToString(),
            DriveItemId = DriveItemIds.Of(Guid.Parse(list.Id), unique),
            Kind = kind,
            Name = "",
            Directory = "",
            Fields = "{}",
            Etag = 1,
            Version = 1,
            Ctag = 1,
            Size = 0,
            Created = Stamp.Of(now),
            Modified = Stamp.Of(now),
            Change = 0,
            Deleted = 0,
        };
    }

    public static void AddRoot(Database database, ListRow list, DateTimeOffset now) =>
        Insert(database, Blank(list, 0, "folder", now) with { Name = "root" });

    public static void Insert(Database database, ItemRow item) => database.Execute(
        """
        INSERT INTO item (list_id, id, unique_id, drive_item_id, kind, parent, name, name_key, directory, fields, etag, version, ctag,
                          content_id, size, hash, created, modified, change, deleted)
        VALUES (@ListId, @Id, @UniqueId, @DriveItemId, @Kind, @Parent, @Name, @key, @Directory, @Fields, @Etag, @Version, @Ctag,
                @ContentId, @Size, @Hash, @Created, @Modified, @Change, @Deleted)
        """,
        Values(item));

    public static void Save(Database database, ItemRow item) => database.Execute(
        """
        UPDATE item SET name = @Name, name_key = @key, directory = @Directory, fields = @Fields, etag = @Etag, version = @Version, ctag = @Ctag,
               content_id = @ContentId, size = @Size, hash = @Hash, modified = @Modified, change = @Change, deleted = @Deleted
        WHERE list_id = @ListId AND id = @Id
        """,
        Values(item));

    public static ItemRow? ById(Database database, string list, long id) =>
        database.One<ItemRow>($"SELECT {Columns} FROM item WHERE list_id = @list AND id = @id AND deleted = 0", new { list, id });

    /// <summary>The root folder every library is born with.</summary>
    public static ItemRow Root(Database database, string library) => ById(database, library, 0)!;

    public static ItemRow? ByDriveItem(Database database, string list, string id) => database.One<ItemRow>(
        $"SELECT {Columns} FROM item WHERE drive_item_id = @id AND list_id = @list AND deleted = 0", new { list, id });

    public static ItemRow? Child(Database database, ItemRow folder, string name) => database.One<ItemRow>(
        $"SELECT {Columns} FROM item WHERE list_id = @ListId AND parent = @Id AND name_key = @key AND deleted = 0 AND kind <> 'item'",
        new { folder.ListId, folder.Id, key = Folding.Fold(name) });

    /// <summary>Children in order of name, from an offset.</summary>
    public static IReadOnlyList<ItemRow> Children(Database database, ItemRow folder, long skip, int count) => database.All<ItemRow>(
        $"SELECT {Columns} FROM item WHERE list_id = @ListId AND parent = @Id AND deleted = 0 ORDER BY name_key LIMIT @count OFFSET @skip",
        new { folder.ListId, folder.Id, count, skip });

    public static long CountChildren(Database database, ItemRow folder) => database.One<long>(
        "SELECT count(*) FROM item WHERE list_id = @ListId AND parent = @Id AND deleted = 0", new { folder.ListId, folder.Id });

    /// <summary>The highest number in a list; 0 when it is empty.</summary>
    public static long LastId(Database database, string list) =>
        database.One<long?>("SELECT id FROM item WHERE list_id = @list AND deleted = 0 ORDER BY id DESC LIMIT 1", new { list }) ?? 0;

    public static long Count(Database database, string list) =>
        database.One<long>("SELECT count(*) FROM item WHERE list_id = @list AND deleted = 0 AND id > 0", new { list });

    /// <summary>Whether a list, or a folder of it, has more items than so many: told without counting them all.</summary>
    public static bool HasMore(Database database, string list, long? folder, int than) => database.One<long>(
        "SELECT count(*) FROM (SELECT 1 FROM item WHERE list_id = @list AND deleted = 0 AND id > 0 AND (@folder IS NULL OR parent = @folder) LIMIT @than + 1)",
        new { list, folder, than }) > than;

    public static IReadOnlyList<ItemRow> After(Database database, string list, long id, int count) => database.All<ItemRow>(
        $"SELECT {Columns} FROM item WHERE list_id = @list AND id > @id AND deleted = 0 ORDER BY id LIMIT @count", new { list, id, count });

    /// <summary>The items with these numbers, in no order.</summary>
    public static IReadOnlyList<ItemRow> ByIds(Database database, string list, IEnumerable<long> ids) => database.All<ItemRow>(
        $"SELECT {Columns} FROM item WHERE list_id = @list AND deleted = 0 AND id IN (SELECT value FROM json_each(@ids))",
        new { list, ids = JsonSerializer.Serialize(ids) });

    /// <summary>Items, tombstones included, in order of their last change.</summary>
    public static IReadOnlyList<ItemRow> ChangedAfter(Database database, string list, long change, int count) => database.All<ItemRow>(
        $"SELECT {Columns} FROM item WHERE list_id = @list AND change > @change AND id > 0 ORDER BY change LIMIT @count", new { list, change, count });

    private static object Values(ItemRow item) => new
    {
        item.ListId,
        item.Id,
        item.UniqueId,
        item.DriveItemId,
        item.Kind,
        item.Parent,
        item.Name,
        key = Folding.Fold(item.Name),
        item.Directory,
        item.Fields,
        item.Etag,
        item.Version,
        item.Ctag,
        item.ContentId,
        item.Size,
        item.Hash,
        item.Created,
        item.Modified,
        item.Change,
        item.Deleted,
    };
}
