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

    /// <summary>Whose it is: nobody else sees it.</summary>
    public required string Application { get; init; }

    /// <summary>The last change of the list that was told, or given up on.</summary>
    public long Told { get; init; }

    public long Warned { get; init; }

    /// <summary>1 when a notification was given up on and the subscriber does not know yet.</summary>
    public long Missed { get; init; }

    /// <summary>Whether its end is near and nobody has said so.</summary>
    public bool IsToBeWarned(DateTimeOffset now) =>
        Warned == 0 && Lifecycle is not null && Stamp.TryParse(Expires, out var end) && end - now < BeforeEnd;

    private static readonly TimeSpan BeforeEnd = TimeSpan.FromMinutes(15);
}

/// <summary>The SQL of subscriptions.</summary>
internal static class SubscriptionsTable
{
    private const string Columns = """
        id AS Id, resource AS Resource, list_id AS ListId, change_type AS ChangeType, notify AS Notify, lifecycle AS Lifecycle,
        client_state AS ClientState, tls AS Tls, expires AS Expires, application AS Application, told AS Told, warned AS Warned, missed AS Missed
        """;

    public static IReadOnlyList<Subscription> Living(Database database, DateTimeOffset now) =>
        database.All<Subscription>($"SELECT {Columns} FROM subscription WHERE expires > @now ORDER BY id", new { now = Stamp.Of(now) });

    public static void Add(Database database, Subscription subscription) => database.Execute(
        """
        INSERT INTO subscription (id, resource, list_id, change_type, notify, lifecycle, client_state, tls, expires, application, told)
        VALUES (@Id, @Resource, @ListId, @ChangeType, @Notify, @Lifecycle, @ClientState, @Tls, @Expires, @Application, @Told)
        """,
        subscription);

    public static void Renew(Database database, Subscription subscription) =>
        database.Execute("UPDATE subscription SET expires = @Expires, warned = 0 WHERE id = @Id", new { subscription.Id, subscription.Expires });

    /// <summary>The number of the last change of what it watches.</summary>
    public static long LastChange(Database database, Subscription subscription) =>
        database.One<long?>("SELECT max(change) FROM item WHERE list_id = @ListId", new { subscription.ListId }) ?? 0;

    public static int Told(Database database, string id, long change, bool missed) =>
        database.Execute("UPDATE subscription SET told = @change, missed = @missed WHERE id = @id", new { id, change, missed });

    public static int Warned(Database database, string id) => database.Execute("UPDATE subscription SET warned = 1 WHERE id = @id", new { id });

    public static void Delete(Database database, string id) => database.Execute("DELETE FROM subscription WHERE id = @id", new { id });
}
