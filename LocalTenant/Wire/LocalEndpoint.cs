using System.Net;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.SignIns;
using HocTap.Office.LocalTenant.Subscriptions;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant.Wire;

/// <summary>What an administrator does, or fate: only from the same machine, and only as JSON, which a web page of another origin cannot send without asking first.</summary>
internal static class LocalEndpoint
{
    public static async Task HandleAsync(HttpContext context, Tenant tenant, string path)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (context.Request.Method != "POST" || !context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        try
        {
            await AnswerAsync(context, tenant, path, await BodyAsync(context));
        }
        catch (GraphError error)
        {
            await EntraEndpoint.WriteAsync(context, error.Status, new() { ["error"] = error.Message });
        }
    }

    private static Task AnswerAsync(HttpContext context, Tenant tenant, string path, JsonObject body) => path switch
    {
        "/_local/applications" => ApplicationsEndpoint.AnswerAsync(context, tenant, body),
        "/_local/revocations" => RevocationsEndpoint.AnswerAsync(context, tenant, body),
        "/_local/lifecycle" => LifecycleEndpoint.AnswerAsync(context, tenant, body),
        _ => throw GraphError.NotFound($"There is no {path}."),
    };

    private static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return Json.ParseObject(body.ToArray());
    }
}
