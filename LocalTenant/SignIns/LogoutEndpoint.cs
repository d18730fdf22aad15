using HocTap.Office.LocalTenant.Applications;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>/{tenant}/oauth2/v2.0/logout: ends the session of the browser and leads back to a registered address, else says so.</summary>
internal static class LogoutEndpoint
{
    public static Task AnswerAsync(HttpContext context, Tenant tenant)
    {
        if (context.Request.Cookies[AuthorizeEndpoint.Cookie] is { } secret)
        {
            lock (tenant.Database.Gate)
            {
                SignInsTable.Remove(tenant.Database, secret);
            }
        }
        context.Response.Cookies.Delete(AuthorizeEndpoint.Cookie, AuthorizeEndpoint.CookieOf(context));
        var back = context.Request.Query["post_logout_redirect_uri"].ToString();
        if (Uri.TryCreate(back, UriKind.Absolute, out var address) && ApplicationsTable.HasOrigin(tenant, address.GetLeftPart(UriPartial.Authority)))
        {
            var state = context.Request.Query["state"].ToString();
            context.Response.Redirect(state.Length == 0 ? back : $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}state={Uri.EscapeDataString(state)}");
            return Task.CompletedTask;
        }
        return AuthorizePage.SayAsync(context, StatusCodes.Status200OK, "You signed out of your account", "It's a good idea to close all browser windows.");
    }
}
