using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HocTap.Office.GraphService.Pages;

/// <summary>HTML over the wire: pages and fragments of the AddIn library, its files, and the headers that guard them.</summary>
internal static class PageServices
{
    // Word on the web shows the pane in a frame; Microsoft publishes no list of its hosts, so an installation may set its own.
    private const string DefaultFrameAncestors = "'self' https://*.officeapps.live.com https://*.sharepoint.com https://*.office.com https://*.cloud.microsoft";

    /// <summary>Adds rendering, with Vietnamese letters as they are.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>Guards every answer, and serves the files of the AddIn library.</summary>
    public static void UsePages(this WebApplication app)
    {
        var policy = string.Join("; ",
            "default-src 'self'", "script-src 'self' https://appsforoffice.microsoft.com", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
            $"frame-ancestors {app.Configuration["Pages:FrameAncestors"] ?? DefaultFrameAncestors}");
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (policy, "nosniff", "same-origin");
            return next(context);
        });
        app.UsePageLanguage();
        app.MapStaticAssets().AllowAnonymous();
    }

    /// <summary>Maps every page and fragment.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapSignInPage();
        routes.MapPanePages();
        routes.MapRegisterPages();
        routes.MapCompletionPages();
        routes.MapManifest();
        routes.MapPageLanguage();
    }
}
