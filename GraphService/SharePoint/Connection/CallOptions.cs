namespace HocTap.Office.GraphService.SharePoint;

/// <summary>What the handlers must know of a call beyond HTTP.</summary>
internal static class CallOptions
{
    private static readonly HttpRequestOptionsKey<int> UnitsKey = new("hoctap.units");
    private static readonly HttpRequestOptionsKey<bool> RepeatableKey = new("hoctap.repeatable");

    /// <summary>Says what the call costs in resource units.</summary>
    public static void SetUnits(this HttpRequestMessage request, int units) => request.Options.Set(UnitsKey, units);

    /// <summary>What the call costs: 1 to read one thing or a delta, 2 for everything else unless said otherwise (SharePoint's table of resource units).</summary>
    public static int Units(this HttpRequestMessage request) => request.Options.TryGetValue(UnitsKey, out var units) ? units
        : request.Method == HttpMethod.Get && request.RequestUri?.Query.Contains("expand", StringComparison.Ordinal) != true ? 1 : 2;

    /// <summary>Says that repeating a POST writes nothing twice: its items have a unique key.</summary>
    public static void SetRepeatable(this HttpRequestMessage request) => request.Options.Set(RepeatableKey, true);

    /// <summary>True when the call may be sent again although it may have been applied.</summary>
    public static bool IsRepeatable(this HttpRequestMessage request) => request.Method != HttpMethod.Post || (request.Options.TryGetValue(RepeatableKey, out var repeatable) && repeatable);
}
