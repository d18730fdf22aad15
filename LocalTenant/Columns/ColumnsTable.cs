using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Columns;

/// <summary>The SQL of columns.</summary>
internal static class ColumnsTable
{
    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Definition { get; init; }
    }

    /// <summary>The list's own columns in order of creation, then those every list has.</summary>
    public static IReadOnlyList<Column> All(Database database, ListRow list) => [.. Own(database, list), .. BuiltInColumns.Of(list)];

    public static void Add(Database database, ListRow list, Column column) => database.Execute(
        """
        INSERT INTO list_column (list_id, name, id, position, definition)
        VALUES (@list, @Name, @Id, (SELECT count(*) FROM list_column WHERE list_id = @list), @definition)
        """,
        new { list = list.Id, column.Name, column.Id, definition = Json.Write(column.Definition) });

    public static void Change(Database database, ListRow list, Column column) => database.Execute(
        "UPDATE list_column SET definition = @definition WHERE list_id = @list AND name = @Name",
        new { list = list.Id, column.Name, definition = Json.Write(column.Definition) });

    public static void Delete(Database database, ListRow list, Column column) =>
        database.Execute("DELETE FROM list_column WHERE list_id = @list AND name = @Name", new { list = list.Id, column.Name });

    private static IEnumerable<Column> Own(Database database, ListRow list) => database
        .All<Row>("SELECT id AS Id, name AS Name, definition AS Definition FROM list_column WHERE list_id = @Id ORDER BY position", new { list.Id })
        .Select(row => new Column(row.Id, row.Name, Json.Parse(row.Definition)));
}
