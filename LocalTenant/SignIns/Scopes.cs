using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>Scopes of a person's token: those of OpenID Connect, and <c>api://{id}/{name}</c> of one API that exposes it.</summary>
internal static class Scopes
{
    private static readonly IReadOnlySet<string> OfOpenId = new HashSet<string>(StringComparer.Ordinal) { "openid", "profile", "email", "offline_access" };

    public static Refusal? Check(string scope, Tenant tenant) => Split(scope).FirstOrDefault(name => Api(name, tenant) is null) is { } unknown
        ? new(400, "invalid_scope", 65005, $"The application asked for scope '{unknown}' that doesn't exist.")
        : null;

    /// <summary>The API whose scope is asked for, and the scope's short name; null when only OpenID Connect's are.</summary>
    public static (Application Api, string Name)? Of(string scope, Tenant tenant) => Split(scope).FirstOrDefault() is { } name ? (Api(name, tenant)!, name[(name.LastIndexOf('/') + 1)..]) : null; // checked at the authorize endpoint

    private static IEnumerable<string> Split(string scope) => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => !OfOpenId.Contains(name));

    private static Application? Api(string name, Tenant tenant) => name.Split('/') is ["api:", "", var id, var scope]
        && ApplicationsTable.Find(tenant, id) is { Scope.Length: > 0 } api && api.Scope == scope ? api : null;
}
