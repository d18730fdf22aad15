using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>The authorization code flow step by step, as a single-page application does it.</summary>
internal static class AuthorityTokens
{
    public const string Verifier = "a-verifier-of-forty-three-characters-or-more-1234567890";

    /// <summary>An access token of a user, and the id token that came with it.</summary>
    public static async Task<(string Access, string Id)> TakeAsync(SecureTenant tenant, string origin, string client, string scope, string user, CancellationToken token)
    {
        var code = (await NameAsync(tenant, Query(origin, client, scope), user, token))["code"].ToString();
        var (status, body) = await RedeemAsync(tenant, origin, Code(origin, client, code), token);
        Assert.AreEqual(200, status, body.ToJsonString());
        return ((string)body["access_token"]!, (string)body["id_token"]!);
    }

    public static Dictionary<string, string?> Query(string origin, string client, string scope) => new()
    {
        ["client_id"] = client,
        ["response_type"] = "code",
        ["redirect_uri"] = $"{origin}/signin/bridge",
        ["scope"] = scope,
        ["state"] = "a state",
        ["nonce"] = "a nonce",
        ["response_mode"] = "query",
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    public static Dictionary<string, string> Code(string origin, string client, string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = client,
        ["code"] = code,
        ["redirect_uri"] = $"{origin}/signin/bridge",
        ["code_verifier"] = Verifier,
    };

    /// <summary>Names a user at the page and gives what the application is sent back with.</summary>
    public static async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> NameAsync(SecureTenant tenant, Dictionary<string, string?> query, string user, CancellationToken token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = user });
        using var answer = await tenant.Http.PostAsync(Address(tenant, query), form, token);
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode, await answer.Content.ReadAsStringAsync(token));
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
    }

    public static Uri Address(SecureTenant tenant, Dictionary<string, string?> query) =>
        new(QueryHelpers.AddQueryString($"{tenant.Server.BaseAddress}{tenant.Server.TenantId}/oauth2/v2.0/authorize", query));

    /// <summary>Asks the token endpoint as a page of an origin does, or as no page when it is empty.</summary>
    public static async Task<(int Status, JsonObject Body)> RedeemAsync(SecureTenant tenant, string origin, Dictionary<string, string> form, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{tenant.Server.BaseAddress}{tenant.Server.TenantId}/oauth2/v2.0/token")) { Content = new FormUrlEncodedContent(form) };
        if (origin.Length > 0)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await tenant.Http.SendAsync(request, token);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(token))!);
    }
}
