using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using HocTap.Office.LocalTenant;

namespace HocTap.Office.Tests.Tenant;

/// <summary>Takes tokens from the local tenant; Azure.Identity refuses an authority without TLS.</summary>
internal sealed class TenantCredential(HttpClient http, LocalTenantServer server) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The SDK asks asynchronously.");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(Form(server, requestContext.Scopes[0]));
        using var response = await http.PostAsync(new Uri(server.BaseAddress, $"{server.TenantId}/oauth2/v2.0/token"), form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var json = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return new((string)json!["access_token"]!, TimeProvider.System.GetUtcNow().AddSeconds((int)json["expires_in"]!));
    }

    public static Dictionary<string, string> Form(LocalTenantServer server, string scope) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = server.ClientId,
        ["client_secret"] = server.ClientSecret,
        ["scope"] = scope,
    };
}
