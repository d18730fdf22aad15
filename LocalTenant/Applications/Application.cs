using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HocTap.Office.LocalTenant.Applications;

/// <summary>A registration of the tenant, with the application permissions an administrator consented to.</summary>
internal sealed record Application
{
    /// <summary>What the tenant knows how to hold calls against.</summary>
    public static readonly IReadOnlyList<string> KnownRoles = ["Sites.FullControl.All", "Sites.Manage.All", "Sites.ReadWrite.All", "Sites.Read.All", "Sites.Selected", "Mail.Send", "User.Read.All"];

    private static readonly string Everything = JsonSerializer.Serialize<string[]>(["Sites.FullControl.All", "Mail.Send", "User.Read.All"]);

    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The SHA-256 of the secret, in hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>A JSON array of permissions.</summary>
    public required string Roles { get; init; }

    /// <summary>A JSON array of the addresses a single-page application is sent back to; empty for one that signs nobody in.</summary>
    public string RedirectUris { get; init; } = "[]";

    /// <summary>The name of the scope its API exposes, without <c>api://{id}/</c>; empty for none.</summary>
    public string Scope { get; init; } = "";

    public IReadOnlyList<string> RedirectAddresses => JsonSerializer.Deserialize<IReadOnlyList<string>>(RedirectUris)!; // written by us

    public IReadOnlyList<string> RoleNames => JsonSerializer.Deserialize<IReadOnlyList<string>>(Roles)!; // written by us

    /// <summary>The registration every tenant is made with; it may do everything the tenant has.</summary>
    public static Application First(Tenant tenant) =>
        new() { Id = tenant.ClientId, DisplayName = Wire.Identities.AppName, SecretHash = Hash(tenant.ClientSecret), Roles = Everything };

    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool Knows(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SecretHash), Encoding.ASCII.GetBytes(Hash(secret)));
}
