using System.Net;
using System.Net.Http.Headers;
using Azure.Core;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Sends the application's token to our own base address and nowhere else; a 401 is answered once with a token that is new for certain, since credentials keep theirs.
/// </summary>
/// <param name="credential">Makes a credential that has kept no token yet.</param>
/// <param name="baseAddress">Where tokens may go.</param>
internal sealed class TokenHandler(Func<TokenCredential> credential, Uri baseAddress) : DelegatingHandler
{
    private readonly TokenRequestContext context = new([$"{baseAddress.GetLeftPart(UriPartial.Authority)}/.default"]);
    private TokenCredential current = credential();

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var used = current;
        var response = await SendAsync(request, used, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || request.Headers.Authorization is null)
        {
            return response;
        }

        response.Dispose();
        Interlocked.CompareExchange(ref current, credential(), used);
        return await SendAsync(request, current, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TokenCredential used, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.Authority == baseAddress.Authority)
        {
            var token = await used.GetTokenAsync(context, cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
