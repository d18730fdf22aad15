namespace HocTap.Office.LocalTenant.Applications;

/// <summary>Who makes a call: an application, and the permissions its token carries.</summary>
internal sealed record Caller(string Id, string Name, IReadOnlySet<string> Roles)
{
    /// <summary>Somebody without a token: an address that is its own secret needs none.</summary>
    public static readonly Caller Nobody = new("", "", new HashSet<string>());
}
