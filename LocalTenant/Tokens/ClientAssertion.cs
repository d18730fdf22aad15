using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>
/// A JWT signed with a certificate of the application, in place of its secret («certificate credentials»). As with Entra it may be sent again as long as it is
/// valid: no page says that its jti is remembered, and libraries keep one for its whole life.
/// </summary>
internal static class ClientAssertion
{
    private const string BearerType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static Refusal? Check(IFormCollection form, Tenant tenant, string authority)
    {
        if (form["client_assertion_type"] != BearerType)
        {
            return new(400, "invalid_request", 900144, "The request body must contain the following parameter: 'client_assertion_type'.");
        }
        return Jwt.TryParse(form["client_assertion"].ToString()) is { } jwt
            ? CheckSignature(jwt, tenant) ?? CheckClaims(jwt.Claims, tenant, authority)
            : new(400, "invalid_request", 50027, "JWT token is invalid or malformed.");
    }

    private static Refusal? CheckSignature(Jwt jwt, Tenant tenant)
    {
        if (tenant.Options.ClientCertificates.FirstOrDefault(certificate => Names(jwt.Head, certificate)) is not { } known)
        {
            return Refusal.Client(700027, "The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found.]");
        }
        var now = tenant.Clock.GetUtcNow().UtcDateTime;
        if (now > known.NotAfter.ToUniversalTime() || now < known.NotBefore.ToUniversalTime())
        {
            return Refusal.Client(700027, $"Client assertion failed signature validation. [Reason - The key used is expired., Thumbprint of key used by client: '{known.Thumbprint}']");
        }
        return IsSigned(jwt, known) ? null : Refusal.Client(700027, "Client assertion failed signature validation.");
    }

    // The page says x5t with SHA-1 in older editions, x5t#S256 or x5t with SHA-256 in newer ones; libraries send either.
    private static bool Names(JsonObject head, X509Certificate2 certificate) =>
        Says(head, "x5t#S256", certificate, HashAlgorithmName.SHA256) || Says(head, "x5t", certificate, HashAlgorithmName.SHA256) || Says(head, "x5t", certificate, HashAlgorithmName.SHA1);

    private static bool Says(JsonObject head, string name, X509Certificate2 certificate, HashAlgorithmName hash) =>
        head.Text(name)?.TrimEnd('=') == Base64Url.EncodeToString(certificate.GetCertHash(hash));

    private static bool IsSigned(Jwt jwt, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        var padding = jwt.Head.Text("alg") switch
        {
            "PS256" => RSASignaturePadding.Pss,
            "RS256" => RSASignaturePadding.Pkcs1,
            _ => null,
        };
        return padding is not null && key?.VerifyData(jwt.Signed, jwt.Signature, HashAlgorithmName.SHA256, padding) is true;
    }

    private static Refusal? CheckClaims(JsonObject claims, Tenant tenant, string authority)
    {
        if (!Same(claims.Text("iss"), tenant.ClientId) || !Same(claims.Text("sub"), tenant.ClientId))
        {
            return Refusal.Client(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        }
        if (!Same(claims.Text("aud"), $"{authority}/oauth2/v2.0/token") && !Same(claims.Text("aud"), $"{authority}/v2.0"))
        {
            return Refusal.Client(700023, "Client assertion audience claim does not match Realm issuer.");
        }
        return IsCurrent(claims, tenant.Clock.GetUtcNow()) ? null : Refusal.Client(700024, string.Create(
            CultureInfo.InvariantCulture,
            $"Client assertion is not within its valid time range. Current time: {tenant.Clock.GetUtcNow():O}, assertion valid from {claims["nbf"]}, expiry time of assertion {claims["exp"]}."));
    }

    private static bool IsCurrent(JsonObject claims, DateTimeOffset now) =>
        Seconds(claims, "exp") is { } end && (now - Skew).ToUnixTimeSeconds() < end && (Seconds(claims, "nbf") ?? 0) <= (now + Skew).ToUnixTimeSeconds();

    // Microsoft's own library writes its times as text.
    private static long? Seconds(JsonObject claims, string name) =>
        long.TryParse(claims[name]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static bool Same(string? given, string expected) => expected.Equals(given, StringComparison.OrdinalIgnoreCase);
}
