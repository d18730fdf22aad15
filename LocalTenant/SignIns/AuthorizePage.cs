using System.Net;
using HocTap.Office.LocalTenant.Mail;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>The pages people see at the tenant: whom to sign in as, and why not. Like Entra's they refuse to be framed.</summary>
internal static class AuthorizePage
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:2rem auto;padding:0 1rem}button,input{font:inherit;padding:.4rem .8rem;margin:.2rem 0;width:100%;box-sizing:border-box;text-align:start}.bad{color:#a80000}";

    public static Task AskAsync(HttpContext context, string application, string hint, IEnumerable<Mailbox> known, string trouble = "")
    {
        var buttons = string.Concat(known.Select(user => $"<button name=\"username\" value=\"{Encode(user.Address)}\">{Encode(user.Address)}</button>"));
        var action = Encode(context.Request.Path + context.Request.QueryString);
        return WriteAsync(context, StatusCodes.Status200OK, "Sign in", $"""
            <p>to continue to {Encode(application)}</p><p class="bad" role="alert">{Encode(trouble)}</p>
            <form method="post" action="{action}"><label>Address <input name="username" type="email" autocomplete="username" required autofocus value="{Encode(hint)}"></label><button>Next</button></form>
            <form method="post" action="{action}"><h2>Pick an account</h2>{buttons}</form>
            <p><small>A stand-in for Entra on this machine: it asks for no password.</small></p>
            """);
    }

    public static Task SayAsync(HttpContext context, int status, string title, string words) => WriteAsync(context, status, title, $"<p>{Encode(words)}</p>");

    private static Task WriteAsync(HttpContext context, int status, string title, string body)
    {
        var response = context.Response;
        (response.StatusCode, response.ContentType, response.Headers.CacheControl, response.Headers.XFrameOptions) = (status, "text/html; charset=utf-8", "no-store, no-cache", "DENY");
        return response.WriteAsync($"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Encode(title)}</title><style>{Style}</style><h1>{Encode(title)}</h1>{body}</html>", context.RequestAborted);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
