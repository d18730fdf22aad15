using System.Net;
using System.Security.Cryptography;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Sends again what may be sent again. A throttled call (429, 503) was not applied and always may; one that failed or broke off otherwise only when repeating it writes nothing
/// twice. The body of an answer is part of the attempt: a connection that breaks in its middle is one that broke.
/// </summary>
internal sealed class RetryHandler(TimeProvider clock) : DelegatingHandler
{
    private const int MostRetries = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(100);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                var response = await AttemptAsync(request, cancellationToken);
                if (attempt == MostRetries || !await MayRepeatAsync(request, response, cancellationToken))
                {
                    return response;
                }

                wait = RetryAfter.Of(response, clock.GetUtcNow()) ?? Wait(attempt);
                if (wait > UnitBudget.LongestWait)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException broken) when (attempt < MostRetries && (request.IsRepeatable() || NeverSent(broken)))
            {
                wait = Wait(attempt);
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestAttempt, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            await response.Content.LoadIntoBufferAsync(either.Token);
            return response;
        }
        catch (IOException broken)
        {
            throw new HttpRequestException("The connection broke in the middle of the answer.", broken);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("The answer took too long.", slow);
        }
    }

    private static async Task<bool> MayRepeatAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => true,
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => request.IsRepeatable(),
        HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => request.Headers.IfMatch.Count == 0 && await IsStillBusyAsync(response, cancellationToken),
        _ => false,
    };

    // SharePoint goes on working on a file after its upload has been answered, and refuses what comes meanwhile.
    private static async Task<bool> IsStillBusyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ErrorBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)).Code.ToUpperInvariant() is "RESOURCEMODIFIED" or "ENTITYTAGDOESNOTMATCH";

    private static bool NeverSent(HttpRequestException broken) =>
        broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static TimeSpan Wait(int attempt) => FirstWait * Math.Pow(2, attempt) * (0.5 + (RandomNumberGenerator.GetInt32(1000) / 1000.0));
}
