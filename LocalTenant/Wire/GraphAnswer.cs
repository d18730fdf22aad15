using System.Text.Json.Nodes;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>What a handler answers; the same value is written to a connection or put into a $batch.</summary>
internal sealed record GraphAnswer(int Status, JsonNode? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>True when the connection breaks instead of bringing the answer.</summary>
    public bool IsDropped { get; init; }

    public static GraphAnswer Dropped() => new(0) { IsDropped = true };

    public static GraphAnswer Ok(JsonNode body) => new(200, body);

    public static GraphAnswer Created(JsonNode body) => new(201, body);

    public static GraphAnswer NoContent() => new(204);

    public static GraphAnswer Accepted(JsonNode? body = null) => new(202, body);

    public static GraphAnswer Found(string location) => new(302) { Headers = new Dictionary<string, string> { ["Location"] = location } };

    public static GraphAnswer Collection(IEnumerable<JsonNode> values) => new(200, Json.Collection(values));

    public static GraphAnswer Refused(GraphError error, GraphCall call) =>
        new(error.Status, error.ToJson(call.Now, call.RequestId, call.ClientRequestId)) { Headers = HeadersOf(error) };

    public GraphAnswer WithTag(string tag) => With([new("ETag", tag)]);

    /// <summary>With these headers, in place of those of the same name.</summary>
    public GraphAnswer With(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var all = new Dictionary<string, string>(Headers);
        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }
        return this with { Headers = all };
    }

    private static Dictionary<string, string> HeadersOf(GraphError error)
    {
        var headers = new Dictionary<string, string>(error.RateLimit?.Headers ?? []);
        if (error.RetryAfter is { } wait)
        {
            headers["Retry-After"] = wait;
        }
        if (error.Location is { } location)
        {
            headers["Location"] = location;
        }
        return headers;
    }
}
