using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The one chain every call to Microsoft 365 goes through: retry, units, token, socket.</summary>
internal static class HttpChain
{
    // The form SharePoint asks for, so that our traffic is known and served before nameless traffic.
    private const string UserAgent = "NONISV|HocTap|Office/1.0";

    /// <summary>Opens the chain to a base address.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Each handler is disposed of by the one around it, the outermost by the client.")]
    public static HttpClient Open(Func<TokenCredential> credential, Uri baseAddress, UnitBudget budget, TimeProvider clock)
    {
        var sockets = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10), ConnectTimeout = TimeSpan.FromSeconds(15) };
        var token = new TokenHandler(credential, baseAddress) { InnerHandler = sockets };
        var units = new UnitsHandler(budget) { InnerHandler = token };
        var http = new HttpClient(new RetryHandler(clock) { InnerHandler = units }) { Timeout = Timeout.InfiniteTimeSpan }; // each attempt has a limit of its own
        http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
        return http;
    }

    /// <summary>The JSON of an answer.</summary>
    /// <exception cref="SharePointException">502: it is none, such as the page of a gateway in between.</exception>
    public static async Task<JsonElement> JsonOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw new SharePointException(502, "noJson", broken.Message);
        }
    }

    /// <summary>The answer, when it is one of success.</summary>
    /// <exception cref="SharePointException">It is a refusal.</exception>
    public static async Task<HttpResponseMessage> AcceptedAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var (code, text) = ErrorBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            throw new SharePointException((int)response.StatusCode, code, text, RetryAfter.Of(response, clock.GetUtcNow()));
        }
    }
}
