using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Tokens;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Applications;

/// <summary>/_local/applications: POST registers another application and tells its secret, once.</summary>
internal static class ApplicationsEndpoint
{
    public static Task AnswerAsync(HttpContext context, Tenant tenant, JsonObject body)
    {
        var roles = (body["roles"] as JsonArray ?? []).Select(role => role?.GetValue<string>() ?? "").ToList();
        if (roles.Find(role => !Application.KnownRoles.Contains(role)) is { } unknown)
        {
            return EntraEndpoint.WriteAsync(context, StatusCodes.Status400BadRequest, new() { ["error"] = $"There is no permission '{unknown}'. Known: {string.Join(", ", Application.KnownRoles)}." });
        }
        var redirects = (body["redirectUris"] as JsonArray ?? []).Select(address => address?.GetValue<string>() ?? "").ToList();
        if (redirects.Find(address => !Uri.TryCreate(address, UriKind.Absolute, out _)) is { } broken)
        {
            return EntraEndpoint.WriteAsync(context, StatusCodes.Status400BadRequest, new() { ["error"] = $"'{broken}' is not an absolute address." });
        }
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
        var application = new Application
        {
            Id = Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString(),
            DisplayName = body.Text("displayName") ?? "",
            SecretHash = Application.Hash(secret),
            Roles = JsonSerializer.Serialize(roles),
            RedirectUris = JsonSerializer.Serialize(redirects),
            Scope = body.Text("scope") ?? "",
        };
        ApplicationsTable.Add(tenant.Database, application);
        return EntraEndpoint.WriteAsync(context, StatusCodes.Status201Created, new() { ["clientId"] = application.Id, ["clientSecret"] = secret, ["displayName"] = application.DisplayName });
    }
}
