using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Subscriptions;

/// <summary>
/// Tells subscribers of changes: what comes together is told together, what is not answered with success is told again a few times, and then counted as missed. Its waits run in real
/// time: the other end is another program, whatever this tenant's clock says.
/// </summary>
internal sealed class Notifier : IAsyncDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly Channel<bool> changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, Task> underWay = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly Tenant tenant;
    private Task work = Task.CompletedTask;

    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handler.")]
    public Notifier(Tenant tenant)
    {
        this.tenant = tenant;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = LongestAnswer }) { Timeout = LongestAnswer };
    }

    /// <summary>What subscribers are spoken to with.</summary>
    public HttpClient Http { get; }

    public void Start() => work = RunAsync();

    /// <summary>Says that something may have changed.</summary>
    public void Raise() => changed.Writer.TryWrite(true);

    /// <summary>Sends a lifecycle event; false when it was not taken.</summary>
    public Task<bool> TellAsync(Subscription to, string lifecycleEvent) => to.Lifecycle is { } address
        ? PostAsync(address, Notifications.OfLifecycle(tenant, to, lifecycleEvent))
        : Task.FromResult(false);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await work;
        await Task.WhenAll(underWay.Values);
        Http.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                foreach (var (subscription, change) in Owed())
                {
                    if (underWay.GetValueOrDefault(subscription.Id) is null or { IsCompleted: true })
                    {
                        underWay[subscription.Id] = DeliverAsync(subscription, change);
                    }
                }
                await WaitAsync();
                await Task.Delay(Gathering, stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The tenant stops; what is owed is told after the next start.
        }
    }

    private async Task WaitAsync()
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        look.CancelAfter(BetweenLooks);
        try
        {
            await changed.Reader.ReadAsync(look.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nothing changed; a subscription may have come near its end.
        }
    }

    private List<(Subscription Subscription, long Change)> Owed()
    {
        lock (tenant.Database.Gate)
        {
            var now = tenant.Clock.GetUtcNow();
            return [.. SubscriptionsTable.Living(tenant.Database, now)
                .Select(one => (Subscription: one, Change: SubscriptionsTable.LastChange(tenant.Database, one)))
                .Where(pair => pair.Change > pair.Subscription.Told || pair.Subscription.IsToBeWarned(now))];
        }
    }

    private async Task DeliverAsync(Subscription subscription, long change)
    {
        try
        {
            if (change > subscription.Told)
            {
                await TellOfChangeAsync(subscription, change);
            }
            if (subscription.IsToBeWarned(tenant.Clock.GetUtcNow()) && await TellAsync(subscription, LifecycleEvents.ReauthorizationRequired))
            {
                Save(database => SubscriptionsTable.Warned(database, subscription.Id));
            }
        }
        catch (OperationCanceledException)
        {
            // The tenant stops.
        }
        Raise(); // what changed meanwhile
    }

    private async Task TellOfChangeAsync(Subscription subscription, long change)
    {
        var taken = await PostAsync(subscription.Notify, Notifications.OfChange(tenant, subscription));
        for (var attempt = 0; !taken && attempt < Waits.Length; attempt++)
        {
            await Task.Delay(Waits[attempt], stopping.Token);
            taken = await PostAsync(subscription.Notify, Notifications.OfChange(tenant, subscription));
        }
        var missed = !taken || (subscription.Missed == 1 && !await TellAsync(subscription, LifecycleEvents.Missed));
        Save(database => SubscriptionsTable.Told(database, subscription.Id, change, missed));
    }

    private async Task<bool> PostAsync(string address, JsonObject body)
    {
        try
        {
            using var answer = await Http.PostAsJsonAsync(address, body, stopping.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException || (failed is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            return false;
        }
    }

    private void Save(Func<Database, int> save)
    {
        lock (tenant.Database.Gate)
        {
            save(tenant.Database);
        }
    }
}
