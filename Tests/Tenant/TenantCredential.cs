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
        http.BaseAddress ??= server.BaseAddress;
        return new(await TakeAsync(http, server.TenantId, form, cancellationToken), TimeProvider.System.GetUtcNow().AddHours(1));
    }

    public static async Task<string> TakeAsync(HttpClient http, string tenant, HttpContent form, CancellationToken token)
    {
        using var response = await http.PostAsync(new Uri($"{tenant}/oauth2/v2.0/token", UriKind.Relative), form, token);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(token))!["access_token"]!;
    }

    public static Dictionary<string, string> Form(LocalTenantServer server, string scope) => Form(server.ClientId, server.ClientSecret, scope);

    public static Dictionary<string, string> Form(string client, string secret, string scope) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = client,
        ["client_secret"] = secret,
        ["scope"] = scope,
    };
}
