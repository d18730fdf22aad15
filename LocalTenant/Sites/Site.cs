using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Sites;

/// <summary>The one site of the tenant.</summary>
internal sealed record Site(string Host, string Path, string CollectionId, string WebId, string Created)
{
    public string Id => $"{Host},{CollectionId},{WebId}";

    public string WebUrl => $"https://{Host}{Path}";

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Reads the site's identity; at the first start makes it, with its default library.</summary>
    public static Site Open(Database database, LocalTenantOptions options, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var site = new Site(
            options.SiteHost,
            options.SitePath,
            database.GetOrAdd("site-id", () => Guid.CreateVersion7(now).ToString()),
            database.GetOrAdd("web-id", () => Guid.CreateVersion7(now).ToString()),
            database.GetOrAdd("site-created", () => Stamp.Of(now)));
        if (!ListsTable.Any(database))
        {
            ListsTable.Add(database, new("Shared Documents", "Documents", "", ListTemplate.Library), now);
        }
        return site;
    }
}
