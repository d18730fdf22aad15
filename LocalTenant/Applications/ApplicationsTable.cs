using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Applications;

/// <summary>The SQL of registrations beside the tenant's own.</summary>
internal static class ApplicationsTable
{
    /// <summary>By its client id, the tenant's own included; null when nobody registered it.</summary>
    public static Application? Find(Tenant tenant, string id)
    {
        if (id.Equals(tenant.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            return Application.First(tenant);
        }
        lock (tenant.Database.Gate)
        {
            return tenant.Database.One<Application>("SELECT id AS Id, display_name AS DisplayName, secret_hash AS SecretHash, roles AS Roles FROM application WHERE id = @id", new { id });
        }
    }

    public static void Add(Database database, Application application)
    {
        lock (database.Gate)
        {
            database.Execute("INSERT INTO application (id, display_name, secret_hash, roles) VALUES (@Id, @DisplayName, @SecretHash, @Roles)", new { application.Id, application.DisplayName, application.SecretHash, application.Roles });
        }
    }
}
