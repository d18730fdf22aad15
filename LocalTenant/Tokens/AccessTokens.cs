using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>Issues and checks the JWTs that stand for an application.</summary>
internal static class AccessTokens
{
    public const int LifetimeSeconds = 3599;

    private const string Audience = "https://graph.microsoft.com";

    public static string Issue(Tenant tenant, Application application, string issuer)
    {
        var now = tenant.Clock.GetUtcNow().ToUnixTimeSeconds();
        return Jwt.Sign(new()
        {
            ["aud"] = Audience,
            ["iss"] = issuer,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + LifetimeSeconds,
            ["appid"] = application.Id,
            ["app_displayname"] = application.DisplayName,
            ["idtyp"] = "app",
            ["roles"] = new JsonArray([.. application.RoleNames.Select(role => (JsonNode)role)]),
            ["tid"] = tenant.Id,
            ["ver"] = "1.0",
        }, tenant.Key);
    }

    /// <summary>Who calls; refuses a call that brings no valid token.</summary>
    public static Caller Require(GraphCall call)
    {
        if (call.Header("Authorization") is not { } header || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw GraphError.Unauthenticated("Access token is empty.");
        }
        if (Read(call.Tenant, header["Bearer ".Length..].Trim()) is not { } claims)
        {
            throw GraphError.Unauthenticated("Access token validation failure. Invalid signature or shape.");
        }
        Check(call, claims);
        return new(claims.Text("appid") ?? "", claims.Text("app_displayname") ?? "", (claims["roles"] as JsonArray ?? []).Select(role => role?.GetValue<string>() ?? "").ToHashSet());
    }

    private static void Check(GraphCall call, JsonObject claims)
    {
        if (claims.Text("aud") != Audience || claims.Text("tid") != call.Tenant.Id)
        {
            throw GraphError.Unauthenticated("Access token validation failure. Invalid audience.");
        }
        if (claims["exp"]?.GetValue<long>() <= call.Now.ToUnixTimeSeconds())
        {
            throw GraphError.Unauthenticated("Lifetime validation failed, the token is expired.");
        }
    }

    private static JsonObject? Read(Tenant tenant, string token) =>
        Jwt.TryParse(token) is { } jwt && tenant.Key.Verify(jwt.Signed, jwt.Signature) ? jwt.Claims : null;
}
