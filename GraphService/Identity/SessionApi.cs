using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Who signs in locally.</summary>
/// <param name="Person">The code of a person of the sample city.</param>
public sealed record SessionRequest([property: Required(ErrorMessage = "Chưa chọn người đăng nhập.")] string Person);

/// <summary>Local sign-in («đăng nhập thử»), only without Entra and only on loopback addresses; with Entra, the cookie for pages outside Word.</summary>
internal static class SessionApi
{
    /// <summary>Maps <c>/api/session</c>.</summary>
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/session").WithTags("Session");
        group.MapDelete("", Close).AllowAnonymous().WithSummary("Đăng xuất");
        if (routes.ServiceProvider.GetRequiredService<IOptions<IdentityOptions>>().Value.IsLocal)
        {
            group.MapPost("", Open).AllowAnonymous().WithSummary("Đăng nhập thử bằng một người của thành phố mẫu");
        }
        else
        {
            group.MapPost("", Enter).WithSummary("Mở các trang ngoài Word cho người đã đăng nhập");
        }
    }

    /// <summary>True where local sign-in exists: no Entra, and both ends of the connection on loopback.</summary>
    public static bool IsOffered(HttpContext context, IdentityOptions options) =>
        options.IsLocal && IsLoopback(context.Connection.LocalIpAddress) && IsLoopback(context.Connection.RemoteIpAddress);

    private static IResult Open(SessionRequest request, HttpContext context, DirectoryStore directory, SessionTokens tokens, IOptions<IdentityOptions> options)
    {
        if (!IsOffered(context, options.Value))
        {
            return new Problem.NotFound("Đăng nhập thử chỉ có trên máy cục bộ.").ToHttp();
        }

        if (directory.Current.Person(request.Person) is not { } person)
        {
            return new Problem.NotFound("Không có người này trong danh bạ.").ToHttp();
        }

        var (token, expiresAt) = tokens.Issue(person.Code);
        context.Response.Cookies.Append(SignIn.Cookie, token, Cookie(context, expiresAt));
        return TypedResults.Ok(new { accessToken = token, expiresAt = VietnamTime.Wire(expiresAt) });
    }

    // The cookie is ours and small, and ends with the token that opened it: a token of Entra may be larger than a cookie can be.
    private static IResult Enter(Caller caller, HttpContext context, SessionTokens tokens)
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(context.User.FindFirst("exp")!.Value, CultureInfo.InvariantCulture)); // its lifetime was validated
        context.Response.Cookies.Append(SignIn.Cookie, tokens.Issue(caller.Person.Code, expiresAt), Cookie(context, expiresAt));
        return TypedResults.Ok(new { person = caller.Person.Code, fullName = caller.Person.FullName, expiresAt = VietnamTime.Wire(expiresAt) });
    }

    private static IResult Close(HttpContext context)
    {
        context.Response.Cookies.Delete(SignIn.Cookie, Cookie(context, null));
        return TypedResults.NoContent();
    }

    private static CookieOptions Cookie(HttpContext context, DateTimeOffset? expiresAt) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", Expires = expiresAt };

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
