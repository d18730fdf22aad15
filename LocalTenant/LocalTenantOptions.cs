using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace HocTap.Office.LocalTenant;

/// <summary>Where a local tenant keeps its state and what it calls itself.</summary>
public sealed class LocalTenantOptions
{
    /// <summary>The one folder with the database, the secrets and the dropped mail; created when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The address to listen on.</summary>
    /// <value>Default http://127.0.0.1:0: loopback, a free port.</value>
    [SuppressMessage("Design", "CA1056", Justification = "Port 0 stands for any free port; a Uri of it would name nothing.")]
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>What to show on https, with its private key; its owner disposes of it after the server.</summary>
    /// <value>Default none: plain http only.</value>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The public certificates registered on the application: whoever holds one of their keys may take tokens without the secret.</summary>
    public IReadOnlyList<X509Certificate2> ClientCertificates { get; init; } = [];

    /// <summary>How long the access token of a person lasts, in seconds.</summary>
    /// <value>Default 3,599. Entra's own last 60 to 90 minutes.</value>
    public int UserTokenSeconds { get; init; } = 3599;

    /// <summary>The host name of the tenant's SharePoint, as it stands in site addresses.</summary>
    public string SiteHost { get; init; } = "lamkieu.sharepoint.example";

    /// <summary>The server-relative path of the one site.</summary>
    public string SitePath { get; init; } = "/sites/hoctap";

    /// <summary>A JSON file of faults to play, read again when it changes.</summary>
    /// <value>Default none.</value>
    public string? FaultScript { get; init; }

    /// <summary>Resource units an application may spend in a minute before it is throttled with 429 and Retry-After.</summary>
    /// <value>Default 0: no limit, cost is only counted. SharePoint's smallest tenants have 1,250.</value>
    public int UnitsPerMinute { get; init; }
}
