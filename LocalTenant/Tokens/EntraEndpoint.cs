using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.SignIns;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>The Entra addresses a client needs: sign-in, sign-out, token, configuration, keys, and whether a host is one of Entra's.</summary>
internal static class EntraEndpoint
{
    public static Task HandleAsync(HttpContext context, Tenant tenant, string path)
    {
        Origins.Allow(context, tenant);
        var authority = $"{context.Request.Scheme}://{context.Request.Host}/{tenant.Id}";
        return (context.Request.Method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("OPTIONS", _) => Origins.AnswerAsync(context, tenant),
            ("GET" or "POST", [var id, "oauth2", "v2.0", "authorize"]) => AuthorizeEndpoint.AnswerAsync(context, tenant, id),
            ("GET", [_, "oauth2", "v2.0", "logout"]) => LogoutEndpoint.AnswerAsync(context, tenant),
            ("POST", [var id, "oauth2", "v2.0", "token"]) => TokenGrant.AnswerAsync(context, tenant, id, authority),
            ("GET", [_, "v2.0", ".well-known", "openid-configuration"]) => WriteAsync(context, 200, Configuration(authority)),
            ("GET", [_, "discovery", "v2.0", "keys"]) => WriteAsync(context, 200, Keys(tenant)),
            ("GET", ["common", "discovery", "instance"]) => DiscoverAsync(context, tenant),
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

    public static Task RefuseAsync(HttpContext context, Tenant tenant, Refusal refusal)
    {
        var now = tenant.Clock.GetUtcNow();
        var trace = Guid.CreateVersion7(now).ToString();
        var time = now.ToString("u", CultureInfo.InvariantCulture);
        return WriteAsync(context, refusal.Status, new()
        {
            ["error"] = refusal.Error,
            ["error_description"] = $"AADSTS{refusal.Number}: {refusal.Message} Trace ID: {trace} Timestamp: {time}",
            ["error_codes"] = new JsonArray(refusal.Number),
            ["timestamp"] = time,
            ["trace_id"] = trace,
            ["correlation_id"] = context.Request.Headers["client-request-id"] is [{ } asked] ? asked : trace,
            ["error_uri"] = $"{context.Request.Scheme}://{context.Request.Host}/error?code={refusal.Number}",
        });
    }

    // A client asks the host it trusts about the host it was told to use; the only one known here is this one.
    private static Task DiscoverAsync(HttpContext context, Tenant tenant)
    {
        var host = context.Request.Host;
        if (!Uri.TryCreate(context.Request.Query["authorization_endpoint"], UriKind.Absolute, out var asked) || asked.Authority != new Uri($"{context.Request.Scheme}://{host}").Authority)
        {
            return RefuseAsync(context, tenant, new(400, "invalid_instance", 50049, "Unknown or invalid instance."));
        }
        return WriteAsync(context, 200, new()
        {
            ["tenant_discovery_endpoint"] = $"{asked.GetLeftPart(UriPartial.Authority)}{asked.AbsolutePath.Split("/oauth2/", 2)[0]}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(new JsonObject
            {
                ["preferred_network"] = host.Host,
                ["preferred_cache"] = host.Host,
                ["aliases"] = new JsonArray(host.Host),
            }),
        });
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static JsonObject Configuration(string authority) => new()
    {
        ["token_endpoint"] = $"{authority}/oauth2/v2.0/token",
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
        ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
        ["issuer"] = $"{authority}/v2.0",
        ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
        ["end_session_endpoint"] = $"{authority}/oauth2/v2.0/logout",
        ["response_modes_supported"] = new JsonArray("query", "fragment"),
        ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
        ["code_challenge_methods_supported"] = new JsonArray("S256"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["response_types_supported"] = new JsonArray("code"),
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
