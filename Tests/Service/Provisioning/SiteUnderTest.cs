using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Tenant.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace HocTap.Office.Tests.Service.Provisioning;

/// <summary>The provisioner on a real tenant over HTTP, and a bare client beside it for what people do by hand.</summary>
internal sealed class SiteUnderTest : IAsyncDisposable
{
    private readonly GraphConnection graph;
    private readonly IDisposable? native;

    private SiteUnderTest(RestClient rest)
    {
        Rest = rest;
        graph = new GraphConnection(() => rest.App.Credential, new Uri(rest.App.Server.BaseAddress, "v1.0"), 600_000, TimeProvider.System);
        Native = new SharePointRest(() => rest.App.Credential, new Uri(rest.Site), 600_000, TimeProvider.System);
        native = Native as IDisposable;
        Provisioner = new Provisioner(graph, Native, new GraphOptions { SiteHost = rest.App.Server.SiteHost, SitePath = rest.App.Server.SitePath }, NullLogger<Provisioner>.Instance);
    }

    public RestClient Rest { get; }

    public INativeLists Native { get; }

    public Provisioner Provisioner { get; }

    public static async Task<SiteUnderTest> StartAsync(CancellationToken token) => new(await RestClient.StartAsync(token));

    /// <summary>The address of a list below _api/, by the ASCII name it has in its own.</summary>
    public string At(ListSchema list) => $"web/getlist('{Rest.App.Server.SitePath}/{(list.IsLibrary ? "" : "Lists/")}{list.Name}')";

    public async ValueTask DisposeAsync()
    {
        native?.Dispose();
        graph.Dispose();
        await Rest.DisposeAsync();
    }
}
