using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>Who did it: only the one application can have.</summary>
internal static class Identities
{
    /// <summary>The display name of the one registered application.</summary>
    public const string AppName = "HocTap.Office";

    /// <summary>The number of the application in the site's user list.</summary>
    public const string LookupId = "6";

    public static JsonObject App(Tenant tenant) => new()
    {
        ["application"] = new JsonObject { ["id"] = tenant.ClientId, ["displayName"] = AppName },
        ["user"] = User(tenant),
    };

    /// <summary>The user SharePoint keeps for what applications do.</summary>
    public static JsonObject User(Tenant tenant) => new() { ["id"] = tenant.AppUserId, ["displayName"] = "SharePoint App" };
}
