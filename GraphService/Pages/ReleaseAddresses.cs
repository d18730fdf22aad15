using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Serves the files of the pages at addresses that name their release, and no file of another one: modules of two releases never meet in a page.</summary>
internal sealed class ReleaseAddresses(Release release) : IStartupFilter
{
    /// <summary>The header that names the release of a page or fragment.</summary>
    public const string Header = "X-Release";

    /// <inheritdoc/>
    /// <remarks>Before routing, so that the files keep their types, tags and compressed variants.</remarks>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(ShortenAsync);
        next(app);
    };

    private Task ShortenAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(StaticFile.Releases, StringComparison.Ordinal, out var rest))
        {
            return next(context);
        }

        // It begins with a slash, or is empty.
        if (rest.Value!.Split('/', 3) is not [_, var name, var file] || name != release.Name)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        request.Path = $"/{Release.Root}/{file}";
        return next(context);
    }
}
