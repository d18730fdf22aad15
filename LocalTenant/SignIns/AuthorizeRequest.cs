using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>What a single-page application asks for when it sends somebody to sign in.</summary>
internal sealed record AuthorizeRequest(string Client, string RedirectUri, string Scope, string State, string Nonce, string Challenge, string Prompt, string Hint, bool InQuery)
{
    public static AuthorizeRequest Read(IQueryCollection query) => new(
        query["client_id"].ToString(), query["redirect_uri"].ToString(), query["scope"].ToString(), query["state"].ToString(), query["nonce"].ToString(),
        query["code_challenge"].ToString(), query["prompt"].ToString(), query["login_hint"].ToString(), query["response_mode"] != "fragment");

    /// <summary>What must be told on a page of the tenant: nobody may be sent to an address that is not registered.</summary>
    public Refusal? CheckAddress(Application? application)
    {
        if (application is null)
        {
            return new(400, "unauthorized_client", 700016, $"Application with identifier '{Client}' was not found in the directory.");
        }
        return application.RedirectAddresses.Contains(RedirectUri, StringComparer.Ordinal) ? null : new(
            400, "invalid_request", 50011, $"The redirect URI '{RedirectUri}' specified in the request does not match the redirect URIs configured for the application '{Client}'.");
    }

    /// <summary>What the application is told at its own address.</summary>
    public Refusal? Check(IQueryCollection query, Tenant tenant)
    {
        if (query["response_type"] != "code")
        {
            return new(400, "unsupported_response_type", 700054, $"response_type '{query["response_type"]}' is not enabled for the application.");
        }
        if (Challenge.Length == 0 || query["code_challenge_method"] != "S256")
        {
            return new(400, "invalid_request", 9002325, "Proof Key for Code Exchange is required for cross-origin authorization code redemption.");
        }
        return Scopes.Check(Scope, tenant);
    }
}
