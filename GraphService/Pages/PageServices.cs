using System.Text.Encodings.Web;
using System.Text.Unicode;
using HocTap.Office.GraphService.Identity;
using Microsoft.Extensions.Options;

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
        services.AddSingleton<Release>().AddSingleton<IStartupFilter, ReleaseAddresses>();
        // A form is 29 KB of HTML and 6 packed. Nothing secret is written into what is packed, so its length tells nobody anything.
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // The first writer that can tells the problem: pages before the framework's JSON.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPages>());
    }

    /// <summary>Guards and packs every answer, and serves the files of the AddIn library.</summary>
    public static void UsePages(this WebApplication app)
    {
        var policy = string.Join("; ", new[]
        {
            "default-src 'self'", "script-src 'self' https://appsforoffice.microsoft.com", "img-src 'self' data:", "worker-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
            SignInSources(app.Services.GetRequiredService<IOptions<IdentityOptions>>().Value), $"frame-ancestors {app.Configuration["Pages:FrameAncestors"] ?? DefaultFrameAncestors}",
        }.Where(part => part.Length > 0));
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() => GuardAsync(context.Response, policy));
            return next(context);
        });
        app.UseResponseCompression();
        app.Use(ProblemPages.WaitAsync);
        app.MapStaticAssets().AllowAnonymous();
    }

    // The library asks the authority for tokens, and silently in a frame; the frame comes back to a page of ours.
    private static string SignInSources(IdentityOptions identity) =>
        identity.IsLocal ? "" : $"connect-src 'self' {identity.AuthorityOrigin}; frame-src 'self' {identity.AuthorityOrigin}";

    // At the last moment, so that the answers to faults have them too. What is personal stays in no cache, not even in that of «Back».
    private static Task GuardAsync(HttpResponse response, string policy)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            // Only a document has a policy to keep; on some sixty modules it would be half of what a weak network carries.
            (headers.ContentSecurityPolicy, headers["Referrer-Policy"], headers.CacheControl) = (policy, "same-origin", "no-store");
            headers[ReleaseAddresses.Header] = response.HttpContext.RequestServices.GetRequiredService<Release>().Name;
        }

        return Task.CompletedTask;
    }

    /// <summary>Maps every page and fragment.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapSignInPage();
        routes.MapEntraPages();
        routes.MapPanePages();
        routes.MapRegisterPages();
        routes.MapCompletionPages();
        routes.MapReviewPages();
        routes.MapOperationPages();
        routes.MapManifest();
        routes.MapServiceWorker();
        routes.MapPageLanguage();
    }
}
