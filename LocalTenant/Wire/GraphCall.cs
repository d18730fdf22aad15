using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>One call, of its own or inside a $batch, together with the tenant it is made on.</summary>
internal sealed record GraphCall(Tenant Tenant, string Method, GraphPath Path, ODataQuery Query)
{
    /// <summary>Scheme and host the caller used: links in answers lead back there and are never stored.</summary>
    public required string Origin { get; init; }

    public required string RequestId { get; init; }

    public required string ClientRequestId { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Who calls, once the token has been read.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;

    /// <summary>Whether it is a step of a $batch: throttling is worded differently there.</summary>
    public bool InBatch { get; init; }

    public Database Db => Tenant.Database;

    public DateTimeOffset Now => Tenant.Clock.GetUtcNow();

    public string Root => Origin + "/v1.0";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public JsonObject Json() => Wire.Json.ParseObject(Body.Span);

    public bool HonorsUnindexed =>
        Header("Prefer")?.Contains("HonorNonIndexedQueriesWarningMayFailRandomly", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Compares If-Match, when sent, with the tag of what is about to change.</summary>
    public void Expect(string tag)
    {
        if (Header("If-Match") is not { Length: > 0 } expected || expected == "*")
        {
            return;
        }
        if (!expected.TrimStart('W', '/').StartsWith('"'))
        {
            throw GraphError.MalformedTag();
        }
        if (!string.Equals(expected, tag, StringComparison.OrdinalIgnoreCase))
        {
            throw GraphError.StaleTag();
        }
    }
}
