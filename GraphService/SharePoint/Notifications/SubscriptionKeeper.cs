using System.Buffers.Text;
using System.Security.Cryptography;
using HocTap.Office.GraphService.Time;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Keeps one subscription a list alive while a public address is configured (<c>Graph:NotificationUrl</c>): makes what is missing, prolongs what ends, ends what is not ours any more.
/// Subscriptions get lost without a word, so it looks again every hour. Without them, or when Graph refuses them, delta is polled all the same.
/// </summary>
internal sealed class SubscriptionKeeper(
    SharePointSite site, SubscriptionStore store, DeltaTempo tempo, WakeUp wakeUp, IOptions<GraphOptions> options, TimeProvider clock, ILogger<SubscriptionKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(28); // lists allow 42,300 minutes, a little more than 29 days
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.NotificationUrl is not { } address)
        {
            return;
        }

        var access = await site.ReadyAsync(stoppingToken);
        var (pause, patience) = (Pause, FirstPause);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await KeepAsync(access.Subscriptions, address, stoppingToken);
                (pause, patience) = (Pause, FirstPause);
            }
            catch (Exception exception) when (exception is SharePointException or HttpRequestException)
            {
                // At a start our own address may not be listened on yet when Graph tries it.
                (pause, patience) = (patience, patience * 2 < Pause ? patience * 2 : Pause);
                logger.SubscriptionsFailed(pause, exception);
            }

            await wakeUp.WaitAsync(pause, clock, stoppingToken);
        }
    }

    private async Task KeepAsync(SiteSubscriptions subscriptions, Uri address, CancellationToken cancellationToken)
    {
        var present = (await subscriptions.AllAsync(cancellationToken)).Where(one => one.NotificationUrl == address.AbsoluteUri).ToDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);
        var kept = await store.AllAsync();
        foreach (var stranger in present.Keys.Except(kept.Select(one => one.Id), StringComparer.OrdinalIgnoreCase))
        {
            await subscriptions.DeleteAsync(stranger, cancellationToken);
        }

        foreach (var list in SiteSchema.Followed)
        {
            if (kept.FirstOrDefault(one => one.List == list.Name) is { } known && present.ContainsKey(known.Id))
            {
                await RenewAsync(subscriptions, list, known, cancellationToken);
            }
            else
            {
                await CreateAsync(subscriptions, list, address, cancellationToken);
            }
        }
    }

    private async Task RenewAsync(SiteSubscriptions subscriptions, ListSchema list, KeptSubscription known, CancellationToken cancellationToken)
    {
        if (known.End - clock.GetUtcNow() < Lifetime / 2)
        {
            await store.KeepAsync(list, await subscriptions.RenewAsync(known.Id, clock.GetUtcNow() + Lifetime, cancellationToken), known.ClientState);
        }
    }

    private async Task CreateAsync(SiteSubscriptions subscriptions, ListSchema list, Uri address, CancellationToken cancellationToken)
    {
        var clientState = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var made = await subscriptions.CreateAsync(list, address, clientState, clock.GetUtcNow() + Lifetime, cancellationToken);
        await store.KeepAsync(list, made, clientState);
        logger.Subscribed(list.Name);
        tempo.Hurry(list); // what changed while nobody told
    }
}
