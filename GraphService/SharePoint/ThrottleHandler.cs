using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Spends resource units no faster than the tenant grants them and waits as long as a 429 or 503 asks, fractions of a second included:
/// the SDK's own handler loses a fractional Retry-After.
/// </summary>
internal sealed class ThrottleHandler(RateLimiter units, TimeProvider clock) : DelegatingHandler
{
    private const int MaxRetries = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var lease = await units.AcquireAsync(CostOf(request), cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            if (attempt == MaxRetries || !IsThrottled(response.StatusCode) || WaitOf(response, attempt) is not { } wait || wait > LongestWait)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    // Single reads and delta with a token cost 1, everything else 2 (SharePoint's table of resource units).
    private static int CostOf(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && request.RequestUri?.Query.Contains("expand", StringComparison.Ordinal) != true ? 1 : 2;

    private static bool IsThrottled(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    private static TimeSpan? WaitOf(HttpResponseMessage response, int attempt)
    {
        var header = response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : "";
        return double.TryParse(header, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(Math.Pow(2, attempt));
    }
}
