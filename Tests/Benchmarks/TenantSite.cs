using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HocTap.Office.LocalTenant;

namespace HocTap.Office.Benchmarks;

/// <summary>A signed-in client at the site of a local tenant; every call must succeed.</summary>
internal sealed class TenantSite : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri graph;
    private readonly string id;

    private readonly Uri rest;

    private TenantSite(HttpClient http, Uri graph, string id, Uri rest) => (this.http, this.graph, this.id, this.rest) = (http, graph, id, rest);

    /// <summary>Takes a token and finds the site.</summary>
    public static async Task<TenantSite> OpenAsync(LocalTenantServer server)
    {
        var (http, graph) = (new HttpClient(), new Uri(server.BaseAddress, "v1.0/"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = server.ClientId,
            ["client_secret"] = server.ClientSecret,
            ["scope"] = "https://graph.microsoft.com/.default",
        });
        using var answer = await http.PostAsync(new Uri(server.BaseAddress, $"{server.TenantId}/oauth2/v2.0/token"), form);
        var granted = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", granted.GetProperty("access_token").GetString());
        var site = await http.GetFromJsonAsync<JsonElement>(new Uri(graph, $"sites/{server.SiteHost}:{server.SitePath}"));
        return new TenantSite(http, graph, site.GetProperty("id").GetString()!, new Uri(server.BaseAddress, $"{server.SitePath}/_api/web/"));
    }

    /// <summary>The address of something below the site, for calls and for steps of a batch.</summary>
    public string At(string path) => $"sites/{id}/{path}";

    /// <summary>Reads an address below the version, or a whole one.</summary>
    public async Task<JsonElement> GetAsync(string address) => await http.GetFromJsonAsync<JsonElement>(new Uri(graph, address));

    /// <summary>Reads by SharePoint REST, below the web.</summary>
    public Task<JsonElement> RestAsync(string path) => GetAsync(new Uri(rest, path).AbsoluteUri);

    /// <summary>Sends a body.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string address, object body)
    {
        using var request = new HttpRequestMessage(method, new Uri(graph, address)) { Content = JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => http.Dispose();
}
