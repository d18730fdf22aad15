using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Lists;

/// <summary>A content type of a list and the site's it descends from.</summary>
internal sealed record ListContentType
{
    public required string Id { get; init; }

    public required string Parent { get; init; }
}

/// <summary>The SQL of the content types copied to lists; the two a list is born with are told from its id.</summary>
internal static class ContentTypesTable
{
    public static IReadOnlyList<ListContentType> Of(Database database, ListRow list) =>
    [
        new() { Id = list.ItemContentType, Parent = list.IsLibrary ? "0x0101" : "0x01" },
        new() { Id = list.FolderContentType, Parent = "0x0120" },
        .. database.All<ListContentType>("SELECT id AS Id, parent AS Parent FROM list_content_type WHERE list_id = @Id ORDER BY id", new { list.Id }),
    ];

    public static void Add(Database database, ListRow list, ListContentType type) =>
        database.Execute("INSERT INTO list_content_type (list_id, id, parent) VALUES (@list, @Id, @Parent)", new { list = list.Id, type.Id, type.Parent });
}
