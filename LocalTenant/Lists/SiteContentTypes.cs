namespace HocTap.Office.LocalTenant.Lists;

/// <summary>A content type of the site, from which a list's own descend.</summary>
internal sealed record SiteContentType(string Id, string Name, string Group, string Description);

/// <summary>The content types every site has, as far as lists here can use them.</summary>
internal static class SiteContentTypes
{
    private static readonly SiteContentType[] All =
    [
        new("0x01", "Item", "List Content Types", "Create a new list item."),
        new("0x0101", "Document", "Document Content Types", "Create a new document."),
        new("0x0120", "Folder", "Folder Content Types", "Create a new folder."),
    ];

    public static SiteContentType? Find(string id) => Array.Find(All, type => type.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
