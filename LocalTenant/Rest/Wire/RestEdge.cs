using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HocTap.Office.LocalTenant.Faults;
using HocTap.Office.LocalTenant.Tokens;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Wire;

/// <summary>Where HTTP ends for everything below <c>{site}/_api/</c>.</summary>
internal static class RestEdge
{
    /// <summary>The path below the site, from <c>/_api/</c> on, still encoded; null when it is no REST call.</summary>
    public static string? PathOf(string raw, Tenant tenant) =>
        raw.StartsWith(tenant.Site.Path + "/_api/", StringComparison.OrdinalIgnoreCase) ? raw[tenant.Site.Path.Length..] : null;

    /// <summary>The call at a path below the site.</summary>
    public static GraphPath Parse(string path) => new("/" + Uri.UnescapeDataString(path).Trim('/'), [], null);

    public static async Task HandleAsync(HttpContext context, GraphCall call)
    {
        var fault = call.Tenant.Faults.Next(call);
        if (fault is { Action: FaultAction.Delay })
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), call.Tenant.Clock, context.RequestAborted);
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
        if (RestBatch.Is(call))
        {
            await RestBatch.HandleAsync(context, call);
            return;
        }
        var reply = Answer(call, fault);
        if (fault is { Action: FaultAction.Twice })
        {
            reply = Answer(call, null);
        }
        if (fault is { Action: FaultAction.DropAfter })
        {
            context.Abort();
            return;
        }
        await (fault is { Action: FaultAction.Cut } ? SpoiltAnswers.CutAsync(context, new GraphAnswer(reply.Status, reply.Body)) : WriteAsync(context, call, reply));
    }

    [SuppressMessage("Design", "CA1031", Justification = "The host's own handler: a bug of the tenant must be seen by whoever called it.")]
    public static RestReply Answer(GraphCall call, Fault? fault)
    {
        try
        {
            return RestCalls.Answer(call with { Caller = AccessTokens.Require(call) }, fault);
        }
        catch (GraphError error)
        {
            return Plain(RestError.Of(error));
        }
        catch (Exception bug)
        {
            return Plain(new(500, -1, bug.GetType().FullName ?? "", bug.ToString()));
        }
    }

    private static RestReply Plain(RestError error) => new(
        error.Status, error.ToJson(verbose: false), new RestAnswer(error.Status) { RetryAfter = error.RetryAfter }.Headers(), RestFormats.ContentType(RestFormat.None));

    private static async Task WriteAsync(HttpContext context, GraphCall call, RestReply reply)
    {
        context.Response.StatusCode = reply.Status;
        Stamp(context.Response.Headers, call);
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }
        if (reply.Body is { } body)
        {
            context.Response.ContentType = reply.ContentType;
            await context.Response.WriteAsync(Json.Write(body), context.RequestAborted);
        }
    }

    /// <summary>The headers SharePoint puts on every answer.</summary>
    public static void Stamp(IHeaderDictionary headers, GraphCall call)
    {
        headers["SPRequestGuid"] = call.RequestId;
        headers["SPClientServiceRequestDuration"] = 1.ToString(CultureInfo.InvariantCulture);
        headers["X-SharePointHealthScore"] = "0";
        headers["X-SP-SERVERSTATE"] = "ReadOnly=0";
        headers["DATASERVICEVERSION"] = "3.0";
    }
}
