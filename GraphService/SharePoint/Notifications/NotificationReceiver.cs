using System.Text.Json;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>One notification: of a change, or of an event in the life of a subscription.</summary>
internal sealed record Notification(string SubscriptionId, string ClientState, string? LifecycleEvent)
{
    /// <summary>Those a body brings; what is not one is left out.</summary>
    public static IEnumerable<Notification> ReadAll(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("value", out var all) && all.ValueKind == JsonValueKind.Array
            ? all.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Select(one => new Notification(Text(one, "subscriptionId") ?? "", Text(one, "clientState") ?? "", Text(one, "lifecycleEvent")))
            : [];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Acts on notifications: a changed list is read next, a subscription that was taken away is made anew, one that must be reauthorized is prolonged.</summary>
internal sealed class NotificationReceiver(SubscriptionStore store, DeltaTempo tempo, WakeUp wakeUp, TimeProvider clock, ILogger<NotificationReceiver> logger)
{
    /// <summary>Heeds those that carry the secret of a subscription of ours.</summary>
    public async Task ReceiveAsync(IEnumerable<Notification> notifications)
    {
        foreach (var notification in notifications.Distinct())
        {
            if (await store.FindAsync(notification.SubscriptionId) is { } known && known.IsProvenBy(notification.ClientState) && SiteSchema.Followed.FirstOrDefault(list => list.Name == known.List) is { } list)
            {
                await HeedAsync(notification, known, list);
            }
            else
            {
                logger.ForeignNotification(notification.SubscriptionId);
            }
        }
    }

    private async Task HeedAsync(Notification notification, KeptSubscription known, ListSchema list)
    {
        switch (notification.LifecycleEvent)
        {
            case "subscriptionRemoved":
                await store.ForgetAsync(known.Id);
                wakeUp.Raise();
                break;
            case "reauthorizationRequired":
                await store.KeepAsync(list, new SiteSubscription(known.Id, "", clock.GetUtcNow()), known.ClientState); // ends at once, so it is prolonged next
                wakeUp.Raise();
                break;
            default:
                tempo.Hurry(list); // also when some were missed: the delta link loses nothing, however many changes it has to tell
                break;
        }
    }
}
