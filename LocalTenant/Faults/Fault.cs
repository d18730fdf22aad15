using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HocTap.Office.LocalTenant.Delta;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Faults;

/// <summary>What a fault does to the call it meets.</summary>
internal enum FaultAction
{
    Throttle,
    Delay,
    DropBefore,
    DropAfter,
    Cut,
    Html,
    Twice,
    EmptyPage,
    RepeatItems,
    ExpireDelta,
    Lock,
    ResourceModified,
    Fail,
}

/// <summary>One line of a fault script. It waits for the nth call that fits and then plays for a bounded number of calls.</summary>
internal sealed class Fault
{
    private const int MostTimes = 1000;

    private Regex? pattern;

    public required FaultAction Action { get; init; }

    /// <summary>The method, or nothing for any.</summary>
    public string? Method { get; init; }

    /// <summary>A path below /v1.0; * stands for anything inside one segment, ** for anything.</summary>
    public string Path { get; init; } = "/**";

    public int Nth { get; init; } = 1;

    public int Times { get; init; } = 1;

    /// <summary>The status of throttle (429 or 503) and of fail.</summary>
    public int Status { get; init; } = 429;

    /// <summary>Throttle's Retry-After: seconds, maybe a fraction, or a date as text; null for none.</summary>
    public JsonElement? RetryAfter { get; init; } = JsonSerializer.SerializeToElement(1);

    /// <summary>Seconds of delay.</summary>
    public double Seconds { get; init; }

    public string Code { get; init; } = "generalException";

    public string Message { get; init; } = "General exception while processing";

    public int Met { get; private set; }

    public bool Spent => Met >= Nth - 1 + Math.Min(Times, MostTimes);

    /// <summary>Counts a call that fits; true when the fault plays on it.</summary>
    public bool Meet(GraphCall call)
    {
        if (Spent || !Fits(call))
        {
            return false;
        }
        Met++;
        return Met >= Nth;
    }

    /// <summary>Refuses the call, when that is what the fault does.</summary>
    public void Refuse(GraphCall call)
    {
        GraphError? error = Action switch
        {
            FaultAction.Throttle when Status == 503 => GraphError.Unavailable(RetryAfter?.ToString()),
            FaultAction.Throttle => GraphError.Throttled(RetryAfter?.ToString()),
            FaultAction.ExpireDelta => GraphError.Resync(DeltaApi.FreshLink(call)),
            FaultAction.Lock => GraphError.Locked(),
            FaultAction.ResourceModified => GraphError.Modified(),
            FaultAction.Fail => new(Status, Code, Message),
            _ => null,
        };
        if (error is not null)
        {
            throw error;
        }
    }

    /// <summary>Changes the answer of a call that was carried out, when that is what the fault does.</summary>
    public GraphAnswer Spoil(GraphCall call, GraphAnswer answer) => Action switch
    {
        FaultAction.DropAfter => GraphAnswer.Dropped(),
        FaultAction.EmptyPage => GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray(), ["@odata.nextLink"] = $"{call.Root}{call.Path.Text}?{call.Query.Text}" }),
        FaultAction.RepeatItems when answer.Body?["value"] is JsonArray items => Repeated(answer, items),
        _ => answer,
    };

    // At least once: each item of the page comes a second time, all of them later than all of the first.
    private static GraphAnswer Repeated(GraphAnswer answer, JsonArray items)
    {
        foreach (var item in items.ToArray())
        {
            items.Add(item?.DeepClone());
        }
        return answer;
    }

    private bool Fits(GraphCall call) =>
        (Method is null || Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
        && (Action != FaultAction.ExpireDelta || DeltaApi.GivenToken(call) is not null)
        && (pattern ??= Glob(Path)).IsMatch(call.Path.Text);

    private static Regex Glob(string path) => new(
        "^" + Regex.Escape(path).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
