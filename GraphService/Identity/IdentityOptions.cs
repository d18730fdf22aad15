namespace HocTap.Office.GraphService.Identity;

/// <summary>How people sign in: with Entra when an authority is configured, else locally as a person of the sample city.</summary>
internal sealed class IdentityOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Identity";

    /// <value>The authority, such as <c>https://login.microsoftonline.com/{tenant}/v2.0</c>; null means local sign-in.</value>
    public string? Authority { get; set; }

    /// <value>The audience of this API, its application id URI or client id.</value>
    public string? Audience { get; set; }

    /// <summary>True when people sign in locally.</summary>
    public bool IsLocal => string.IsNullOrEmpty(Authority);
}
