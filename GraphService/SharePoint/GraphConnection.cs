using System.Text.Json;
using System.Threading.RateLimiting;
using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>One authenticated connection to Graph: the SDK's client over our own throttling.</summary>
internal sealed class GraphConnection : IDisposable
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal)
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    private readonly TokenBucketRateLimiter units;
    private readonly SocketsHttpHandler sockets;
    private readonly ThrottleHandler throttle;
    private readonly HttpClient http;

    /// <summary>Connects with a credential to a base address.</summary>
    public GraphConnection(TokenCredential credential, Uri baseAddress, int resourceUnitsPerMinute, TimeProvider clock)
    {
        units = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(20, resourceUnitsPerMinute / 6),
            TokensPerPeriod = Math.Max(1, resourceUnitsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = int.MaxValue,
        });
        sockets = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
        throttle = new ThrottleHandler(units, clock) { InnerHandler = sockets };
        http = new HttpClient(throttle);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("NONISV|HocTap|Office/1.0");
        var authentication = new AzureIdentityAuthenticationProvider(credential, [baseAddress.Host], null, true, [$"{baseAddress.GetLeftPart(UriPartial.Authority)}/.default"]);
        Client = new GraphServiceClient(http, authentication, baseAddress.ToString().TrimEnd('/'));
    }

    /// <summary>The SDK's client.</summary>
    public GraphServiceClient Client { get; }

    /// <summary>Sends a request and reads its JSON as it came: the SDK's models turn texts that look like dates or ids into other types.</summary>
    /// <exception cref="ODataError">Graph refused.</exception>
    public async Task<JsonElement> JsonAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        await using var stream = await Client.RequestAdapter.SendPrimitiveAsync<Stream>(request, Errors, cancellationToken)
            ?? throw new InvalidOperationException("Graph answered without a body.");
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>A link that Graph gave earlier, at the present base address: the embedded tenant listens on another port after each start.</summary>
    public string Rebase(string link) => new Uri(new Uri(Client.RequestAdapter.BaseUrl!), new Uri(link).PathAndQuery).ToString(); // set when the client was made

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
        throttle.Dispose();
        sockets.Dispose();
        units.Dispose();
    }
}
