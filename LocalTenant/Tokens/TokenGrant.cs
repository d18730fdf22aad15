using System.Text;
using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.SignIns;

namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>The client-credentials grant with a secret or a certificate, with Entra's refusals.</summary>
internal static class TokenGrant
{
    public static async Task AnswerAsync(HttpContext context, Tenant tenant, string tenantId, string authority)
    {
        if (!context.Request.HasFormContentType)
        {
            await EntraEndpoint.RefuseAsync(context, tenant, new(400, "invalid_request", 900144, "The request body must contain the following parameter: 'grant_type'."));
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["grant_type"].ToString() is "authorization_code" or "refresh_token")
        {
            await UserGrant.AnswerAsync(context, form, tenant, (tenantId, authority));
            return;
        }
        var client = Credentials(context, form);
        var application = ApplicationsTable.Find(tenant, client.Id);
        if (Check(form, client, application, tenant, (tenantId, authority)) is { } refusal)
        {
            await EntraEndpoint.RefuseAsync(context, tenant, refusal);
            return;
        }
        await EntraEndpoint.WriteAsync(context, 200, new()
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = AccessTokens.LifetimeSeconds,
            ["ext_expires_in"] = AccessTokens.LifetimeSeconds,
            ["access_token"] = AccessTokens.Issue(tenant, application!, authority + "/v2.0"),
        });
    }

    private static Refusal? Check(IFormCollection form, (string Id, string Secret) client, Application? application, Tenant tenant, (string Tenant, string Authority) asked)
    {
        if (!asked.Tenant.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase))
        {
            return new(400, "invalid_request", 90002, $"Tenant '{asked.Tenant}' not found.");
        }
        if (form["grant_type"] != "client_credentials")
        {
            return new(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{form["grant_type"]}'.");
        }
        if (application is null)
        {
            return new(400, "unauthorized_client", 700016, $"Application with identifier '{client.Id}' was not found in the directory.");
        }
        if ((application.Id == tenant.ClientId && form.ContainsKey("client_assertion") ? ClientAssertion.Check(form, tenant, asked.Authority) : CheckSecret(client.Secret, application)) is { } refusal)
        {
            return refusal;
        }
        return form["scope"].ToString().EndsWith("/.default", StringComparison.Ordinal)
            ? null
            : new(400, "invalid_scope", 1002012, $"The provided value for scope {form["scope"]} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.");
    }

    private static Refusal? CheckSecret(string secret, Application application)
    {
        if (secret.Length == 0)
        {
            return Refusal.Client(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        return application.Knows(secret) ? null : Refusal.Client(7000215, "Invalid client secret provided.");
    }

    // Basic is what OAuth recommends, the form is what most libraries do; Entra takes both.
    private static (string Id, string Secret) Credentials(HttpContext context, IFormCollection form)
    {
        if (context.Request.Headers.Authorization.ToString() is not ['B', 'a', 's', 'i', 'c', ' ', .. var encoded])
        {
            return (form["client_id"].ToString(), form["client_secret"].ToString());
        }
        var buffer = new byte[encoded.Length];
        var pair = Convert.TryFromBase64String(encoded, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : "";
        var parts = pair.Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
