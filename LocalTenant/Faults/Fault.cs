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
    ExpireDelta,
    Lock,
    ResourceModified,
    Fail,
    RateLimit,
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

    /// <summary>Seconds of throttle's Retry-After; may be a fraction.</summary>
    public double RetryAfter { get; init; } = 1;

    /// <summary>RateLimit headers that throttle and rateLimit send along.</summary>
    public RateLimit? RateLimit { get; init; }

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
            FaultAction.Throttle when Status == 503 => GraphError.Unavailable(RetryAfter),
            FaultAction.Throttle => GraphError.Throttled(call, RetryAfter, RateLimit),
            FaultAction.ExpireDelta => GraphError.Resync(DeltaApi.FreshLink(call)),
            FaultAction.Lock => GraphError.Locked(),
            FaultAction.ResourceModified => GraphError.Modified(),
            FaultAction.Fail => new(Status, Code, Message),
            FaultAction.Delay or FaultAction.DropBefore or FaultAction.DropAfter or FaultAction.RateLimit => null,
        };
        if (error is not null)
        {
            throw error;
        }
    }

    private bool Fits(GraphCall call) =>
        (Method is null || Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
        && (Action != FaultAction.ExpireDelta || DeltaApi.GivenToken(call) is not null)
        && (pattern ??= Glob(Path)).IsMatch(call.Path.Text);

    private static Regex Glob(string path) => new(
        "^" + Regex.Escape(path).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
