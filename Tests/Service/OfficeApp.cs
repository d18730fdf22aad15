using System.Net;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Tenant.Clients;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HocTap.Office.Tests.Service;

/// <summary>The real service on a real port, with its embedded tenant and the sample city in a folder of its own.</summary>
internal sealed class OfficeApp : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Factory factory;
    private readonly bool ownsFolder;

    private OfficeApp(Factory factory, string folder, bool ownsFolder) => (this.factory, Folder, this.ownsFolder) = (factory, folder, ownsFolder);

    /// <summary>All local state of this instance.</summary>
    public string Folder { get; }

    /// <summary>The clock of the service.</summary>
    public ShiftedClock Clock => factory.Clock;

    /// <summary>Where it listens.</summary>
    public Uri Address => factory.ClientOptions.BaseAddress;

    /// <summary>The services of the program, for looking behind the wire.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>Starts it and waits until it is ready: with the sample city as it is after a first start, or with what is in the folder given.</summary>
    public static Task<OfficeApp> StartAsync(DateTimeOffset? now = null, string? folder = null, CancellationToken cancellationToken = default) =>
        StartAsync(new Dictionary<string, string>(), 0, now, folder, cancellationToken);

    /// <summary>The same with settings of the configuration, on a port of choice, 0 for any; with certificates on https, trusting an authority that shows one of them.</summary>
    public static async Task<OfficeApp> StartAsync(
        IReadOnlyDictionary<string, string> settings, int port, DateTimeOffset? now, string? folder, CancellationToken cancellationToken, TestCertificates? certificates = null)
    {
        var itsFolder = folder ?? await PreparedCity.CopyAsync();
        var factory = new Factory(itsFolder, settings, certificates);
        if (now is { } instant)
        {
            factory.Clock.MoveTo(instant);
        }

        if (certificates is null)
        {
            factory.UseKestrel(port);
        }
        else
        {
            factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificates.Server)));
        }

        factory.StartServer();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(LongestStart);
        await factory.Services.GetRequiredService<SharePointSite>().ReadyAsync(timeout.Token);
        return new OfficeApp(factory, itsFolder, folder is null);
    }

    /// <summary>A client that follows no redirects and is not signed in.</summary>
    public OfficeClient Anonymous() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address });

    /// <summary>A client signed in as a person of the sample city.</summary>
    public async Task<OfficeClient> AsAsync(string person)
    {
        var client = Anonymous();
        await client.SignInAsync(person);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (ownsFolder)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class Factory(string folder, IReadOnlyDictionary<string, string> settings, TestCertificates? certificates) : WebApplicationFactory<SharePointSite>
    {
        public ShiftedClock Clock { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Data:Directory", folder);
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
            if (certificates is not null && settings.TryGetValue("Identity:Authority", out var authority))
            {
                builder.ConfigureServices(services => services.Configure<JwtBearerOptions>(
                    JwtBearerDefaults.AuthenticationScheme, options => options.BackchannelHttpHandler = certificates.Handler(new Uri(authority))));
            }
        }
    }
}
