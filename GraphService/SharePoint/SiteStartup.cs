using HocTap.Office.GraphService.OwnTemplates;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.SampleCity;
using Azure.Identity;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Brings the site to life in the background and then follows its delta: connect, provision the embedded tenant, mirror, say ready, go on polling.</summary>
internal sealed class SiteStartup(
    TenantConnection connection, SharePointSite site, DeltaFollower follower, DirectoryStore directory, KnownItems known, DeltaTempo tempo, TemplateStore templates, PlanSeeder plans, Readiness readiness,
    TimeProvider clock, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly ILogger logger = loggers.CreateLogger<SiteStartup>();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var access = await PrepareAsync(stoppingToken);
        site.Ready(access);
        readiness.Tell();
        while (!stoppingToken.IsCancellationRequested)
        {
            await tempo.WaitAsync(stoppingToken);
            try
            {
                await follower.SyncDueAsync(access.Items, stoppingToken);
                await templates.FetchAsync(access.Templates, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever it was, the service goes on with what it knows and tries again.
                logger.DeltaFailed(RetryDelay, exception);
                await Task.Delay(RetryDelay, clock, stoppingToken);
            }
        }
    }

    private async Task<SiteAccess> PrepareAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await TryPrepareAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is SharePointException or HttpRequestException or AuthenticationFailedException or SiteNotProvisionedException)
            {
                logger.SiteFailed(RetryDelay, exception);
                await Task.Delay(RetryDelay, clock, cancellationToken);
            }
        }
    }

    private async Task<SiteAccess> TryPrepareAsync(CancellationToken cancellationToken)
    {
        var (graph, settings) = await connection.OpenAsync(cancellationToken);
        var map = await SiteMap.ResolveAsync(graph, settings, cancellationToken);
        if (connection.IsEmbedded)
        {
            map = await PrepareEmbeddedAsync(graph, settings, cancellationToken);
        }

        var access = SiteAccess.Of(graph, map, known, settings.Mailbox);
        await follower.SyncAsync(access.Items, cancellationToken);
        await templates.FetchAsync(access.Templates, cancellationToken);
        if (!directory.Reload().Organizations.Any())
        {
            throw new SiteNotProvisionedException(SiteSchema.Organizations.Name);
        }

        if (connection.IsEmbedded)
        {
            await plans.SeedAsync(access, cancellationToken);
        }

        return access;
    }

    // A real tenant is provisioned by a person with the verb; only our own demo tenant prepares itself.
    private async Task<SiteMap> PrepareEmbeddedAsync(GraphConnection graph, GraphOptions settings, CancellationToken cancellationToken)
    {
        // Also a complete site: a version of the product before this one may have made it with fewer columns.
        var complete = await new Provisioner(graph, await connection.OpenNativeAsync(cancellationToken), settings, loggers.CreateLogger<Provisioner>()).ProvisionAsync(cancellationToken);
        await new Seeder(SiteAccess.Of(graph, complete, known, settings.Mailbox), loggers.CreateLogger<Seeder>()).SeedAsync(cancellationToken);
        return complete;
    }
}
