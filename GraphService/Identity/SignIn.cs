using System.Security.Claims;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Pages;
using HocTap.Office.GraphService.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Authentication by bearer token; pages and workbooks outside Word may carry the same token in a cookie.</summary>
internal static class SignIn
{
    /// <summary>The cookie of local sign-in.</summary>
    public const string Cookie = "hoctap-session";

    /// <summary>Adds authentication and makes a signed-in person of the directory the rule for every route.</summary>
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<IdentityOptions>(configuration.GetSection(IdentityOptions.Section));
        services.AddSingleton<SessionTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SessionTokens, IOptions<IdentityOptions>>(Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void Configure(JwtBearerOptions options, SessionTokens tokens, IOptions<IdentityOptions> identity)
    {
        options.MapInboundClaims = false;
        (options.Authority, options.Audience) = (identity.Value.Authority, identity.Value.Audience);
        if (identity.Value.IsLocal)
        {
            options.TokenValidationParameters = tokens.Validation;
        }

        options.Events = new JwtBearerEvents { OnMessageReceived = TakeCookie, OnTokenValidated = MatchPerson, OnChallenge = ChallengeAsync };
    }

    // A cookie travels with requests the page did not make, so it opens reading only.
    private static Task TakeCookie(MessageReceivedContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (reads && !request.Headers.ContainsKey("Authorization") && IsPageOrWorkbook(request.Path))
        {
            context.Token = request.Cookies[Cookie];
        }

        return Task.CompletedTask;
    }

    private static bool IsPageOrWorkbook(PathString path) =>
        !path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.Value!.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase); // a path of /api has a value

    // The token names a person of the directory: by our own claim, or by the user principal name of Entra.
    private static Task MatchPerson(TokenValidatedContext context)
    {
        var directory = context.HttpContext.RequestServices.GetRequiredService<DirectoryStore>().Current;
        var claims = context.Principal!; // validated just now
        var people = claims.FindFirst(Caller.PersonClaim)?.Value is { } code
            ? directory.People.Where(person => person.Code == code).ToList()
            : [.. directory.People.Where(person => IsAccountOf(person, claims))];
        if (people.Count != 1)
        {
            context.Fail("The account matches no person, or more than one.");
        }
        else if (!claims.HasClaim(claim => claim.Type == Caller.PersonClaim))
        {
            claims.AddIdentity(new ClaimsIdentity([new Claim(Caller.PersonClaim, people[0].Code)]));
        }

        return Task.CompletedTask;
    }

    private static bool IsAccountOf(Person person, ClaimsPrincipal claims) =>
        claims.FindFirst("preferred_username")?.Value is { Length: > 0 } name && string.Equals(person.Email, name, StringComparison.OrdinalIgnoreCase);

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
