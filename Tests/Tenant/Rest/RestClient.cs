using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Rest;

/// <summary>What a call of SharePoint REST was answered.</summary>
internal sealed record RestReply(int Status, string Text, HttpResponseHeaders Headers, MediaTypeHeaderValue? Type)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("The answer is empty.");
}

/// <summary>A local tenant and a bare HTTP client on its site: what an SDK hides must be seen here.</summary>
internal sealed class RestClient : IAsyncDisposable
{
    public const string Bare = "application/json;odata=nometadata";

    private readonly HttpClient http;

    private RestClient(TenantApp app, HttpClient http) => (App, this.http) = (app, http);

    public TenantApp App { get; }

    public string Site => $"{App.Server.BaseAddress}{App.Server.SitePath.TrimStart('/')}";

    public static async Task<RestClient> StartAsync(CancellationToken token)
    {
        var app = await TenantApp.StartAsync(token);
        return new(app, await app.RawAsync(token));
    }

    public Task<RestReply> GetAsync(string path, CancellationToken token, string accept = Bare) => SendAsync("GET", path, null, accept, token);

    public Task<RestReply> PostAsync(string path, JsonNode? body, CancellationToken token, string accept = Bare) => SendAsync("POST", path, body, accept, token);

    public Task<RestReply> MergeAsync(string path, JsonNode body, CancellationToken token, string match = "*") =>
        SendAsync("POST", path, body, Bare, token, ("X-HTTP-Method", "MERGE"), ("If-Match", match));

    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes of its content.")]
    public async Task<RestReply> SendAsync(string method, string path, JsonNode? body, string accept, CancellationToken token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), $"{Site}/_api/{path}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(accept);
        }
        using var response = await http.SendAsync(request, token);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(token), response.Headers, response.Content.Headers.ContentType);
    }

    public async Task<RestReply> BatchAsync(string boundary, string body, CancellationToken token)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={boundary}");
        using var response = await http.PostAsync(new Uri($"{Site}/_api/$batch"), content, token);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(token), response.Headers, response.Content.Headers.ContentType);
    }

    /// <summary>Makes a list by REST and gives its id.</summary>
    public async Task<string> AddListAsync(string title, CancellationToken token, int template = 100)
    {
        var made = await PostAsync("web/lists", new JsonObject { ["Title"] = title, ["BaseTemplate"] = template }, token);
        Assert.AreEqual(201, made.Status, made.Text);
        return made.Json["Id"]!.GetValue<string>();
    }

    public async Task AddFieldAsync(string list, string xml, CancellationToken token)
    {
        var made = await PostAsync($"web/lists(guid'{list}')/fields/createfieldasxml", new JsonObject { ["parameters"] = new JsonObject { ["SchemaXml"] = xml, ["Options"] = 8 } }, token);
        Assert.AreEqual(200, made.Status, made.Text);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await App.DisposeAsync();
    }
}
