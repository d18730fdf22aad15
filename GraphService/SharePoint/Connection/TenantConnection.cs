using Azure.Core;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.LocalTenant;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// The one place that chooses base address and credential: a configured tenant through Azure.Identity, else the embedded LocalTenant,
/// which this starts on a loopback port of its own.
/// </summary>
internal sealed class TenantConnection(DataDirectory data, IOptions<GraphOptions> options, TimeProvider clock, ILogger<TenantConnection> logger) : IAsyncDisposable
{
    // The embedded tenant is ours alone and limits nobody unless told to: ours only keeps a runaway loop in bounds.
    private const int Unlimited = 600_000;

    private readonly HttpClient tokens = new();
    private LocalTenantServer? tenant;
    private GraphConnection? graph;
    private INativeLists? native;

    /// <summary>True when no tenant is configured.</summary>
    public bool IsEmbedded => string.IsNullOrEmpty(options.Value.TenantId);

    /// <summary>True when SharePoint REST can be spoken to: a real tenant takes an application there by certificate only.</summary>
    public bool SpeaksRest => IsEmbedded || options.Value.CertificatePath is { Length: > 0 };

    /// <summary>The embedded tenant; null before it is started, or when a real tenant is configured.</summary>
    public LocalTenantServer? Embedded => tenant;

    /// <summary>Connects, starting the embedded tenant when it is the one to speak to; a second call gives the same connection.</summary>
    public async Task<(GraphConnection Graph, GraphOptions Settings)> OpenAsync(CancellationToken cancellationToken)
    {
        if (!IsEmbedded)
        {
            graph ??= new GraphConnection(() => EntraCredential.Of(options.Value), options.Value.BaseAddress, UnitsPerMinute, clock);
            return (graph, options.Value);
        }

        var folder = data.Folder("tenant");
        if (tenant is null)
        {
            tenant = await LocalTenantServer.StartAsync(new LocalTenantOptions { DataDirectory = folder, UnitsPerMinute = options.Value.EmbeddedUnitsPerMinute }, clock, cancellationToken);
            logger.TenantStarted(tenant.BaseAddress, folder);
        }

        graph ??= new GraphConnection(() => new LocalTenantCredential(tokens, tenant, clock), new Uri(tenant.BaseAddress, "v1.0"), UnitsPerMinute, clock);
        return (graph, new GraphOptions { SiteHost = tenant.SiteHost, SitePath = tenant.SitePath });
    }

    /// <summary>What Graph has no words for; connects as <see cref="OpenAsync"/> does.</summary>
    public async Task<INativeLists> OpenNativeAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        Func<TokenCredential> credential = tenant is { } local ? () => new LocalTenantCredential(tokens, local, clock) : () => EntraCredential.Of(options.Value);
        var site = tenant is { } embedded ? new Uri(embedded.BaseAddress, embedded.SitePath) : new Uri($"https://{options.Value.SiteHost}{options.Value.SitePath}");
#if USE_PNP_CORE
        return native ??= new PnpLists(credential, site);
#else
        return native ??= new SharePointRest(credential, site, UnitsPerMinute, clock);
#endif
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        (native as IDisposable)?.Dispose();
        graph?.Dispose();
        tokens.Dispose();
        if (tenant is not null)
        {
            await tenant.DisposeAsync();
        }
    }

    private int UnitsPerMinute => IsEmbedded && options.Value.EmbeddedUnitsPerMinute == 0 ? Unlimited : options.Value.ResourceUnitsPerMinute;
}
