using System.Diagnostics.CodeAnalysis;
using HocTap.Office.LocalTenant.Wire;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HocTap.Office.LocalTenant;

/// <summary>
/// A running tenant of its own: Entra's token endpoint and an honest subset of Microsoft Graph on one address,
/// with its state in one folder. What it has, lacks and does differently is in FIDELITY.md.
/// </summary>
public sealed class LocalTenantServer : IAsyncDisposable
{
    private const long LargestUpload = 250L * 1024 * 1024;

    private readonly WebApplication app;
    private readonly Tenant tenant;

    private LocalTenantServer(WebApplication app, Tenant tenant) => (this.app, this.tenant) = (app, tenant);

    /// <summary>The address listened on, e.g. http://127.0.0.1:41234/; Graph is at v1.0 below it.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The tenant's id, made at the first start.</summary>
    public string TenantId => tenant.Id;

    /// <summary>The id of the application the tenant is made with; it may do everything. <c>POST /_local/applications</c> registers others.</summary>
    public string ClientId => tenant.ClientId;

    /// <summary>The secret of that application.</summary>
    public string ClientSecret => tenant.ClientSecret;

    /// <summary>The file that holds the secret, readable by its owner only.</summary>
    public string ClientSecretPath => tenant.SecretPath;

    /// <summary>The host name of the tenant's SharePoint.</summary>
    public string SiteHost => tenant.Options.SiteHost;

    /// <summary>The server-relative path of the site.</summary>
    public string SitePath => tenant.Options.SitePath;

    /// <summary>Resource units charged since the start, by SharePoint's price list (1, 2 or 5 a call).</summary>
    public long ResourceUnits => tenant.ResourceUnits;

    /// <summary>Calls, and steps of batches, refused because their application had spent its resource units.</summary>
    public long Refusals => tenant.Refusals;

    /// <summary>HTTP calls to Graph since the start; a batch is one.</summary>
    public long Calls => tenant.Calls;

    /// <summary>Opens the data directory and starts to listen.</summary>
    /// <exception cref="IOException">The address is taken.</exception>
    /// <exception cref="ArgumentException">An https address without a certificate.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The server owns the tenant; a failed start disposes of both.")]
    public static async Task<LocalTenantServer> StartAsync(LocalTenantOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        if (options.Certificate is null && options.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("An https address needs a certificate.", nameof(options));
        }
        var tenant = new Tenant(options, clock);
        var server = new LocalTenantServer(Build(options, tenant), tenant);
        await server.ListenAsync(cancellationToken);
        return server;
    }

    /// <summary>Lets calls under way finish, stops listening and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await tenant.DisposeAsync();
    }

    // The empty builder brings nothing but Kestrel: no configuration files, no logging, no other middleware. Signals
    // are its owner's business: a service that is asked to end still has calls to make here.
    private static WebApplication Build(LocalTenantOptions options, Tenant tenant)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseUrls(options.Url).UseShutdownTimeout(TimeSpan.FromSeconds(2))
            .ConfigureKestrel(kestrel =>
            {
                (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, LargestUpload);
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = options.Certificate);
            });
        var app = builder.Build();
        app.Run(context => HttpEdge.HandleAsync(context, tenant));
        return app;
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        tenant.Notifier.Start();
        BaseAddress = new Uri(addresses!.Addresses.First().TrimEnd('/') + "/"); // Kestrel always has the feature
    }

    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
