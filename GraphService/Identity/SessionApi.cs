using System.ComponentModel.DataAnnotations;
using System.Net;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Who signs in locally.</summary>
/// <param name="Person">The code of a person of the sample city.</param>
public sealed record SessionRequest([property: Required(ErrorMessage = "Chưa chọn người đăng nhập.")] string Person);

/// <summary>Local sign-in («đăng nhập thử»): exists only without Entra and only on loopback addresses.</summary>
internal static class SessionApi
{
    /// <summary>Maps <c>/api/session</c>.</summary>
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/session").AllowAnonymous().WithTags("Session");
        group.MapPost("", Open).WithSummary("Đăng nhập thử bằng một người của thành phố mẫu");
        group.MapDelete("", Close).WithSummary("Đăng xuất");
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
        context.Response.Cookies.Append(SignIn.Cookie, token, Cookie(expiresAt));
        return TypedResults.Ok(new { accessToken = token, expiresAt = VietnamTime.Wire(expiresAt) });
    }

    private static IResult Close(HttpContext context)
    {
        context.Response.Cookies.Delete(SignIn.Cookie, Cookie(null));
        return TypedResults.NoContent();
    }

    private static CookieOptions Cookie(DateTimeOffset? expiresAt) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Expires = expiresAt };

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
