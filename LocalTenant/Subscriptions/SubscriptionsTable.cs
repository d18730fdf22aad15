using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Subscriptions;

/// <summary>Who wants to be told of changes to a list, and until when.</summary>
internal sealed record Subscription
{
    public required string Id { get; init; }

    /// <summary>As the subscriber wrote it.</summary>
    public required string Resource { get; init; }

    public required string ListId { get; init; }

    public required string ChangeType { get; init; }

    public required string Notify { get; init; }

    public string? Lifecycle { get; init; }

    public string? ClientState { get; init; }

    public required string Tls { get; init; }

    public required string Expires { get; init; }
}

/// <summary>The SQL of subscriptions.</summary>
internal static class SubscriptionsTable
{
    private const string Columns = """
        id AS Id, resource AS Resource, list_id AS ListId, change_type AS ChangeType, notify AS Notify, lifecycle AS Lifecycle,
        client_state AS ClientState, tls AS Tls, expires AS Expires
        """;

    public static IReadOnlyList<Subscription> Living(Database database, DateTimeOffset now) =>
        database.All<Subscription>($"SELECT {Columns} FROM subscription WHERE expires > @now ORDER BY id", new { now = Stamp.Of(now) });

    public static void Add(Database database, Subscription subscription) => database.Execute(
        """
        INSERT INTO subscription (id, resource, list_id, change_type, notify, lifecycle, client_state, tls, expires)
        VALUES (@Id, @Resource, @ListId, @ChangeType, @Notify, @Lifecycle, @ClientState, @Tls, @Expires)
        """,
        subscription);

    public static void Renew(Database database, Subscription subscription) =>
        database.Execute("UPDATE subscription SET expires = @Expires WHERE id = @Id", new { subscription.Id, subscription.Expires });

    public static void Delete(Database database, string id) => database.Execute("DELETE FROM subscription WHERE id = @id", new { id });
}
