using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Views;

/// <summary>The SQL of views.</summary>
internal static class ViewsTable
{
    private const string Columns = """
        id AS Id, list_id AS ListId, title AS Title, page AS Page, is_default AS IsDefault, hidden AS Hidden, fields AS Fields, query AS Query,
        row_limit AS RowLimit, paged AS Paged, scope AS Scope, formatter AS Formatter
        """;

    public static IReadOnlyList<ViewRow> All(Database database, ListRow list) =>
        database.All<ViewRow>($"SELECT {Columns} FROM list_view WHERE list_id = @Id ORDER BY position", new { list.Id });

    public static void Add(Database database, ViewRow view) => database.Execute(
        """
        INSERT INTO list_view (id, list_id, position, title, page, is_default, hidden, fields, query, row_limit, paged, scope, formatter)
        VALUES (@Id, @ListId, (SELECT COALESCE(max(position), -1) + 1 FROM list_view WHERE list_id = @ListId), @Title, @Page, @IsDefault, @Hidden, @Fields, @Query,
                @RowLimit, @Paged, @Scope, @Formatter)
        """,
        view);

    public static void Save(Database database, ViewRow view) => database.Execute(
        """
        UPDATE list_view SET title = @Title, is_default = @IsDefault, hidden = @Hidden, fields = @Fields, query = @Query, row_limit = @RowLimit,
               paged = @Paged, scope = @Scope, formatter = @Formatter
        WHERE id = @Id
        """,
        view);

    /// <summary>A list has one default view.</summary>
    public static void MakeDefault(Database database, ViewRow view) =>
        database.Execute("UPDATE list_view SET is_default = (id = @Id) WHERE list_id = @ListId", new { view.Id, view.ListId });

    public static void Delete(Database database, ViewRow view) => database.Execute("DELETE FROM list_view WHERE id = @Id", new { view.Id });

    /// <summary>The view every list is born with.</summary>
    public static void AddFirst(Database database, ListRow list, DateTimeOffset now) => Add(database, new()
    {
        Id = Guid.CreateVersion7(now).ToString(),
        ListId = list.Id,
        Title = list.IsLibrary ? "All Documents" : "All Items",
        Page = "AllItems",
        IsDefault = 1,
        Hidden = 0,
        Fields = list.IsLibrary ? """["DocIcon","LinkFilename","Modified","Editor"]""" : """["LinkTitle"]""",
        Query = list.IsLibrary ? """<OrderBy><FieldRef Name="FileLeafRef" /></OrderBy>""" : "",
        RowLimit = 30,
        Paged = 1,
        Scope = 0,
    });
}
