using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Mail;

/// <summary>A user of the tenant: any address is one from the first time it is named.</summary>
internal sealed record Mailbox
{
    public required string Id { get; init; }

    public required string Address { get; init; }
}

/// <summary>GET of a user by address or id.</summary>
internal static class UsersApi
{
    public static GraphAnswer Get(GraphCall call, string user)
    {
        var mailbox = Find(call, user);
        return GraphAnswer.Ok(new JsonObject
        {
            ["@odata.context"] = $"{call.Root}/$metadata#users/$entity",
            ["id"] = mailbox.Id,
            ["displayName"] = mailbox.Address.Split('@')[0],
            ["mail"] = mailbox.Address,
            ["userPrincipalName"] = mailbox.Address,
        }.Keep(call.Query.Select));
    }

    public static Mailbox Find(GraphCall call, string user)
    {
        var known = call.Db.One<Mailbox>("SELECT id AS Id, address AS Address FROM mailbox WHERE id = @user OR address = @user", new { user });
        if (known is not null)
        {
            return known;
        }
        if (!user.Contains('@', StringComparison.Ordinal))
        {
            throw new GraphError(404, "Request_ResourceNotFound", $"Resource '{user}' does not exist or one of its queried reference-property objects are not present.");
        }
        var mailbox = new Mailbox { Id = Guid.CreateVersion7(call.Now).ToString(), Address = user };
        call.Db.Execute("INSERT INTO mailbox (id, address) VALUES (@Id, @Address)", mailbox);
        return mailbox;
    }
}
