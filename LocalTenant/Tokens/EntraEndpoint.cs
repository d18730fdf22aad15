using System.Buffers.Text;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>The three Entra addresses a confidential client needs: token, configuration and keys.</summary>
internal static class EntraEndpoint
{
    public static Task HandleAsync(HttpContext context, Tenant tenant, string path)
    {
        var authority = $"{context.Request.Scheme}://{context.Request.Host}/{tenant.Id}";
        return (context.Request.Method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("POST", [var id, "oauth2", "v2.0", "token"]) => TokenGrant.AnswerAsync(context, tenant, id, authority),
            ("GET", [_, "v2.0", ".well-known", "openid-configuration"]) => WriteAsync(context, 200, Configuration(authority)),
            ("GET", [_, "discovery", "v2.0", "keys"]) => WriteAsync(context, 200, Keys(tenant)),
            _ => NotFoundAsync(context),
        };
    }

    public static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store, no-cache";
        return context.Response.WriteAsync(Json.Write(body), context.RequestAborted);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static JsonObject Configuration(string authority) => new()
    {
        ["token_endpoint"] = $"{authority}/oauth2/v2.0/token",
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "client_secret_basic"),
        ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
        ["issuer"] = $"{authority}/v2.0",
        ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["response_types_supported"] = new JsonArray("code", "id_token", "code id_token", "id_token token"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
    };

    private static JsonObject Keys(Tenant tenant)
    {
        var key = tenant.Key.Public;
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = tenant.Key.Id,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
    }
}
