using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Stops a start with a sign-in that could not work, and names the key.</summary>
internal sealed class IdentityOptionsValidator : IValidateOptions<IdentityOptions>
{
    private static readonly string[] ManyTenants = ["common", "organizations", "consumers"];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var wrong = (options.IsLocal ? Local(options) : Entra(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    // Whoever sets these wants Entra; silently offering the sample people instead would be an open door.
    private static IEnumerable<string> Local(IdentityOptions options)
    {
        if (!string.IsNullOrEmpty(options.Audience) || !string.IsNullOrEmpty(options.ClientId) || !string.IsNullOrEmpty(options.Scope))
        {
            yield return "Identity:Authority is missing although Identity:Audience, Identity:ClientId or Identity:Scope is set.";
        }
    }

    private static IEnumerable<string> Entra(IdentityOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps)
        {
            yield return "Identity:Authority must be an https address, such as https://login.microsoftonline.com/{tenant}/v2.0.";
        }
        else if (!authority.AbsolutePath.TrimEnd('/').EndsWith(IdentityOptions.Version, StringComparison.Ordinal) || ManyTenants.Contains(authority.Segments.ElementAtOrDefault(1)?.TrimEnd('/')))
        {
            yield return "Identity:Authority must name one tenant and end with /v2.0: https://login.microsoftonline.com/{tenant}/v2.0, never common or organizations.";
        }

        if (string.IsNullOrEmpty(options.Audience))
        {
            yield return "Identity:Audience is missing: the client id of the API's registration, as version 2.0 tokens name it.";
        }

        if (!Guid.TryParse(options.ClientId, out _))
        {
            yield return "Identity:ClientId must be the client id of the registration with which the pages sign people in.";
        }

        if (string.IsNullOrEmpty(options.Scope) || !Uri.TryCreate(options.Scope, UriKind.Absolute, out _) || options.Scope.EndsWith('/') || options.Scope.EndsWith(".default", StringComparison.Ordinal))
        {
            yield return "Identity:Scope must be one scope that the API exposes, such as api://{client id}/access_as_user.";
        }

        if (SignInLibrary.Missing() is { } file)
        {
            yield return $"Identity:Authority is set, but {file} is missing: build with Node.js and npm installed, which bring @azure/msal-browser (docs/sign-in.md).";
        }
    }
}
