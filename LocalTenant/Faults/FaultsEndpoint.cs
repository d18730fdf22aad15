using System.Net;
using System.Text.Json;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant.Faults;

/// <summary>/_local/faults: POST puts a script in place, GET says how many faults still wait. For the same machine only.</summary>
internal static class FaultsEndpoint
{
    public static Task HandleAsync(HttpContext context, Tenant tenant) => context.Request.Method switch
    {
        _ when !FromThisMachine(context) => RefuseAsync(context, StatusCodes.Status403Forbidden),
        "GET" => EntraEndpoint.WriteAsync(context, StatusCodes.Status200OK, new() { ["waiting"] = tenant.Faults.Waiting() }),
        "POST" when context.Request.HasJsonContentType() => ReplaceAsync(context, tenant),
        _ => RefuseAsync(context, StatusCodes.Status405MethodNotAllowed),
    };

    // JSON only: a web page of another origin cannot send that without asking first.
    private static async Task ReplaceAsync(HttpContext context, Tenant tenant)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        try
        {
            tenant.Faults.Replace(body.ToArray());
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (JsonException exception)
        {
            await EntraEndpoint.WriteAsync(context, StatusCodes.Status400BadRequest, new() { ["error"] = exception.Message });
        }
    }

    private static bool FromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
