using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Subscriptions;

/// <summary>What may happen to a subscription besides changes.</summary>
internal static class LifecycleEvents
{
    public const string Removed = "subscriptionRemoved";

    public const string Missed = "missed";

    public const string ReauthorizationRequired = "reauthorizationRequired";
}

/// <summary>The bodies that are sent to subscribers.</summary>
internal static class Notifications
{
    /// <summary>Lists tell that something changed, never what: delta has that.</summary>
    public static JsonObject OfChange(Tenant tenant, Subscription to) => One(new()
    {
        ["id"] = Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString(),
        ["subscriptionId"] = to.Id,
        ["subscriptionExpirationDateTime"] = to.Expires,
        ["clientState"] = to.ClientState,
        ["changeType"] = to.ChangeType,
        ["resource"] = to.Resource,
        ["tenantId"] = tenant.Id,
        ["resourceData"] = new JsonObject { ["@odata.type"] = to.Resource.TrimStart('/').StartsWith("drives/", StringComparison.OrdinalIgnoreCase) ? "#Microsoft.Graph.DriveItem" : "#Microsoft.Graph.ListItem" },
    });

    public static JsonObject OfLifecycle(Tenant tenant, Subscription to, string lifecycleEvent) => One(new()
    {
        ["subscriptionId"] = to.Id,
        ["subscriptionExpirationDateTime"] = to.Expires,
        ["tenantId"] = tenant.Id,
        ["clientState"] = to.ClientState,
        ["lifecycleEvent"] = lifecycleEvent,
    });

    private static JsonObject One(JsonObject notification) => Json.Collection([notification]);
}
