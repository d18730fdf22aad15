using System.Text.Json.Serialization;
using Azure.Core;
using HocTap.Office.LocalTenant;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Gets tokens from the embedded tenant's own token endpoint: Azure.Identity refuses an authority without TLS, even on loopback.</summary>
internal sealed class LocalTenantCredential(LocalTenantServer tenant, TimeProvider clock) : TokenCredential, IDisposable
{
    private static readonly TimeSpan EarlyRenewal = TimeSpan.FromMinutes(5);

    private readonly HttpClient http = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private AccessToken token;

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return token.ExpiresOn > clock.GetUtcNow() + EarlyRenewal ? token : token = await RequestAsync(requestContext, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        gate.Dispose();
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

    private sealed record Granted([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
