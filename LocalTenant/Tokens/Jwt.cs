using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>A token taken apart and not yet believed.</summary>
internal sealed record Jwt(JsonObject Head, JsonObject Claims, byte[] Signed, byte[] Signature)
{
    public static string Sign(JsonObject claims, SigningKey key)
    {
        var signed = $"{Encode(new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = key.Id })}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static Jwt? TryParse(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !parts.All(part => Base64Url.IsValid(part)))
        {
            return null;
        }
        return Part(parts[0]) is { } head && Part(parts[1]) is { } claims
            ? new(head, claims, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]))
            : null;
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static JsonObject? Part(string part)
    {
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
