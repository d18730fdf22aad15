using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>Keeps the values of indexed columns, and through them the unique ones unique.</summary>
internal static class ItemIndex
{
    private sealed record Values
    {
        public required long Id { get; init; }

        public required string Fields { get; init; }
    }

    public static void Put(Database database, ItemRow item, IReadOnlyList<Column> columns, JsonObject fields)
    {
        Remove(database, item);
        foreach (var column in columns.Where(column => column.Indexed))
        {
            Put(database, item.ListId, item.Id, column, fields[column.StoredName]);
        }
    }

    public static void Remove(Database database, ItemRow item) =>
        database.Execute("DELETE FROM indexed_value WHERE list_id = @ListId AND item_id = @Id AND column_name IN (SELECT name FROM list_column WHERE list_id = @ListId)", new { item.ListId, item.Id });

    public static void Rebuild(Database database, ListRow list, Column column)
    {
        Drop(database, list, column);
        if (!column.Indexed)
        {
            return;
        }
        foreach (var item in database.All<Values>("SELECT id AS Id, fields AS Fields FROM item WHERE list_id = @Id AND deleted = 0 AND id > 0", new { list.Id }))
        {
            Put(database, list.Id, item.Id, column, Json.Parse(item.Fields)[column.StoredName]);
        }
    }

    public static void Drop(Database database, ListRow list, Column column) =>
        database.Execute("DELETE FROM indexed_value WHERE list_id = @Id AND column_name = @Name", new { list.Id, column.Name });

    private static void Put(Database database, string list, long item, Column column, JsonNode? stored)
    {
        var value = FieldValue.Key(column, stored);
        if (column.Unique && value is not null && Taken(database, list, column, value))
        {
            throw GraphError.Duplicate();
        }
        database.Execute("INSERT INTO indexed_value (list_id, column_name, item_id, value) VALUES (@list, @Name, @item, @value)", new { list, column.Name, item, value });
    }

    private static bool Taken(Database database, string list, Column column, object value) => database.One<long>(
        "SELECT EXISTS (SELECT 1 FROM indexed_value WHERE list_id = @list AND column_name = @Name AND value = @value)", new { list, column.Name, value }) == 1;
}
