using System.Globalization;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// How long an answer asks to wait: <c>Retry-After</c> as whole or fractional seconds or as a date, and <c>RateLimit-Reset</c>, whichever is longer.
/// The SDK's own reading loses fractions and all of a date but its seconds.
/// </summary>
internal static class RetryAfter
{
    /// <summary>The wait an answer asks for; null when it asks for none.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var (retry, reset) = (Read(response, "Retry-After", now), Read(response, "RateLimit-Reset", now));
        return retry > reset || reset is null ? retry : reset;
    }

    /// <summary>Reads the value of one header.</summary>
    public static TimeSpan? Read(string value, DateTimeOffset now)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks))
            : null;
    }

    private static TimeSpan? Read(HttpResponseMessage response, string header, DateTimeOffset now) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) ? Read(values.ToString(), now) : null;
}
