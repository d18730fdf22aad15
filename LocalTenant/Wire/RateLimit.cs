using System.Globalization;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>What SharePoint tells an application of its own limit once most of it is used.</summary>
/// <param name="Limit">Resource units the window holds.</param>
/// <param name="Remaining">Resource units left.</param>
/// <param name="Reset">Seconds until the window begins anew.</param>
internal sealed record RateLimit(int Limit, int Remaining, int Reset)
{
    public IEnumerable<KeyValuePair<string, string>> Headers =>
    [
        new("RateLimit-Limit", Limit.ToString(CultureInfo.InvariantCulture)),
        new("RateLimit-Remaining", Remaining.ToString(CultureInfo.InvariantCulture)),
        new("RateLimit-Reset", Reset.ToString(CultureInfo.InvariantCulture)),
    ];
}
