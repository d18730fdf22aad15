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

    // What has such an address never changes, so nobody has to ask whether it did, nor carry what to ask with.
    private static Task KeepForGood(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            response.Headers.Remove("ETag");
            response.Headers.Remove("Last-Modified");
        }

        return Task.CompletedTask;
    }

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

        context.Response.OnStarting(() => KeepForGood(context.Response));
        request.Path = $"/{Release.Root}/{file}";
        return next(context);
    }
}
