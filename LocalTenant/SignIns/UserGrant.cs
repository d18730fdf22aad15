using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Mail;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>The token endpoint for single-page applications: a code with its verifier, or a refresh token, each good once.</summary>
internal static class UserGrant
{
    private static readonly TimeSpan RefreshLife = TimeSpan.FromHours(24);

    public static Task AnswerAsync(HttpContext context, IFormCollection form, Tenant tenant, (string Tenant, string Authority) asked)
    {
        lock (tenant.Database.Gate)
        {
            return Take(context, form, tenant, asked.Tenant, out var signIn) is { } refusal
                ? EntraEndpoint.RefuseAsync(context, tenant, refusal)
                : EntraEndpoint.WriteAsync(context, StatusCodes.Status200OK, Give(tenant, signIn!, $"{asked.Authority}/v2.0"));
        }
    }

    private static Refusal? Take(HttpContext context, IFormCollection form, Tenant tenant, string tenantId, out SignIn? signIn)
    {
        var byCode = form["grant_type"] == "authorization_code";
        var secret = form[byCode ? "code" : "refresh_token"].ToString();
        signIn = SignInsTable.Find(tenant.Database, secret, byCode ? SignIn.Code : SignIn.Refresh, tenant.Clock.GetUtcNow());
        if (!tenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase))
        {
            return new(400, "invalid_request", 90002, $"Tenant '{tenantId}' not found.");
        }
        if (context.Response.Headers.AccessControlAllowOrigin.Count == 0)
        {
            return new(400, "invalid_request", 9002327, "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.");
        }
        if (signIn is null || signIn.Client != form["client_id"])
        {
            return byCode ? new(400, "invalid_grant", 70008, "The provided authorization code or refresh token has expired due to inactivity.") : new(400, "invalid_grant", 700082, "The refresh token has expired due to inactivity.");
        }
        SignInsTable.Remove(tenant.Database, secret);
        return byCode ? CheckCode(form, signIn) : null;
    }

    private static Refusal? CheckCode(IFormCollection form, SignIn signIn)
    {
        if (form["redirect_uri"] != signIn.RedirectUri)
        {
            return new(400, "invalid_grant", 500112, "The reply address does not match the reply address provided when requesting Authorization code.");
        }
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == signIn.Challenge
            ? null
            : new(400, "invalid_grant", 501481, "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
    }

    private static JsonObject Give(Tenant tenant, SignIn signIn, string issuer)
    {
        var user = Mailbox.Find(tenant.Database, signIn.User, tenant.Clock.GetUtcNow())!; // users are never deleted
        var (audience, scope) = Scopes.Of(signIn.Scope, tenant) is var (api, name) ? (api.Id, name) : (signIn.Client, signIn.Scope);
        return new()
        {
            ["token_type"] = "Bearer",
            ["scope"] = signIn.Scope,
            ["expires_in"] = tenant.Options.UserTokenSeconds,
            ["ext_expires_in"] = tenant.Options.UserTokenSeconds,
            ["access_token"] = UserTokens.Access(tenant, user, signIn, issuer, audience, scope),
            ["refresh_token"] = SignInsTable.Add(tenant.Database, signIn with { Kind = SignIn.Refresh, Nonce = "", Challenge = "", Ends = (tenant.Clock.GetUtcNow() + RefreshLife).ToUnixTimeSeconds() }),
            ["refresh_token_expires_in"] = (long)RefreshLife.TotalSeconds,
            ["id_token"] = UserTokens.Id(tenant, user, signIn, issuer),
            ["client_info"] = UserTokens.ClientInfo(tenant, user.Id),
        };
    }
}
