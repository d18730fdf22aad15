using System.Text;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Faults;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Batch;

/// <summary>
/// POST $batch: up to twenty calls, each charged, refused and undone on its own. They run one after the other;
/// a caller must not rely on that.
/// </summary>
internal static class BatchApi
{
    private const int Most = 20;

    /// <summary>Runs the steps; a fault that breaks the connection at one of them breaks that of the batch, before that step or after the last.</summary>
    public static GraphAnswer Run(GraphCall call)
    {
        var dropped = false;
        var steps = Read(call.Json());
        var done = new Dictionary<string, (GraphCall Call, GraphAnswer Answer)>(StringComparer.OrdinalIgnoreCase);
        while (steps.FirstOrDefault(step => !done.ContainsKey(step.Id) && step.DependsOn.All(done.ContainsKey)) is { } step)
        {
            var inner = Inner(call, step);
            if (step.DependsOn.Any(id => done[id].Answer.Status >= 400))
            {
                done[step.Id] = (inner, FailedDependency(inner));
                continue;
            }
            var fault = call.Tenant.Faults.Next(inner);
            if (fault is { Action: FaultAction.DropBefore })
            {
                return GraphAnswer.Dropped();
            }
            done[step.Id] = (inner, GraphCalls.AnswerOne(inner, fault));
            dropped |= done[step.Id].Answer.IsDropped;
        }
        if (dropped)
        {
            return GraphAnswer.Dropped();
        }
        return done.Count < steps.Count
            ? throw Malformed("The dependencies of the requests are circular or unknown.")
            : GraphAnswer.Ok(new JsonObject { ["responses"] = new JsonArray([.. steps.Select(step => Show(step.Id, done[step.Id]))]) });
    }

    private static GraphCall Inner(GraphCall call, BatchStep step)
    {
        var split = step.Url.Split('?', 2);
        return new(call.Tenant, step.Method, GraphPath.Parse(split[0]), new(split.Length == 2 ? split[1] : null))
        {
            Origin = call.Origin,
            RequestId = call.RequestId,
            ClientRequestId = call.ClientRequestId,
            Headers = step.Headers,
            Body = step.Body,
            Caller = call.Caller,
            InBatch = true,
        };
    }

    private static List<BatchStep> Read(JsonObject body)
    {
        var steps = (body["requests"] as JsonArray)?.Select(one => BatchStep.Read(one as JsonObject ?? throw Malformed("A request must be an object."))).ToList()
            ?? throw Malformed("The requests are missing.");
        if (steps.Count is 0 or > Most)
        {
            throw Malformed("Number of batch request steps exceeds the maximum value of 20.");
        }
        return steps.DistinctBy(step => step.Id, StringComparer.OrdinalIgnoreCase).Count() == steps.Count
            ? steps
            : throw Malformed("Request Id has to be unique in a batch.");
    }

    private static JsonObject Show(string id, (GraphCall Call, GraphAnswer Answer) done)
    {
        var (call, answer) = done;
        var headers = new JsonObject();
        foreach (var (name, value) in ServiceHeaders.OfStep(call, answer))
        {
            headers[name] = value;
        }
        var json = new JsonObject { ["id"] = id, ["status"] = answer.Status, ["headers"] = headers };
        if (answer.Body is not null)
        {
            json["body"] = answer.Body;
        }
        return json;
    }

    private static GraphAnswer FailedDependency(GraphCall call) =>
        GraphAnswer.Refused(new(424, "FailedDependency", "A request this one depends on has failed."), call);

    internal static GraphError Malformed(string message) => new(400, "BadRequest", message);
}

/// <summary>One call of a batch.</summary>
internal sealed record BatchStep(string Id, string Method, string Url, IReadOnlyDictionary<string, string> Headers, byte[] Body, IReadOnlyList<string> DependsOn)
{
    public static BatchStep Read(JsonObject json)
    {
        var headers = (json["headers"] as JsonObject ?? []).ToDictionary(header => header.Key, header => header.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);
        if (json["body"] is not null && !headers.ContainsKey("Content-Type"))
        {
            throw BatchApi.Malformed("Content-Type header is required when a body is present.");
        }
        return new(Required(json, "id"), Required(json, "method").ToUpperInvariant(), Relative(Required(json, "url")), headers, BodyOf(json["body"]),
            [.. (json["dependsOn"] as JsonArray ?? []).Select(id => id!.GetValue<string>())]);
    }

    private static string Required(JsonObject json, string name) => json.Text(name) ?? throw BatchApi.Malformed($"A request is missing its '{name}'.");

    private static string Relative(string url) => url.Contains("://", StringComparison.Ordinal) ? throw BatchApi.Malformed("The url of a request must be relative.") : url;

    // Anything but JSON travels as base64 text.
    private static byte[] BodyOf(JsonNode? body) => body switch
    {
        null => [],
        JsonValue value when value.TryGetValue<string>(out var text) => Convert.FromBase64String(text),
        _ => Encoding.UTF8.GetBytes(Json.Write(body)),
    };
}
