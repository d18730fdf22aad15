using System.Diagnostics.CodeAnalysis;
using System.Net;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Faults;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Subscriptions;
using HocTap.Office.LocalTenant.Tokens;
using Microsoft.AspNetCore.Http.Features;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>Where HTTP ends: everything behind it is a call with an answer, so that $batch can use it too.</summary>
internal static class HttpEdge
{
    public static Task HandleAsync(HttpContext context, Tenant tenant)
    {
        var path = RawPath(context);
        return path switch
        {
            _ when path.StartsWith("/v1.0/", StringComparison.OrdinalIgnoreCase) => GraphAsync(context, tenant, path["/v1.0".Length..]),
            _ when path.StartsWith("/_upload/", StringComparison.Ordinal) => GraphAsync(context, tenant, path),
            _ when path.StartsWith("/_download/", StringComparison.Ordinal) => Downloads.ServeAsync(context, tenant, path["/_download/".Length..]),
            _ when RestEdge.PathOf(path, tenant) is { } rest => RestAsync(context, tenant, rest),
            "/_local/faults" => FaultsEndpoint.HandleAsync(context, tenant),
            _ when path.StartsWith("/_local/", StringComparison.Ordinal) => LocalEndpoint.HandleAsync(context, tenant, path),
            _ => EntraEndpoint.HandleAsync(context, tenant, path),
        };
    }

    // As sent: decoding twice would spoil names with a percent sign.
    private static string RawPath(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];

    private static async Task RestAsync(HttpContext context, Tenant tenant, string path)
    {
        tenant.Count();
        await RestEdge.HandleAsync(context, await ReadAsync(context, tenant, RestEdge.Parse(path)));
        tenant.Notifier.Raise();
    }

    private static async Task GraphAsync(HttpContext context, Tenant tenant, string path)
    {
        tenant.Count();
        var call = await ReadAsync(context, tenant, GraphPath.Parse(path));
        var fault = tenant.Faults.Next(call);
        if (fault is { Action: FaultAction.Delay })
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), tenant.Clock, context.RequestAborted);
        }
        if (fault is { Action: FaultAction.DropBefore })
        {
            context.Abort();
            return;
        }
        if (fault is { Action: FaultAction.Html })
        {
            await SpoiltAnswers.PageAsync(context, fault.Status);
            return;
        }
        var answer = await AnswerAsync(call, fault, context.RequestAborted);
        if (call.Method != "GET")
        {
            tenant.Notifier.Raise();
        }
        if (answer.IsDropped)
        {
            context.Abort();
            return;
        }
        await (fault is { Action: FaultAction.Cut } ? SpoiltAnswers.CutAsync(context, answer) : WriteAsync(context, call, answer));
    }

    [SuppressMessage("Design", "CA1031", Justification = "The host's own handler: a bug of the tenant must be seen by whoever called it.")]
    private static async Task<GraphAnswer> AnswerAsync(GraphCall call, Fault? fault, CancellationToken cancellationToken)
    {
        try
        {
            var known = call.Path.Segments is ["_upload", _] ? call : call with { Caller = AccessTokens.Require(call) };
            if (Handshake.Is(known))
            {
                await Handshake.ShakeAsync(known, call.Tenant.Notifier.Http, cancellationToken);
            }
            return GraphCalls.Answer(known, fault);
        }
        catch (GraphError error)
        {
            return GraphAnswer.Refused(error, call);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return GraphAnswer.Dropped();
        }
        catch (Exception bug)
        {
            return GraphAnswer.Refused(new(500, "generalException", bug.ToString()), call);
        }
    }

    private static async Task<GraphCall> ReadAsync(HttpContext context, Tenant tenant, GraphPath path)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var requestId = Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString();
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(tenant, context.Request.Method, path, new(context.Request.QueryString.Value))
        {
            Origin = $"{context.Request.Scheme}://{context.Request.Host}",
            RequestId = requestId,
            ClientRequestId = headers.GetValueOrDefault("client-request-id", requestId),
            Headers = headers,
            Body = body.ToArray(),
        };
    }

    private static async Task WriteAsync(HttpContext context, GraphCall call, GraphAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in ServiceHeaders.Of(call, answer))
        {
            context.Response.Headers[name] = value;
        }
        if (answer.Status == (int)HttpStatusCode.Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"\", authorization_uri=\"{call.Origin}/{call.Tenant.Id}/oauth2/v2.0/authorize\"";
        }
        if (answer.Body is { } body)
        {
            await context.Response.WriteAsync(Json.Write(body), context.RequestAborted);
        }
    }
}
