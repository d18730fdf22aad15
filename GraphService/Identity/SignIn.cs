using System.Security.Claims;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Pages;
using HocTap.Office.GraphService.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HocTap.Office.GraphService.Identity;

/// <summary>
/// Authentication by bearer token, Entra's or, locally, our own. Pages and workbooks outside Word are asked for by the browser itself, which sends no such token:
/// they carry one of ours in a cookie, which opens reading only.
/// </summary>
internal static class SignIn
{
    /// <summary>The cookie of pages outside Word.</summary>
    public const string Cookie = "hoctap-session";

    private const string Bearer = JwtBearerDefaults.AuthenticationScheme;
    private const string Page = "Page";
    private const string Either = "Either";

    // Clocks of servers differ a little; a token that is over is over.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private static readonly object NoPerson = new();

    /// <summary>Adds authentication and makes a signed-in person of the directory the rule for every route.</summary>
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<IdentityOptions, IdentityOptionsValidator>().Bind(configuration.GetSection(IdentityOptions.Section));
        services.AddSingleton<SessionTokens>().AddSingleton<Accounts>();
        services.AddAuthentication(Either).AddJwtBearer(Bearer).AddJwtBearer(Page)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context => CookieOf(context.Request) is null ? Bearer : Page);
        services.AddOptions<JwtBearerOptions>(Bearer).Configure<SessionTokens, IOptions<IdentityOptions>, TimeProvider>(ConfigureBearer);
        services.AddOptions<JwtBearerOptions>(Page).Configure<SessionTokens>(ConfigurePage);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Caller.PersonClaim).Build());
    }

    private static void ConfigureBearer(JwtBearerOptions options, SessionTokens tokens, IOptions<IdentityOptions> identity, TimeProvider clock)
    {
        var entra = identity.Value;
        options.MapInboundClaims = false;
        options.Events = new JwtBearerEvents { OnTokenValidated = entra.IsLocal ? MatchPerson : context => MatchAccountAsync(context, entra.ScopeName), OnChallenge = ChallengeAsync, OnForbidden = ForbidAsync };
        if (entra.IsLocal)
        {
            options.TokenValidationParameters = tokens.Validation;
            return;
        }

        (options.Authority, options.Audience) = (entra.Authority, entra.Audience);
        options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        options.TokenValidationParameters.LifetimeValidator = (notBefore, expires, _, _) =>
            expires > clock.GetUtcNow().UtcDateTime && (notBefore is null || notBefore <= (clock.GetUtcNow() + Early).UtcDateTime);
    }

    private static void ConfigurePage(JwtBearerOptions options, SessionTokens tokens)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = tokens.Validation;
        options.Events = new JwtBearerEvents { OnMessageReceived = TakeCookie, OnTokenValidated = MatchPerson, OnChallenge = ChallengeAsync, OnForbidden = ForbidAsync };
    }

    private static Task TakeCookie(MessageReceivedContext context)
    {
        context.Token = CookieOf(context.Request);
        return Task.CompletedTask;
    }

    // A cookie travels with requests the page did not make, so it opens reading only.
    private static string? CookieOf(HttpRequest request)
    {
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return reads && !request.Headers.ContainsKey("Authorization") && IsPageOrWorkbook(request.Path) ? request.Cookies[Cookie] : null;
    }

    private static bool IsPageOrWorkbook(PathString path) =>
        !path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.Value!.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase); // a path of /api has a value

    // Our own tokens name the person by code; somebody who left the directory is signed in no longer.
    private static Task MatchPerson(TokenValidatedContext context)
    {
        var directory = context.HttpContext.RequestServices.GetRequiredService<DirectoryStore>().Current;
        if (directory.Person(context.Principal?.FindFirst(Caller.PersonClaim)?.Value) is null)
        {
            context.Fail("The person is not in the directory.");
        }

        return Task.CompletedTask;
    }

    // Who has an account but no place in the directory is known to be nobody: that is told, where a failure would only ask to sign in again.
    private static async Task MatchAccountAsync(TokenValidatedContext context, string scope)
    {
        var token = context.Principal!; // validated just now
        if (token.FindFirst("scp")?.Value.Split(' ').Contains(scope, StringComparer.Ordinal) != true)
        {
            context.Fail("The token does not carry the scope of this API.");
            return;
        }

        var found = await context.HttpContext.RequestServices.GetRequiredService<Accounts>().PersonOfAsync(token);
        var claims = new List<Claim>();
        if (found.TryGet(out var person, out var problem))
        {
            claims.Add(new Claim(Caller.PersonClaim, person.Code));
        }
        else
        {
            context.HttpContext.Items[NoPerson] = problem;
        }

        // Nothing else of the token is used, and no claim of it may stand for ours.
        if (token.FindFirst(JwtRegisteredClaimNames.Exp) is { } exp)
        {
            claims.Add(new Claim(exp.Type, exp.Value));
        }

        context.Principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Bearer));
    }

    private static Task ForbidAsync(ForbiddenContext context) =>
        (context.HttpContext.Items[NoPerson] as Problem ?? new Problem.NotAllowed("")).ToHttp().ExecuteAsync(context.HttpContext);

    // The API answers with a problem; a page goes to the sign-in page and comes back.
    private static async Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var request = context.Request;
        if (IsWholePage(request))
        {
            context.Response.Redirect($"/?return={Uri.EscapeDataString(request.Path + request.QueryString)}");
            return;
        }

        await new Problem.NotSignedIn().ToHttp().ExecuteAsync(context.HttpContext);
    }

    private static bool IsWholePage(HttpRequest request) =>
        request.IsNavigation() && IsPageOrWorkbook(request.Path) && request.Headers.Accept.ToString() is var accept
        && (accept.Length == 0 || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal));
}
