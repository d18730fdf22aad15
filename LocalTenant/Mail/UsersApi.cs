using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Mail;

/// <summary>A user of the tenant: any address is one from the first time it is named.</summary>
internal sealed record Mailbox
{
    public required string Id { get; init; }

    public required string Address { get; init; }

    public const string Select = "SELECT id AS Id, address AS Address FROM mailbox";

    /// <summary>By id, or by an address, which is made a user when it is none yet; null for an id nobody has.</summary>
    public static Mailbox? Find(Database database, string user, DateTimeOffset now)
    {
        if (database.One<Mailbox>($"{Select} WHERE id = @user OR address = @user", new { user }) is { } known)
        {
            return known;
        }
        if (!user.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }
        var mailbox = new Mailbox { Id = Guid.CreateVersion7(now).ToString(), Address = user };
        database.Execute("INSERT INTO mailbox (id, address) VALUES (@Id, @Address)", mailbox);
        return mailbox;
    }
}

/// <summary>Users: list, read by address or id. The application may read the directory, not change it.</summary>
internal static class UsersApi
{

    public static GraphAnswer All(GraphCall call)
    {
        if (call.Query.Filter is not null)
        {
            throw GraphError.NotImplemented("$filter of users");
        }
        var known = call.Db.All<Mailbox>(Mailbox.Select + " ORDER BY address");
        var json = Json.Collection(known.Select(mailbox => Show(mailbox).Keep(call.Query.Select)));
        if (call.Query["count"] == "true")
        {
            json.Insert(0, "@odata.count", known.Count);
        }
        return GraphAnswer.Ok(json);
    }

    public static GraphAnswer Get(GraphCall call, string user) => GraphAnswer.Ok(Show(Find(call, user)).Keep(call.Query.Select));

    public static Mailbox Find(GraphCall call, string user) => Mailbox.Find(call.Db, user, call.Now)
        ?? throw new GraphError(404, "Request_ResourceNotFound", $"Resource '{user}' does not exist or one of its queried reference-property objects are not present.");

    private static JsonObject Show(Mailbox mailbox) => new()
    {
        ["id"] = mailbox.Id,
        ["displayName"] = mailbox.Address.Split('@')[0],
        ["mail"] = mailbox.Address,
        ["userPrincipalName"] = mailbox.Address,
    };
}
