using HocTap.Office.GraphService.Forms;
using System.Security.Cryptography.X509Certificates;

namespace HocTap.Office.GraphService.Hosting;

/// <summary>Where the service listens when nobody says otherwise: plain HTTP on loopback, and HTTPS too where .NET's development certificate is installed, which Word needs.</summary>
internal static class Listening
{
    private const string Http = "http://127.0.0.1:5080";
    private const string Https = "https://localhost:5443";

    // The mark that the SDK puts into its development certificates.
    private const string DevelopmentCertificate = "1.3.6.1.4.1.311.84.1.1";

    /// <summary>Sets the addresses unless configuration names some, and the limits of every connection.</summary>
    public static void ListenOnLoopback(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(HasDevelopmentCertificate() ? [Http, Https] : [Http]);
        }

        // A body beyond 20 MB gets its answer in words where it is announced or read; far beyond, the connection just ends.
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, 4 * Docx.MaxBytes));
    }

    private static bool HasDevelopmentCertificate()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Any(certificate => certificate.HasPrivateKey && certificate.Extensions.Any(extension => extension.Oid?.Value == DevelopmentCertificate));
    }
}
