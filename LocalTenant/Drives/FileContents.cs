using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>
/// The bytes of files, kept in the database so that a file and its item are saved or lost together. Office files
/// exchange properties with their item: promoted from the file at upload, demoted into it at every change.
/// </summary>
internal static class FileContents
{
    public static byte[] Read(Database database, long id) =>
        database.One<byte[]>("SELECT bytes FROM content WHERE id = @id", new { id }) ?? throw GraphError.NotFound();

    /// <summary>Takes uploaded bytes in; the item comes back with its new content and fields, not saved yet.</summary>
    public static ItemRow Take(GraphCall call, ListRow library, ItemRow item, byte[] bytes)
    {
        if (!MediaTypes.IsOffice(item.Name) || OfficePackage.TryOpen(bytes) is not { } package)
        {
            return Keep(call, item, bytes);
        }
        var columns = ColumnsTable.All(call.Db, library);
        var fields = Promotion.Apply(columns, item.FieldValues, package);
        return Rewrite(call, library, item with { Fields = Json.Write(fields), Etag = item.Etag + 1 }, package, columns, fields);
    }

    /// <summary>Writes the item's fields into its Office file.</summary>
    public static ItemRow Demote(GraphCall call, ListRow library, ItemRow item)
    {
        if (!MediaTypes.IsOffice(item.Name) || item.ContentId is not { } id || OfficePackage.TryOpen(Read(call.Db, id)) is not { } package)
        {
            return item;
        }
        return Rewrite(call, library, item, package, ColumnsTable.All(call.Db, library), item.FieldValues);
    }

    private static ItemRow Rewrite(GraphCall call, ListRow library, ItemRow item, OfficePackage package, IReadOnlyList<Column> columns, JsonObject fields)
    {
        CustomProperties.Write(package, library, columns, fields);
        SchemaPart.Write(package, library, columns);
        return Keep(call, item, package.ToBytes());
    }

    /// <summary>Stores bytes as they are; the item comes back with them, not saved yet.</summary>
    public static ItemRow Keep(GraphCall call, ItemRow item, byte[] bytes) => item with
    {
        ContentId = call.Db.One<long>("INSERT INTO content (bytes) VALUES (@bytes) RETURNING id", new { bytes }),
        Size = bytes.Length,
        Hash = QuickXorHash.Of(bytes),
        Ctag = item.Ctag + 1,
    };
}
