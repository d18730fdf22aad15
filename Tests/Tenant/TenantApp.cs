using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using HocTap.Office.LocalTenant;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models;

namespace HocTap.Office.Tests.Tenant;

/// <summary>A local tenant in a folder of its own, the real SDK on it, and short words for what tests do most.</summary>
internal sealed class TenantApp : IAsyncDisposable
{
    public const string Scope = "https://graph.microsoft.com/.default";

    private readonly HttpClient tokens = new();
    private readonly bool ownsFolder;

    private TenantApp(LocalTenantServer server, string folder, bool ownsFolder)
    {
        (Server, Folder, this.ownsFolder) = (server, folder, ownsFolder);
        Credential = new(tokens, server);
        var provider = new AzureIdentityAuthenticationProvider(Credential, ["127.0.0.1"], null, true, Scope);
        Graph = new(provider, new Uri(server.BaseAddress, "v1.0").AbsoluteUri);
    }

    public LocalTenantServer Server { get; }

    public string Folder { get; }

    public TenantCredential Credential { get; }

    public GraphServiceClient Graph { get; }

    public string Site { get; private set; } = "";

    public static async Task<TenantApp> StartAsync(CancellationToken token, string? folder = null, TimeProvider? clock = null, string? faults = null, int unitsPerMinute = 0)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("tenant-").FullName;
        var options = new LocalTenantOptions { DataDirectory = place, FaultScript = faults, UnitsPerMinute = unitsPerMinute };
        var server = await LocalTenantServer.StartAsync(options, clock ?? TimeProvider.System, token);
        var app = new TenantApp(server, place, folder is null);
        var site = await app.Graph.Sites[$"{server.SiteHost}:{server.SitePath}"].GetAsync(cancellationToken: token);
        app.Site = site!.Id!;
        return app;
    }

    /// <summary>Makes a list with text columns Code (unique), Kind (indexed) and Note (plain), and number Size.</summary>
    public async Task<string> AddListAsync(string title, CancellationToken token, string template = "genericList")
    {
        var list = await Graph.Sites[Site].Lists.PostAsync(new() { DisplayName = title, ListProp = new() { Template = template } }, cancellationToken: token);
        await AddColumnAsync(list!.Id!, new() { Name = "Code", Indexed = true, EnforceUniqueValues = true, Text = new() }, token);
        await AddColumnAsync(list.Id!, new() { Name = "Kind", Indexed = true, Text = new() }, token);
        await AddColumnAsync(list.Id!, new() { Name = "Note", Text = new() }, token);
        await AddColumnAsync(list.Id!, new() { Name = "Size", Indexed = true, Number = new() { Minimum = 0, Maximum = 1000 } }, token);
        return list.Id!;
    }

    public Task<ColumnDefinition?> AddColumnAsync(string list, ColumnDefinition column, CancellationToken token) =>
        Graph.Sites[Site].Lists[list].Columns.PostAsync(column, cancellationToken: token);

    public async Task<ListItem> AddAsync(string list, CancellationToken token, params (string Name, object Value)[] fields)
    {
        var item = new ListItem { Fields = new() { AdditionalData = fields.ToDictionary(field => field.Name, field => field.Value) } };
        return (await Graph.Sites[Site].Lists[list].Items.PostAsync(item, cancellationToken: token))!;
    }

    public async Task<IReadOnlyList<string>> FilterAsync(string list, string filter, CancellationToken token, bool prefer = false)
    {
        var found = await Graph.Sites[Site].Lists[list].Items.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = filter;
                request.QueryParameters.Expand = ["fields($select=Code)"];
                if (prefer)
                {
                    request.Headers.Add("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly");
                }
            },
            token);
        return [.. found!.Value!.Select(item => (string)item.Fields!.AdditionalData["Code"])];
    }

    public async Task<string> DriveAsync(string list, CancellationToken token) =>
        (await Graph.Sites[Site].Lists[list].Drive.GetAsync(cancellationToken: token))!.Id!;

    public async Task<DriveItem> UploadAsync(string drive, string path, byte[] bytes, CancellationToken token, string behavior = "fail")
    {
        var url = $"{Server.BaseAddress}v1.0/drives/{drive}/items/root:/{Uri.EscapeDataString(path)}:/content?@microsoft.graph.conflictBehavior={behavior}";
        using var content = new MemoryStream(bytes);
        return (await Graph.Drives[drive].Items["root"].Content.WithUrl(url).PutAsync(content, cancellationToken: token))!;
    }

    /// <summary>The number of a file in its list: the SDK has no way to a file's fields but through the list.</summary>
    public async Task<string> NumberAsync(string drive, string file, CancellationToken token) =>
        (await Graph.Drives[drive].Items[file].ListItem.GetAsync(cancellationToken: token))!.Id!;

    public async Task<byte[]> DownloadAsync(string drive, string item, CancellationToken token)
    {
        await using var stream = await Graph.Drives[drive].Items[item].Content.GetAsync(cancellationToken: token);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy, token);
        return copy.ToArray();
    }

    /// <summary>A client with the token and without redirects or retries, for what the SDK hides.</summary>
    public async Task<HttpClient> RawAsync(CancellationToken token) => Raw((await Credential.GetTokenAsync(new TokenRequestContext([Scope]), token)).Token);

    /// <summary>Such a client for another application, registered with these permissions.</summary>
    public async Task<Registered> RegisterAsync(CancellationToken token, params string[] roles)
    {
        var wanted = new JsonObject { ["displayName"] = "Khác", ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]) };
        using var response = await tokens.PostAsJsonAsync(new Uri(Server.BaseAddress, "_local/applications"), wanted, token);
        var made = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(token))!;
        using var form = new FormUrlEncodedContent(TenantCredential.Form((string)made["clientId"]!, (string)made["clientSecret"]!, Scope));
        return new((string)made["clientId"]!, Raw(await TenantCredential.TakeAsync(tokens, Server.TenantId, form, token)));
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handler.")]
    private HttpClient Raw(string access)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Server.BaseAddress, "v1.0/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access);
        return http;
    }

    public async Task PlayAsync(JsonObject fault, CancellationToken token)
    {
        var script = new JsonObject { ["faults"] = new JsonArray(fault) };
        using var response = await tokens.PostAsJsonAsync(new Uri(Server.BaseAddress, "_local/faults"), script, token);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Graph.Dispose();
        tokens.Dispose();
        await Server.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>Another application, and a client with its token.</summary>
internal sealed record Registered(string ClientId, HttpClient Http) : IDisposable
{
    /// <summary>What a call is answered.</summary>
    public async Task<int> StatusAsync(string method, string path, JsonObject? body, CancellationToken token)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.RelativeOrAbsolute)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await Http.SendAsync(request, token);
        return (int)answer.StatusCode;
    }

    public void Dispose() => Http.Dispose();
}
