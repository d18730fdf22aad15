using System.Text;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Faults;

/// <summary>Answers that are none of Graph's: what gateways and broken lines make of them.</summary>
internal static class SpoiltAnswers
{
    /// <summary>A page for people, as a gateway in between answers.</summary>
    public static Task PageAsync(HttpContext context, int status)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "text/html; charset=utf-8");
        return context.Response.WriteAsync("<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Something went wrong.</h1></body></html>", context.RequestAborted);
    }

    /// <summary>The first half of the answer; then the connection breaks.</summary>
    public static async Task CutAsync(HttpContext context, GraphAnswer answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body is { } json ? Json.Write(json) : " ");
        (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength) = (answer.Status, "application/json", body.Length);
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
