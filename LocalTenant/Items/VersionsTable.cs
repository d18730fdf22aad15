using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>A saved version of an item.</summary>
internal sealed record VersionRow
{
    public required long Version { get; init; }

    public required string Modified { get; init; }

    public required string Fields { get; init; }

    public long? ContentId { get; init; }

    public required long Size { get; init; }

    public string Label => $"{Version}.0";
}

/// <summary>The SQL of versions and of the contents they hold.</summary>
internal static class VersionsTable
{
    private const int Most = 500;

    private const string Columns = "version AS Version, modified AS Modified, fields AS Fields, content_id AS ContentId, size AS Size";

    public static void Add(Database database, ItemRow item)
    {
        database.Execute(
            """
            INSERT INTO item_version (list_id, item_id, version, modified, fields, content_id, size)
            VALUES (@ListId, @Id, @Version, @Modified, @Fields, @ContentId, @Size)
            """,
            new { item.ListId, item.Id, item.Version, item.Modified, item.Fields, item.ContentId, item.Size });
        if (item.Version > Most)
        {
            Forget(database, item, item.Version - Most);
        }
    }

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<VersionRow> Of(Database database, ItemRow item) => database.All<VersionRow>(
        $"SELECT {Columns} FROM item_version WHERE list_id = @ListId AND item_id = @Id ORDER BY version DESC", new { item.ListId, item.Id });

    public static void Delete(Database database, ItemRow item) => Forget(database, item, long.MaxValue);

    private static void Forget(Database database, ItemRow item, long upTo) => database.Execute(
        """
        DELETE FROM content WHERE id IN (SELECT content_id FROM item_version WHERE list_id = @ListId AND item_id = @Id AND version <= @upTo)
          AND id NOT IN (SELECT content_id FROM item_version WHERE list_id = @ListId AND item_id = @Id AND version > @upTo AND content_id IS NOT NULL);
        DELETE FROM item_version WHERE list_id = @ListId AND item_id = @Id AND version <= @upTo
        """,
        new { item.ListId, item.Id, upTo });
}
