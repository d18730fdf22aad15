using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Permissions;

/// <summary>Grants on the site for applications with Sites.Selected: create, read, list, change, delete.</summary>
internal static class SitePermissionsApi
{
    private static readonly string[] Roles = ["read", "write", "owner", "fullcontrol"];

    // The request has been documented under three names; the newest comes first.
    private static readonly string[] Grantees = ["grantedToIdentitiesV2", "grantedToIdentities", "grantedTo"];

    public static GraphAnswer All(GraphCall call) => GraphAnswer.Collection(SitePermissionsTable.All(call.Db).Select(Show));

    public static GraphAnswer Get(GraphCall call, string id) => GraphAnswer.Ok(Show(Find(call, id)));

    public static GraphAnswer Create(GraphCall call)
    {
        var body = call.Json();
        var application = Application(body);
        var id = application.Text("id") ?? throw GraphError.Invalid("The application of the permission has no id.");
        var permission = new SitePermission
        {
            Id = Guid.CreateVersion7(call.Now).ToString("N"),
            Application = id,
            DisplayName = application.Text("displayName") ?? (id == call.Tenant.ClientId ? Identities.AppName : id),
            Roles = RolesOf(body),
        };
        SitePermissionsTable.Put(call.Db, permission);
        return GraphAnswer.Created(Show(permission));
    }

    public static GraphAnswer Change(GraphCall call, string id)
    {
        var changed = Find(call, id) with { Roles = RolesOf(call.Json()) };
        SitePermissionsTable.Put(call.Db, changed);
        return GraphAnswer.Ok(Show(changed));
    }

    public static GraphAnswer Delete(GraphCall call, string id)
    {
        SitePermissionsTable.Delete(call.Db, Find(call, id).Id);
        return GraphAnswer.NoContent();
    }

    private static SitePermission Find(GraphCall call, string id) => SitePermissionsTable.ById(call.Db, id) ?? throw GraphError.NotFound();

    private static JsonObject Application(JsonObject body) => Grantees.Select(name => body[name]).FirstOrDefault(given => given is not null) switch
    {
        JsonArray { Count: 1 } array when array[0]?["application"] is JsonObject application => application,
        _ => throw GraphError.Invalid("A site permission is granted to exactly one application."),
    };

    private static string RolesOf(JsonObject body)
    {
        var roles = (body["roles"] as JsonArray ?? []).Select(role => role?.GetValue<string>() ?? "").ToList();
        return roles.Count > 0 && roles.TrueForAll(role => Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
            ? JsonSerializer.Serialize(roles)
            : throw GraphError.Invalid("The roles of a site permission are read, write, owner or fullcontrol.");
    }

    private static JsonObject Show(SitePermission permission) => new()
    {
        ["id"] = permission.Id,
        ["@deprecated.GrantedToIdentities"] = "GrantedToIdentities has been deprecated. Refer to GrantedToIdentitiesV2",
        ["roles"] = new JsonArray([.. permission.RoleNames.Select(role => (JsonNode)role)]),
        ["grantedToIdentities"] = Granted(permission),
        ["grantedToIdentitiesV2"] = Granted(permission),
    };

    private static JsonArray Granted(SitePermission permission) =>
        [new JsonObject { ["application"] = new JsonObject { ["id"] = permission.Application, ["displayName"] = permission.DisplayName } }];
}
