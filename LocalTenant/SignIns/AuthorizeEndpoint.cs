using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.Mail;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>
/// /{tenant}/oauth2/v2.0/authorize: the authorization code flow with PKCE. A person picks or types an address and is signed in as that user, without a password;
/// the browser's session then answers <c>prompt=none</c> until it is signed out or revoked.
/// </summary>
internal static class AuthorizeEndpoint
{
    public const string Cookie = "local-entra";

    private static readonly TimeSpan SessionLife = TimeSpan.FromDays(1);
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(1);

    public static async Task AnswerAsync(HttpContext context, Tenant tenant, string tenantId)
    {
        var (query, asked) = (context.Request.Query, AuthorizeRequest.Read(context.Request.Query));
        var application = ApplicationsTable.Find(tenant, asked.Client);
        if ((tenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase) ? asked.CheckAddress(application) : new(400, "invalid_request", 90002, $"Tenant '{tenantId}' not found.")) is { } refusal)
        {
            await AuthorizePage.SayAsync(context, refusal.Status, "Sorry, but we're having trouble signing you in.", $"AADSTS{refusal.Number}: {refusal.Message}");
        }
        else if (asked.Check(query, tenant) is { } wrong)
        {
            SendBack(context, asked, Told(wrong));
        }
        else if (HttpMethods.IsPost(context.Request.Method))
        {
            await SignInAsync(context, tenant, asked, application!);
        }
        else
        {
            await KnownAsync(context, tenant, asked, application!);
        }
    }

    public static CookieOptions CookieOf(HttpContext context) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = context.Request.IsHttps ? SameSiteMode.None : SameSiteMode.Lax, Path = "/" };

    private static async Task SignInAsync(HttpContext context, Tenant tenant, AuthorizeRequest asked, Application application)
    {
        var address = (await context.Request.ReadFormAsync(context.RequestAborted))["username"].ToString().Trim();
        if (!address.Contains('@', StringComparison.Ordinal))
        {
            await AuthorizePage.AskAsync(context, application.DisplayName, address, [], "This username may be incorrect. Make sure you typed it correctly.");
            return;
        }
        var now = tenant.Clock.GetUtcNow();
        string user, secret;
        lock (tenant.Database.Gate)
        {
            user = Mailbox.Find(tenant.Database, address, now)!.Id; // an address is a user from the first time it is named
            secret = SignInsTable.Add(tenant.Database, new() { Kind = SignIn.Session, User = user, Ends = (now + SessionLife).ToUnixTimeSeconds() });
        }
        context.Response.Cookies.Append(Cookie, secret, CookieOf(context));
        SendCode(context, tenant, asked, user);
    }

    private static Task KnownAsync(HttpContext context, Tenant tenant, AuthorizeRequest asked, Application application)
    {
        var (user, known) = Look(context, tenant);
        var fits = user is not null && (asked.Hint.Length == 0 || asked.Hint.Equals(user.Address, StringComparison.OrdinalIgnoreCase));
        if (fits && asked.Prompt is "" or "none")
        {
            SendCode(context, tenant, asked, user!.Id);
            return Task.CompletedTask;
        }
        if (asked.Prompt == "none")
        {
            SendBack(context, asked, Told(new(400, "login_required", 50058, "A silent sign-in request was sent but no user is signed in.")));
            return Task.CompletedTask;
        }
        return AuthorizePage.AskAsync(context, application.DisplayName, asked.Hint, known);
    }

    private static (Mailbox? User, IReadOnlyList<Mailbox> Known) Look(HttpContext context, Tenant tenant)
    {
        lock (tenant.Database.Gate)
        {
            var session = SignInsTable.Find(tenant.Database, context.Request.Cookies[Cookie] ?? "", SignIn.Session, tenant.Clock.GetUtcNow());
            return (session is null ? null : Mailbox.Find(tenant.Database, session.User, tenant.Clock.GetUtcNow()), tenant.Database.All<Mailbox>(Mailbox.Select + " ORDER BY address LIMIT 20"));
        }
    }

    private static void SendCode(HttpContext context, Tenant tenant, AuthorizeRequest asked, string user)
    {
        lock (tenant.Database.Gate)
        {
            var code = SignInsTable.Add(tenant.Database, new()
            {
                Kind = SignIn.Code,
                User = user,
                Client = asked.Client,
                RedirectUri = asked.RedirectUri,
                Challenge = asked.Challenge,
                Nonce = asked.Nonce,
                Scope = asked.Scope,
                Ends = (tenant.Clock.GetUtcNow() + CodeLife).ToUnixTimeSeconds(),
            });
            SendBack(context, asked, [("code", code), ("client_info", UserTokens.ClientInfo(tenant, user)), ("session_state", Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString())]);
        }
    }

    private static (string, string)[] Told(Refusal refusal) => [("error", refusal.Error), ("error_description", $"AADSTS{refusal.Number}: {refusal.Message}")];

    private static void SendBack(HttpContext context, AuthorizeRequest asked, (string Name, string Value)[] parts)
    {
        var text = string.Join('&', parts.Append(("state", asked.State)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}"));
        context.Response.Headers.CacheControl = "no-store, no-cache";
        context.Response.Redirect($"{asked.RedirectUri}{(asked.InQuery ? '?' : '#')}{text}");
    }
}
