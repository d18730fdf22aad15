using System.Text.Json.Serialization;
using Azure.Core;
using HocTap.Office.LocalTenant;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Gets tokens from the embedded tenant's own token endpoint: Azure.Identity refuses an authority without TLS, even on loopback.</summary>
internal sealed class LocalTenantCredential(HttpClient http, LocalTenantServer tenant, TimeProvider clock) : TokenCredential
{
    private static readonly TimeSpan EarlyRenewal = TimeSpan.FromMinutes(5);

    private Kept? kept;

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        if (kept is { } known && known.Token.ExpiresOn > clock.GetUtcNow() + EarlyRenewal)
        {
            return known.Token;
        }

        kept = new Kept(await RequestAsync(requestContext, cancellationToken)); // two at once get two tokens, both good
        return kept.Token;
    }

    private async Task<AccessToken> RequestAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = tenant.ClientId,
            ["client_secret"] = tenant.ClientSecret,
            ["scope"] = string.Join(' ', context.Scopes),
        });
        using var response = await http.PostAsync(new Uri(tenant.BaseAddress, $"{tenant.TenantId}/oauth2/v2.0/token"), form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var granted = await response.Content.ReadFromJsonAsync<Granted>(cancellationToken)
            ?? throw new InvalidOperationException("The token endpoint answered without a token.");
        return new AccessToken(granted.AccessToken, clock.GetUtcNow().AddSeconds(granted.ExpiresIn));
    }

    private sealed record Kept(AccessToken Token);

    private sealed record Granted([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
