using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>Who did it: only the one application can have.</summary>
internal static class Identities
{
    /// <summary>The number of the application in the site's user list.</summary>
    public const string LookupId = "6";

    public static JsonObject App(Tenant tenant) => new()
    {
        ["application"] = new JsonObject { ["id"] = tenant.ClientId, ["displayName"] = "HocTap.Office" },
        ["user"] = new JsonObject { ["displayName"] = "SharePoint App" },
    };
}
