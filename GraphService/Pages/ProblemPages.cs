using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Tells problems as pages where a person went to an address, with the status code they have; everybody else gets <c>application/problem+json</c>.</summary>
internal sealed class ProblemPages : IProblemDetailsWriter
{
    private const string SecondsToReload = "2";

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.WantsPage();

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var passes = problem.Status == StatusCodes.Status503ServiceUnavailable;
        if (passes)
        {
            http.Response.Headers["Refresh"] = SecondsToReload;
        }

        // After a fault of ours the directory may be what is broken: the page then knows nobody.
        var caller = problem.Status >= StatusCodes.Status500InternalServerError ? null : Caller.Of(http);
        await new RazorComponentResult<ProblemPage>(new
        {
            Model = new ProblemModel
            {
                Shell = PageShells.Of(null, caller),
                Title = problem.Title ?? "",
                Detail = problem.Detail ?? "",
                Address = http.Request.Path + http.Request.QueryString,
                Passes = passes,
            },
        }).ExecuteAsync(http);
    }

    /// <summary>Lets no page and no fragment be asked for before the site is there: its people and campaigns are not known yet.</summary>
    public static Task WaitAsync(HttpContext context, RequestDelegate next) => context.Request.IsForPages() && !context.RequestServices.GetRequiredService<SharePointSite>().IsReady
        ? new Problem.NotReady("Danh bạ và các đợt đăng ký đang được nạp.").ToHttp().ExecuteAsync(context)
        : next(context);
}
