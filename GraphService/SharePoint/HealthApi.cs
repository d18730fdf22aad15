using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Whether the service can do its work.</summary>
internal static class HealthApi
{
    /// <summary>Maps <c>/healthz</c>: 200 only when the site is provisioned and the directory is in the read model.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/healthz", Health).AllowAnonymous().WithTags("Health").WithSummary("Hệ thống đã sẵn sàng chưa");

    /// <summary>Until the site is ready the API answers 503 instead of knowing nobody and nothing.</summary>
    public static void UseReadiness(this WebApplication app) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !context.RequestServices.GetRequiredService<SharePointSite>().IsReady
            ? new Problem.NotReady("Hệ thống đang khởi động. Hãy thử lại sau ít giây.").ToHttp().ExecuteAsync(context)
            : next(context));

    private static IResult Health(SharePointSite site) => site.IsReady
        ? TypedResults.Ok(new { status = "ready" })
        : new Problem.NotReady("Trang SharePoint đang được chuẩn bị.").ToHttp();
}
