using System.Globalization;
using System.Threading.RateLimiting;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Spends resource units no faster than the tenant grants them. When SharePoint asks one call to wait, all wait: calls made meanwhile would be refused and still be counted.
/// </summary>
/// <param name="unitsPerMinute">What the application may spend in a minute («Resource units per app per minute» of SharePoint's throttling page).</param>
/// <param name="clock">The clock.</param>
internal sealed class UnitBudget(int unitsPerMinute, TimeProvider clock) : IDisposable
{
    /// <summary>The longest wait that is waited out here; what asks for more is put off by the caller.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly TokenBucketRateLimiter bucket = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = Math.Max(40, unitsPerMinute / 6), // a whole batch fits
        TokensPerPeriod = Math.Max(1, unitsPerMinute * 5 / 6 / 60), // with the bucket full at first, a minute never exceeds what is granted
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = int.MaxValue,
    });

    private long notBefore;

    /// <summary>Waits until the units may be spent.</summary>
    /// <exception cref="SharePointException">429: SharePoint asked for a longer pause than is waited out here.</exception>
    public async Task SpendAsync(int units, CancellationToken cancellationToken)
    {
        using var lease = await bucket.AcquireAsync(units, cancellationToken);
        while (Remaining() is { Ticks: > 0 } pause)
        {
            if (pause > LongestWait)
            {
                throw new SharePointException(429, "paused", "SharePoint asked for a longer pause.", pause);
            }

            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    /// <summary>Takes from an answer how fast to go on: a pause when it was refused, a slower pace when the limit is near.</summary>
    public void Learn(HttpResponseMessage response, int units)
    {
        if ((int)response.StatusCode is 429 or 503)
        {
            Pause(RetryAfter.Of(response, clock.GetUtcNow()) ?? TimeSpan.Zero);
        }
        else if (Number(response, "RateLimit-Remaining") is { } remaining && Number(response, "RateLimit-Reset") is { } reset)
        {
            Pace(remaining, reset, units);
        }
    }

    /// <summary>Lets nothing be spent for so long.</summary>
    public void Pause(TimeSpan wait) => Raise(clock.GetUtcNow().Ticks + wait.Ticks);

    /// <summary>Spreads what remains over the seconds until the limit is reset, by what a call costs; SharePoint tells both from 80 % of the limit on.</summary>
    public void Pace(double remaining, double reset, int units) => Pause(TimeSpan.FromSeconds(reset * Math.Min(1, units / (remaining + 1))));

    /// <inheritdoc/>
    public void Dispose() => bucket.Dispose();

    private static double? Number(HttpResponseMessage response, string header) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) && double.TryParse(values.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private TimeSpan Remaining() => TimeSpan.FromTicks(Interlocked.Read(ref notBefore) - clock.GetUtcNow().Ticks);

    private void Raise(long ticks)
    {
        long known;
        do
        {
            known = Interlocked.Read(ref notBefore);
        }
        while (known < ticks && Interlocked.CompareExchange(ref notBefore, ticks, known) != known);
    }
}
