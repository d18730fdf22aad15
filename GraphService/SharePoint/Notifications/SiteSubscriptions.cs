using System.Globalization;
using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>A subscription as Graph has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NotificationUrl">Where it tells.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record SiteSubscription(string Id, string NotificationUrl, DateTimeOffset ExpiresAt);

/// <summary>Graph's subscriptions to changes of the site's lists.</summary>
internal sealed class SiteSubscriptions(GraphConnection graph, SiteMap map)
{
    /// <summary>All subscriptions of our application.</summary>
    /// <exception cref="SharePointException">Graph refused.</exception>
    public async Task<IReadOnlyList<SiteSubscription>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new List<SiteSubscription>();
        await foreach (var one in graph.PagesAsync(graph.Client.Subscriptions.ToGetRequestInformation(), cancellationToken))
        {
            found.Add(Read(one));
        }

        return found;
    }

    /// <summary>Subscribes to a list; Graph asks the address first whether it wants that.</summary>
    /// <exception cref="SharePointException">Graph refused, or the address did not answer as it must.</exception>
    public async Task<SiteSubscription> CreateAsync(ListSchema list, Uri address, string clientState, DateTimeOffset expiresAt, CancellationToken cancellationToken) => Read(await graph.JsonAsync(
        new BatchStep("POST", "/subscriptions", new
        {
            changeType = "updated",
            notificationUrl = address.AbsoluteUri,
            lifecycleNotificationUrl = address.AbsoluteUri,
            resource = $"sites/{map.SiteId}/lists/{map.IdOf(list)}",
            expirationDateTime = Text(expiresAt),
            clientState,
        }),
        cancellationToken));

    /// <summary>Prolongs a subscription, which also answers a demand to reauthorize it.</summary>
    /// <exception cref="SharePointException">Graph refused; 404 when it is gone.</exception>
    public async Task<SiteSubscription> RenewAsync(string id, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        Read(await graph.JsonAsync(new BatchStep("PATCH", $"/subscriptions/{id}", new { expirationDateTime = Text(expiresAt) }), cancellationToken));

    /// <summary>Ends a subscription.</summary>
    /// <exception cref="SharePointException">Graph refused.</exception>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) => graph.RunAsync(graph.Client.Subscriptions[id].ToDeleteRequestInformation(), cancellationToken);

    private static SiteSubscription Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!, // every subscription has an id
        json.TryGetProperty("notificationUrl", out var url) ? url.GetString() ?? "" : "",
        json.GetProperty("expirationDateTime").GetDateTimeOffset());

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
