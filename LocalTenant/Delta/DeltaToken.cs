using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace HocTap.Office.LocalTenant.Delta;

/// <summary>
/// A place in the change log. A first enumeration keeps silent about what was deleted before it began:
/// that is what <paramref name="Horizon"/> remembers from page to page.
/// </summary>
internal readonly record struct DeltaToken(long After, long Horizon, long IssuedAt)
{
    /// <summary>About what consumer OneDrive was seen to keep; SharePoint documents no number.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public bool ExpiredAt(DateTimeOffset now) => now.ToUnixTimeSeconds() - IssuedAt > (long)Lifetime.TotalSeconds;

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{After};{Horizon};{IssuedAt}")));

    public static DeltaToken? TryParse(string text)
    {
        var parts = Base64Url.IsValid(text) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(';') : [];
        return parts.Length == 3 && TryParse(parts[0], out var after) && TryParse(parts[1], out var horizon) && TryParse(parts[2], out var issued)
            ? new(after, horizon, issued)
            : null;
    }

    private static bool TryParse(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
