using System.Text.Json;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Permissions;

/// <summary>What one application may do on the site, once its token says Sites.Selected.</summary>
internal sealed record SitePermission
{
    public required string Id { get; init; }

    public required string Application { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>A JSON array of read, write, owner, fullcontrol.</summary>
    public required string Roles { get; init; }

    public IReadOnlyList<string> RoleNames => JsonSerializer.Deserialize<IReadOnlyList<string>>(Roles)!; // written by us
}

/// <summary>The SQL of grants on the site.</summary>
internal static class SitePermissionsTable
{
    private const string Columns = "id AS Id, application AS Application, display_name AS DisplayName, roles AS Roles";

    public static IReadOnlyList<SitePermission> All(Database database) => database.All<SitePermission>($"SELECT {Columns} FROM site_permission ORDER BY id");

    public static SitePermission? ById(Database database, string id) =>
        database.One<SitePermission>($"SELECT {Columns} FROM site_permission WHERE id = @id", new { id });

    public static void Put(Database database, SitePermission permission) => database.Execute(
        """
        INSERT INTO site_permission (id, application, display_name, roles) VALUES (@Id, @Application, @DisplayName, @Roles)
        ON CONFLICT (id) DO UPDATE SET roles = excluded.roles
        """,
        new { permission.Id, permission.Application, permission.DisplayName, permission.Roles });

    public static void Delete(Database database, string id) => database.Execute("DELETE FROM site_permission WHERE id = @id", new { id });
}
