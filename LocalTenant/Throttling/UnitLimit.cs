using System.Globalization;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Throttling;

/// <summary>What a call was charged, and where its application then stands.</summary>
/// <param name="Told">The limit, once most of it is used.</param>
/// <param name="Wait">Seconds to wait when the limit is passed; null when it is not.</param>
internal readonly record struct Charge(RateLimit? Told, string? Wait);

/// <summary>
/// Resource units an application may spend in a minute. A minute begins with the first call after the last one ended; calls that are refused are counted like the others. Its headers
/// come from four fifths on.
/// </summary>
internal sealed class UnitLimit(int perMinute, TimeProvider clock)
{
    private const double ToldFrom = 0.8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Began, long Used)> applications = new(StringComparer.OrdinalIgnoreCase);

    public Charge Charge(string application, int units)
    {
        if (perMinute == 0)
        {
            return default;
        }
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var window = applications.GetValueOrDefault(application);
            window = window.Began + Window <= now ? (now, units) : (window.Began, window.Used + units);
            applications[application] = window;
            var reset = (int)Math.Ceiling((window.Began + Window - now).TotalSeconds);
            return new(
                window.Used >= perMinute * ToldFrom ? new(perMinute, (int)Math.Max(0, perMinute - window.Used), reset) : null,
                window.Used > perMinute ? reset.ToString(CultureInfo.InvariantCulture) : null);
        }
    }
}
