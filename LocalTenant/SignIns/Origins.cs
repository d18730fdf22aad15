using HocTap.Office.LocalTenant.Applications;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>Which pages may read answers: those of an origin that a single-page application is sent back to.</summary>
internal static class Origins
{
    public static void Allow(HttpContext context, Tenant tenant)
    {
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin] && ApplicationsTable.HasOrigin(tenant, origin))
        {
            (context.Response.Headers.AccessControlAllowOrigin, context.Response.Headers.Vary) = (origin, "Origin");
        }
    }

    /// <summary>The browser's question before a call that a form could not make.</summary>
    public static Task AnswerAsync(HttpContext context, Tenant tenant)
    {
        Allow(context, tenant);
        (context.Response.Headers.AccessControlAllowMethods, context.Response.Headers.AccessControlAllowHeaders) = ("GET, POST", context.Request.Headers["Access-Control-Request-Headers"]);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
