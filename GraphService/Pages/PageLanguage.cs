using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The language a page or fragment is answered in: Vietnamese unless the person chose English. The API and its files speak Vietnamese alone.</summary>
/// <remarks>
/// A fragment follows its page; a page what the person chose last, else what its address asks for (the manifest does, for an English Word).
/// What a browser says by itself is not asked: in these offices many speak English to their computers' owners only.
/// </remarks>
internal static class PageLanguage
{
    private const string Cookie = "hoctap-language";
    private const string Query = "lang";

    // The pages' modules send the language of their page along, because inside Word there is no cookie.
    private const string Header = "X-Language";

    /// <summary>Sets the language of each request.</summary>
    public static void UsePageLanguage(this WebApplication app) => app.Use(async (context, next) =>
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(IsEnglish(context.Request) ? "en" : "vi");
        await next(context);
    });

    /// <summary>Maps <c>/language/vi</c> and <c>/language/en</c>, which remember the choice and go back.</summary>
    public static void MapPageLanguage(this IEndpointRouteBuilder routes)
    {
        foreach (var code in (string[])["vi", "en"])
        {
            routes.MapGet($"/language/{code}", (HttpContext context) => Choose(code, context)).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static IResult Choose(string code, HttpContext context)
    {
        var cookie = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        context.Response.Cookies.Append(Cookie, code, cookie);
        return TypedResults.LocalRedirect(BackTo(context.Request, code));
    }

    // Only to a page of this very site. Where the cookie is not taken (Word on the web), an address that asks for a language asks for the chosen one.
    private static string BackTo(HttpRequest request, string code)
    {
        if (!Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) || page.Authority != request.Host.Value)
        {
            return "/";
        }

        var query = QueryHelpers.ParseQuery(page.Query);
        return query.ContainsKey(Query) ? QueryHelpers.AddQueryString(page.AbsolutePath, query.Where(part => part.Key != Query).Append(new(Query, code))) : page.PathAndQuery;
    }

    private static bool IsEnglish(HttpRequest request) => !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && (request.Headers[Header].FirstOrDefault() ?? request.Cookies[Cookie] ?? request.Query[Query].FirstOrDefault()) == "en";
}
