using System.Globalization;

namespace HocTap.Office.Tests.Service.Faults;

/// <summary>Something that goes wrong on the way to SharePoint, as a line of the local tenant's script.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Script">What is played.</param>
/// <param name="InSteps">True when it can meet one step of a batch.</param>
internal sealed record GatewayFault(string Name, Dictionary<string, object?> Script, bool InSteps = true)
{
    private const string InTwelveSeconds = "in twelve seconds";

    public static IReadOnlyList<GatewayFault> All { get; } =
    [
        Throttle("429, 2 s", 429, 2),
        Throttle("429, 0.4 s", 429, 0.4),
        Throttle("429, date", 429, InTwelveSeconds),
        Throttle("429, nothing said", 429, null),
        Throttle("503", 503, 0.5),
        Fail("504", 504, "generalException"),
        Fail("500", 500, "generalException"),
        new("500, HTML", new() { ["action"] = "html", ["status"] = 500 }, InSteps: false),
        new("reset before", new() { ["action"] = "dropBefore" }),
        new("reset after", new() { ["action"] = "dropAfter" }),
        new("reset in the body", new() { ["action"] = "cut" }, InSteps: false),
        Fail("401", 401, "InvalidAuthenticationToken") with { InSteps = false },
        new("409 resourceModified", new() { ["action"] = "resourceModified" }),
        Fail("412", 412, "resourceModified"),
        new("423", new() { ["action"] = "lock" }),
        new("410", new() { ["action"] = "expireDelta" }, InSteps: false),
        new("empty page", new() { ["action"] = "emptyPage" }, InSteps: false),
        new("items repeated", new() { ["action"] = "repeatItems" }, InSteps: false),
        new("delivered twice", new() { ["action"] = "twice" }),
    ];

    /// <summary>The line for the calls of a path.</summary>
    public Dictionary<string, object?> On(string path, DateTimeOffset now)
    {
        var line = new Dictionary<string, object?>(Script) { ["path"] = path };
        if (line.GetValueOrDefault("retryAfter") is InTwelveSeconds)
        {
            line["retryAfter"] = now.AddSeconds(12).ToString("r", CultureInfo.InvariantCulture);
        }

        return line;
    }

    private static GatewayFault Throttle(string name, int status, object? retryAfter) => new(name, new() { ["action"] = "throttle", ["status"] = status, ["retryAfter"] = retryAfter });

    private static GatewayFault Fail(string name, int status, string code) => new(name, new() { ["action"] = "fail", ["status"] = status, ["code"] = code });
}
