using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Mail;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>The tokens of a person, in the shape of Entra's version 2.0: the audience is an id, never an address.</summary>
internal static class UserTokens
{
    public static string Id(Tenant tenant, Mailbox user, SignIn signIn, string issuer)
    {
        var claims = Claims(tenant, user, signIn.Client, issuer, audience: signIn.Client);
        if (signIn.Nonce.Length > 0)
        {
            claims["nonce"] = signIn.Nonce;
        }
        return Jwt.Sign(claims, tenant.Key);
    }

    public static string Access(Tenant tenant, Mailbox user, SignIn signIn, string issuer, string audience, string scope)
    {
        var claims = Claims(tenant, user, signIn.Client, issuer, audience);
        (claims["azp"], claims["azpacr"], claims["scp"]) = (signIn.Client, "0", scope);
        return Jwt.Sign(claims, tenant.Key);
    }

    /// <summary>What tells a client whose answer it is.</summary>
    public static string ClientInfo(Tenant tenant, string user) => Encode(Encoding.UTF8.GetBytes(new JsonObject { ["uid"] = user, ["utid"] = tenant.Id }.ToJsonString()));

    private static JsonObject Claims(Tenant tenant, Mailbox user, string client, string issuer, string audience)
    {
        var now = tenant.Clock.GetUtcNow();
        return new()
        {
            ["aud"] = audience,
            ["iss"] = issuer,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.ToUnixTimeSeconds() + tenant.Options.UserTokenSeconds,
            ["name"] = user.Address.Split('@')[0],
            ["oid"] = user.Id,
            ["preferred_username"] = user.Address,
            ["sub"] = Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id}{client}"))),
            ["tid"] = tenant.Id,
            ["uti"] = Guid.CreateVersion7(now).ToString("N"),
            ["ver"] = "2.0",
        };
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
