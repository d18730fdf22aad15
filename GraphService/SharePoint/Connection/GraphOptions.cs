using System.ComponentModel.DataAnnotations;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Which tenant the service speaks to; without <see cref="TenantId"/> it speaks to the embedded LocalTenant.</summary>
internal sealed class GraphOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Graph";

    /// <value>The Entra tenant id; null means the embedded LocalTenant.</value>
    public string? TenantId { get; set; }

    /// <value>The application (client) id of the runtime registration.</value>
    public string? ClientId { get; set; }

    /// <value>A client secret; a certificate is preferred.</value>
    public string? ClientSecret { get; set; }

    /// <value>The path of a PKCS#12 certificate of the application.</value>
    public string? CertificatePath { get; set; }

    /// <value>Where Entra gives tokens, always https; default <c>https://login.microsoftonline.com</c>. Another host than a cloud of Microsoft's must be trusted by whoever sets it.</value>
    [Required(ErrorMessage = "Graph:AuthorityHost is missing.")]
    public Uri AuthorityHost { get; set; } = AzureAuthorityHosts.AzurePublicCloud;

    /// <value>The base address of Graph; default <c>https://graph.microsoft.com/v1.0</c>.</value>
    [Required(ErrorMessage = "Graph:BaseAddress is missing.")]
    public Uri BaseAddress { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <value>The host of the SharePoint site, such as <c>contoso.sharepoint.com</c>.</value>
    public string SiteHost { get; set; } = "";

    /// <value>The server-relative path of the site; default <c>/sites/hoctap</c>.</value>
    [Required(ErrorMessage = "Graph:SitePath is missing.")]
    public string SitePath { get; set; } = "/sites/hoctap";

    /// <value>The mailbox in whose name mail goes out, a user principal name; default <c>hoctap@lamkieu.example</c>, the embedded tenant's.</value>
    public string Mailbox { get; set; } = "hoctap@lamkieu.example";

    /// <value>Seconds between two polls of the delta while nothing happens; default 30.</value>
    [Range(1, 3600, ErrorMessage = "Graph:DeltaSeconds must lie between 1 and 3600.")]
    public int DeltaSeconds { get; set; } = 30;

    /// <value>The public address of <c>/hooks/graph</c>, https unless it is on this machine; then Graph tells of changes and delta need not be polled for them. Default none: delta is only polled.</value>
    public Uri? NotificationUrl { get; set; }

    /// <value>Resource units a minute the embedded tenant allows before it throttles, to see how the service fares in a tenant of that size; default 0, no limit.</value>
    [Range(0, 1_000_000, ErrorMessage = "Graph:EmbeddedUnitsPerMinute must lie between 0 and 1,000,000.")]
    public int EmbeddedUnitsPerMinute { get; set; }

    /// <value>Resource units that may be spent in a minute; default 1,250, the limit of a tenant with up to 1,000 licences.</value>
    [Range(60, 1_000_000, ErrorMessage = "Graph:ResourceUnitsPerMinute must lie between 60 and 1,000,000.")]
    public int ResourceUnitsPerMinute { get; set; } = 1250;
}

/// <summary>Checks <see cref="GraphOptions"/> when the service starts.</summary>
[OptionsValidator]
internal sealed partial class GraphOptionsValidator : IValidateOptions<GraphOptions>;
