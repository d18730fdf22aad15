using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Mail;
using HocTap.Office.LocalTenant.Tokens;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>/_local/revocations: POST ends the sessions and refresh tokens of a user, as an administrator's revokeSignInSessions does.</summary>
internal static class RevocationsEndpoint
{
    public static Task AnswerAsync(HttpContext context, Tenant tenant, JsonObject body)
    {
        lock (tenant.Database.Gate)
        {
            var user = Mailbox.Find(tenant.Database, body.Text("user") ?? "", tenant.Clock.GetUtcNow()) ?? throw GraphError.NotFound("There is no such user.");
            SignInsTable.RemoveOf(tenant.Database, user.Id);
        }
        return EntraEndpoint.WriteAsync(context, StatusCodes.Status200OK, new() { ["value"] = true });
    }
}
