using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Applications;

/// <summary>The SQL of registrations beside the tenant's own.</summary>
internal static class ApplicationsTable
{
    private const string Select = "SELECT id AS Id, display_name AS DisplayName, secret_hash AS SecretHash, roles AS Roles, redirect_uris AS RedirectUris, scope AS Scope FROM application";

    /// <summary>By its client id, the tenant's own included; null when nobody registered it.</summary>
    public static Application? Find(Tenant tenant, string id)
    {
        if (id.Equals(tenant.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            return Application.First(tenant);
        }
        lock (tenant.Database.Gate)
        {
            return tenant.Database.One<Application>($"{Select} WHERE id = @id", new { id });
        }
    }

    /// <summary>True when some registration is sent back to an address of this origin: its scripts may then read answers.</summary>
    public static bool HasOrigin(Tenant tenant, string origin)
    {
        lock (tenant.Database.Gate)
        {
            return tenant.Database.All<Application>(Select).SelectMany(application => application.RedirectAddresses).Any(address => new Uri(address).GetLeftPart(UriPartial.Authority) == origin);
        }
    }

    public static void Add(Database database, Application application)
    {
        lock (database.Gate)
        {
            database.Execute("INSERT INTO application (id, display_name, secret_hash, roles, redirect_uris, scope) VALUES (@Id, @DisplayName, @SecretHash, @Roles, @RedirectUris, @Scope)", new { application.Id, application.DisplayName, application.SecretHash, application.Roles, application.RedirectUris, application.Scope });
        }
    }
}
