using Azure.Core;
using Azure.Identity;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The application's credential at a real Entra, by certificate or by secret.</summary>
internal static class EntraCredential
{
    private static readonly Uri[] MicrosoftClouds = [AzureAuthorityHosts.AzurePublicCloud, AzureAuthorityHosts.AzureChina, AzureAuthorityHosts.AzureGovernment];

    /// <summary>A credential that has kept no token yet.</summary>
    public static TokenCredential Of(GraphOptions options) => options.CertificatePath is { Length: > 0 } path
        ? new ClientCertificateCredential(options.TenantId, options.ClientId, path, At(options, new ClientCertificateCredentialOptions()))
        : new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret, At(options, new ClientSecretCredentialOptions()));

    // Microsoft's public cloud is asked whether a host is one of Entra's. It cannot know a private one, which the configuration vouches for; TLS is checked all the same.
    private static ClientCertificateCredentialOptions At(GraphOptions options, ClientCertificateCredentialOptions credential)
    {
        (credential.AuthorityHost, credential.DisableInstanceDiscovery) = (options.AuthorityHost, IsPrivate(options));
        return credential;
    }

    private static ClientSecretCredentialOptions At(GraphOptions options, ClientSecretCredentialOptions credential)
    {
        (credential.AuthorityHost, credential.DisableInstanceDiscovery) = (options.AuthorityHost, IsPrivate(options));
        return credential;
    }

    private static bool IsPrivate(GraphOptions options) => !MicrosoftClouds.Contains(options.AuthorityHost);
}
