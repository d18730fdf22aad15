using System.Net.Http.Json;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.LocalTenant;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace HocTap.Office.Tests.Service.Faults;

/// <summary>A provisioned site on a tenant of its own, the product's gateway to it, and faults to play on the way.</summary>
internal sealed class FaultySite : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly string folder;
    private readonly HastyClock clock;
    private readonly LocalTenantServer server;
    private readonly Database database;
    private readonly GraphConnection graph;
    private readonly SharePointRest native;

    private FaultySite(string folder, HastyClock clock, LocalTenantServer server)
    {
        (this.folder, this.clock, this.server) = (folder, clock, server);
        Options = new GraphOptions { SiteHost = server.SiteHost, SitePath = server.SitePath };
        database = new Database(new DataDirectory(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", folder)]).Build()));
        graph = new GraphConnection(() => new LocalTenantCredential(http, server, clock), new Uri(server.BaseAddress, "v1.0"), 600_000, clock);
        native = new SharePointRest(() => new LocalTenantCredential(http, server, clock), new Uri(server.BaseAddress, server.SitePath), 600_000, clock);
        Provisioner = new Provisioner(graph, native, Options, NullLogger<Provisioner>.Instance);
    }

    public Provisioner Provisioner { get; }

    public INativeLists Native => native;

    public SiteAccess Access { get; private set; } = null!; // set before it is given away

    public SiteMap Map { get; private set; } = null!; // set before it is given away

    public GraphOptions Options { get; }

    public long Calls => server.Calls;

    public long Units => server.ResourceUnits;

    public static async Task<FaultySite> StartAsync(CancellationToken token, bool provisioned = true)
    {
        var (folder, clock) = (Directory.CreateTempSubdirectory("hoctap-faults-").FullName, new HastyClock());
        var server = await LocalTenantServer.StartAsync(new LocalTenantOptions { DataDirectory = Path.Combine(folder, "tenant") }, clock, token);
        var site = new FaultySite(folder, clock, server);
        if (provisioned)
        {
            await site.ProvisionAsync(token);
        }

        return site;
    }

    /// <summary>Provisions the site and opens the gateway to it.</summary>
    public async Task ProvisionAsync(CancellationToken token)
    {
        Map = await Provisioner.ProvisionAsync(token);
        Access = SiteAccess.Of(graph, Map, new KnownItems(database), Options.Mailbox);
    }

    /// <summary>Looks the site up anew.</summary>
    public Task<SiteMap> ResolveAsync(CancellationToken token) => SiteMap.ResolveAsync(graph, Options, token);

    /// <summary>How many items of a list have this key: more than one would be one written twice.</summary>
    public async Task<int> CountAsync(ListSchema list, string column, string value, CancellationToken token)
    {
        var request = graph.Client.Sites[Map.SiteId].Lists[Map.IdOf(list)].Items.ToGetRequestInformation(query => query.QueryParameters.Filter = $"fields/{column} eq '{value}'");
        var count = 0;
        await foreach (var _ in graph.PagesAsync(request, token))
        {
            count++;
        }

        return count;
    }

    /// <summary>How many files a folder of the library has.</summary>
    public async Task<int> FilesAsync(string path, CancellationToken token) => (await graph.JsonAsync(
        graph.Following($"{graph.BaseAddress}/drives/{Map.DriveOf(SiteSchema.Submissions)}/root:/{path}:/children"), token)).GetProperty("value").GetArrayLength();

    /// <summary>How many messages have left.</summary>
    public int Mails => Directory.Exists(Path.Combine(folder, "tenant", "mail")) ? Directory.GetFiles(Path.Combine(folder, "tenant", "mail")).Length : 0;

    /// <summary>Waits until a moment SharePoint asked to wait for.</summary>
    public Task WaitAsync(TimeSpan wait, CancellationToken token) => Task.Delay(wait, clock, token);

    /// <summary>Lets a fault meet the next call of a path.</summary>
    public Task PlayAsync(GatewayFault fault, string path) => PlayAsync(fault.On(path, clock.GetUtcNow()));

    /// <summary>Lets every fault strike, each some calls after the one before.</summary>
    public Task PlayAllAsync(int every) =>
        PlayAsync([.. GatewayFault.All.Where(fault => fault.Name != "410").Select((fault, place) => (object)new Dictionary<string, object?>(fault.On("/**", clock.GetUtcNow())) { ["nth"] = 1 + (place * every) })]);

    /// <summary>Lets nothing go wrong any more.</summary>
    public Task CalmAsync() => PlayAsync();

    /// <summary>Puts faults in place of those that are there.</summary>
    private async Task PlayAsync(params object[] faults)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(server.BaseAddress, "_local/faults"), new { faults });
        Assert.IsTrue(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>How many faults have not been met.</summary>
    public async Task<int> WaitingAsync() => (await http.GetFromJsonAsync<Waiting>(new Uri(server.BaseAddress, "_local/faults")))!.Count;

    public async ValueTask DisposeAsync()
    {
        native.Dispose();
        graph.Dispose();
        http.Dispose();
        database.Dispose();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed record Waiting([property: System.Text.Json.Serialization.JsonPropertyName("waiting")] int Count);
}
