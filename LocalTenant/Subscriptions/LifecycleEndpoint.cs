using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Tokens;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Subscriptions;

/// <summary>/_local/lifecycle: POST makes happen to a subscription what Microsoft 365 does of its own accord, e.g. takes it away.</summary>
internal static class LifecycleEndpoint
{
    public static async Task AnswerAsync(HttpContext context, Tenant tenant, JsonObject body)
    {
        var subscription = Find(tenant, body.Text("subscription") ?? "");
        var happened = body.Text("event") is LifecycleEvents.Removed or LifecycleEvents.Missed or LifecycleEvents.ReauthorizationRequired
            ? body.Text("event")!
            : throw GraphError.Invalid($"The event is {LifecycleEvents.Removed}, {LifecycleEvents.Missed} or {LifecycleEvents.ReauthorizationRequired}.");
        if (happened == LifecycleEvents.Removed)
        {
            lock (tenant.Database.Gate)
            {
                SubscriptionsTable.Delete(tenant.Database, subscription.Id);
            }
        }
        await EntraEndpoint.WriteAsync(context, StatusCodes.Status200OK, new() { ["taken"] = await tenant.Notifier.TellAsync(subscription, happened) });
    }

    private static Subscription Find(Tenant tenant, string id)
    {
        lock (tenant.Database.Gate)
        {
            return SubscriptionsTable.Living(tenant.Database, tenant.Clock.GetUtcNow()).FirstOrDefault(one => one.Id == id) ?? throw GraphError.NotFound("There is no such subscription.");
        }
    }
}
