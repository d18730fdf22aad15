using System.Text.Json;
using Azure.Core;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// One authenticated connection to Graph. The SDK builds requests; they are sent through our own chain (retry, units, token) and answers are read as they came: the SDK's
/// models turn texts that look like dates or ids into other types, and its errors hide the status of a body that is not JSON.
/// </summary>
internal sealed class GraphConnection : IDisposable
{
    private readonly UnitBudget budget;
    private readonly HttpClient http;
    private readonly TimeProvider clock;

    /// <summary>Connects to a base address.</summary>
    /// <param name="credential">Makes a credential that has kept no token yet.</param>
    /// <param name="baseAddress">Such as <c>https://graph.microsoft.com/v1.0</c>.</param>
    /// <param name="resourceUnitsPerMinute">What may be spent.</param>
    /// <param name="clock">The clock.</param>
    public GraphConnection(Func<TokenCredential> credential, Uri baseAddress, int resourceUnitsPerMinute, TimeProvider clock)
    {
        this.clock = clock;
        budget = new UnitBudget(resourceUnitsPerMinute, clock);
        http = HttpChain.Open(credential, baseAddress, budget, clock);
        Client = new GraphServiceClient(http, new AnonymousAuthenticationProvider(), baseAddress.ToString().TrimEnd('/'));
    }

    /// <summary>The SDK's client: for building requests only.</summary>
    public GraphServiceClient Client { get; }

    /// <summary>The base address, without a slash at its end.</summary>
    public string BaseAddress => Client.RequestAdapter.BaseUrl!; // set when the client was made

    /// <summary>Sends a request and reads its JSON.</summary>
    /// <exception cref="SharePointException">Graph refused.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<JsonElement> JsonAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return document.RootElement.Clone();
    }

    /// <summary>Sends a request and gives the bytes of its answer.</summary>
    /// <exception cref="SharePointException">Graph refused.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<byte[]> BytesAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Sends a request whose answer says nothing.</summary>
    /// <exception cref="SharePointException">Graph refused.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task RunAsync(RequestInformation request, CancellationToken cancellationToken) => (await SendAsync(request, cancellationToken)).Dispose();

    /// <summary>Sends one call by itself.</summary>
    /// <exception cref="SharePointException">Graph refused.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<JsonElement> JsonAsync(BatchStep call, CancellationToken cancellationToken)
    {
        var request = new RequestInformation { HttpMethod = Enum.Parse<Method>(call.Method), URI = new Uri(BaseAddress + call.Url) };
        using var body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(call.Body), writable: false);
        request.SetStreamContent(body, "application/json");
        return await JsonAsync(request, cancellationToken);
    }

    /// <summary>All items of a collection, page by page: a page may be empty and still not be the last.</summary>
    /// <exception cref="SharePointException">Graph refused.</exception>
    public async IAsyncEnumerable<JsonElement> PagesAsync(RequestInformation first, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var request = first; request is not null;)
        {
            var page = await JsonAsync(request, cancellationToken);
            foreach (var item in page.GetProperty("value").EnumerateArray())
            {
                yield return item;
            }

            request = page.TryGetProperty("@odata.nextLink", out var next) ? Following(next.GetString()!) : null; // a next link is a string
        }
    }

    /// <summary>Sends up to <see cref="GraphBatch.Most"/> steps as one call, in the order given.</summary>
    public Task<IReadOnlyList<StepAnswer>> BatchAsync(IReadOnlyList<BatchStep> steps, CancellationToken cancellationToken) =>
        new GraphBatch(http, BaseAddress, ordered: true, budget, clock).SendAsync(steps, cancellationToken);

    /// <summary>Sends up to <see cref="GraphBatch.Most"/> steps that have nothing to do with each other as one call.</summary>
    public Task<IReadOnlyList<StepAnswer>> SideBySideAsync(IReadOnlyList<BatchStep> steps, CancellationToken cancellationToken) =>
        new GraphBatch(http, BaseAddress, ordered: false, budget, clock).SendAsync(steps, cancellationToken);

    /// <summary>A request for a link that Graph gave earlier, at the present base address: the embedded tenant listens on another port after each start.</summary>
    public RequestInformation Following(string link) => new() { HttpMethod = Method.GET, URI = new Uri(new Uri(BaseAddress), new Uri(link).PathAndQuery) };

    /// <summary>A link that Graph gave earlier, below the version: what a step of a batch asks for.</summary>
    public string RelativeOf(string link) => new Uri(link).PathAndQuery[new Uri(BaseAddress).AbsolutePath.Length..];

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
        budget.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(RequestInformation information, CancellationToken cancellationToken)
    {
        using var request = await Client.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(information, cancellationToken)
            ?? throw new InvalidOperationException("The SDK built no request.");
        return await HttpChain.AcceptedAsync(await http.SendAsync(request, cancellationToken), clock, cancellationToken);
    }
}
