namespace HocTap.Office.GraphService.Identity;

/// <summary>How people sign in: with Entra when an authority is configured, else locally as a person of the sample city.</summary>
internal sealed class IdentityOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Identity";

    /// <value>The authority of one tenant, such as <c>https://login.microsoftonline.com/{tenant}/v2.0</c>; null means local sign-in.</value>
    public string? Authority { get; set; }

    /// <value>The audience that tokens of this API name: with version 2.0 tokens the client id of its registration.</value>
    public string? Audience { get; set; }

    /// <value>The client id with which the pages sign people in; may be the API's own registration.</value>
    public string? ClientId { get; set; }

    /// <value>The scope of this API that the pages ask for, such as <c>api://{client id}/access_as_user</c>.</value>
    public string? Scope { get; set; }

    /// <summary>True when people sign in locally.</summary>
    public bool IsLocal => string.IsNullOrEmpty(Authority);

    /// <summary>The authority as the sign-in library wants it, without the version.</summary>
    public string LibraryAuthority => Authority!.TrimEnd('/') is var authority && authority.EndsWith(Version, StringComparison.Ordinal) ? authority[..^Version.Length] : Authority!; // asked for only with Entra

    /// <summary>The origin of the authority, <c>https://login.microsoftonline.com</c>.</summary>
    public string AuthorityOrigin => new Uri(Authority!).GetLeftPart(UriPartial.Authority); // asked for only with Entra

    /// <summary>The scope as tokens carry it, without the API's address.</summary>
    public string ScopeName => Scope![(Scope!.LastIndexOf('/') + 1)..]; // asked for only with Entra

    internal const string Version = "/v2.0";
}
