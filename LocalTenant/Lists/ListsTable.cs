using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Rest.Views;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Lists;

/// <summary>The SQL of lists.</summary>
internal static class ListsTable
{
    private const string Columns = "id AS Id, name AS Name, title AS Title, description AS Description, template AS Template, created AS Created, modified AS Modified";

    public static bool Any(Database database) => database.One<long>("SELECT EXISTS (SELECT 1 FROM list)") == 1;

    public static IReadOnlyList<ListRow> All(Database database) => database.All<ListRow>($"SELECT {Columns} FROM list ORDER BY created, name");

    public static ListRow? ById(Database database, string id) =>
        database.One<ListRow>($"SELECT {Columns} FROM list WHERE id = @id", new { id });

    public static ListRow? ByTitle(Database database, string title) =>
        database.One<ListRow>($"SELECT {Columns} FROM list WHERE title_key = @key", new { key = Folding.Fold(title) });

    public static bool HasName(Database database, string name) =>
        database.One<long>("SELECT EXISTS (SELECT 1 FROM list WHERE name = @name)", new { name }) == 1;

    public static ListRow Add(Database database, NewList list, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString();
        database.Execute(
            "INSERT INTO list (id, name, title, title_key, description, template, next_item, created, modified) VALUES (@id, @Name, @Title, @key, @Description, @Template, 1, @time, @time)",
            new { id, list.Name, list.Title, key = Folding.Fold(list.Title), list.Description, list.Template, time = Stamp.Of(now) });
        var row = ById(database, id)!; // just inserted
        ColumnsTable.Add(database, row, new("fa564e0f-0c70-4ab9-b863-0177e6ddd247", "Title", BuiltInColumns.Title(row.IsLibrary)));
        ViewsTable.AddFirst(database, row, now);
        if (row.IsLibrary)
        {
            ItemsTable.AddRoot(database, row, now);
        }
        return row;
    }

    public static void Rename(Database database, string id, string title, string description, DateTimeOffset now) => database.Execute(
        "UPDATE list SET title = @title, title_key = @key, description = @description, modified = @time WHERE id = @id",
        new { id, title, key = Folding.Fold(title), description, time = Stamp.Of(now) });

    /// <summary>Gives out the next item number; a number is never given twice.</summary>
    public static long NextItem(Database database, string id) =>
        database.One<long>("UPDATE list SET next_item = next_item + 1 WHERE id = @id RETURNING next_item - 1", new { id });

    public static void Touch(Database database, string id, DateTimeOffset now) =>
        database.Execute("UPDATE list SET modified = @time WHERE id = @id", new { id, time = Stamp.Of(now) });
}
