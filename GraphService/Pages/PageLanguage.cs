using System.Globalization;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The language a page or fragment is answered in: Vietnamese unless the person chose English.</summary>
/// <remarks>What a browser says by itself is not asked: in these offices many speak English to their computers' owners only.</remarks>
internal static class PageLanguage
{
    private const string Cookie = "hoctap-language";
    private const string Query = "lang";

    // The pages' modules send the language of their page along, because inside Word there is no cookie.
    private const string Header = "X-Language";

    /// <summary>Sets the language of each request.</summary>
    public static void UsePageLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(IsEnglish(context.Request) ? "en" : "vi");
        return next(context);
    });

    /// <summary>Maps <c>/language/{code}</c>, which remembers the choice and goes back.</summary>
    public static void MapPageLanguage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{code:regex(^(vi|en)$)}", Choose).AllowAnonymous().ExcludeFromDescription();

    private static IResult Choose(string code, HttpContext context)
    {
        var cookie = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        context.Response.Cookies.Append(Cookie, code, cookie);
        return TypedResults.LocalRedirect(BackTo(context.Request));
    }

    // Only to a page of this very site.
    private static string BackTo(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : "/";

    private static bool IsEnglish(HttpRequest request) =>
        (request.Query[Query].FirstOrDefault() ?? request.Headers[Header].FirstOrDefault() ?? request.Cookies[Cookie]) == "en";
}
