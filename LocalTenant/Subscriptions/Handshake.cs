using System.Net;
using HocTap.Office.LocalTenant.Permissions;
using HocTap.Office.LocalTenant.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace HocTap.Office.LocalTenant.Subscriptions;

/// <summary>Asks each address of a wanted subscription whether it wants notifications: it must give back the token sent, as plain text, within ten seconds.</summary>
internal static class Handshake
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>True for the one call that must be shaken hands on before it is carried out.</summary>
    public static bool Is(GraphCall call) => call is { Method: "POST", Path.Segments: ["subscriptions"] };

    /// <exception cref="GraphError">The subscription is not one, or an address did not answer as it must.</exception>
    public static async Task ShakeAsync(GraphCall call, HttpClient http, CancellationToken cancellationToken)
    {
        Rights.Require(call);
        foreach (var address in Wanted(call))
        {
            await ShakeAsync(call, http, address, cancellationToken);
        }
    }

    private static IReadOnlyList<string> Wanted(GraphCall call)
    {
        lock (call.Db.Gate)
        {
            var wanted = SubscriptionsApi.Read(call);
            return wanted.Lifecycle is { } lifecycle ? [wanted.Notify, lifecycle] : [wanted.Notify];
        }
    }

    private static async Task ShakeAsync(GraphCall call, HttpClient http, string address, CancellationToken cancellationToken)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {call.RequestId}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        using var request = new HttpRequestMessage(HttpMethod.Post, QueryHelpers.AddQueryString(address, "validationToken", token)) { Content = new StringContent("") };
        try
        {
            using var answer = await http.SendAsync(request, limit.Token);
            await CheckAsync(answer, token, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed("Subscription validation request timed out.");
        }
        catch (HttpRequestException unreachable)
        {
            throw Failed($"Subscription validation request failed. {unreachable.Message}");
        }
    }

    private static async Task CheckAsync(HttpResponseMessage answer, string token, CancellationToken cancellationToken)
    {
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw Failed("Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.");
        }
        if (answer.Content.Headers.ContentType?.MediaType != "text/plain" || await answer.Content.ReadAsStringAsync(cancellationToken) != token)
        {
            throw Failed("Subscription validation request failed. Response must exactly match validationToken query parameter, as text/plain.");
        }
    }

    private static GraphError Failed(string message) => new(400, "ValidationError", message);
}
