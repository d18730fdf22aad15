using System.Security.Cryptography;
using System.Text;
using Dapper;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The subscription of a list, and the secret that Graph repeats in each of its notifications.</summary>
internal sealed record KeptSubscription(string List, string Id, string ClientState, string ExpiresAt)
{
    /// <summary>Until when it tells.</summary>
    public DateTimeOffset End => VietnamTime.Parse(ExpiresAt);

    /// <summary>True when a notification carries the secret.</summary>
    public bool IsProvenBy(string clientState) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ClientState), Encoding.UTF8.GetBytes(clientState));
}

/// <summary>Remembers our subscriptions over restarts.</summary>
internal sealed class SubscriptionStore(Database database)
{
    private const string Columns = "list List, id Id, client_state ClientState, expires_at ExpiresAt";

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<KeptSubscription>> AllAsync()
    {
        await using var connection = database.Open();
        return [.. await connection.QueryAsync<KeptSubscription>($"SELECT {Columns} FROM subscriptions")];
    }

    /// <summary>The one with this id; null when it is none of ours.</summary>
    public async Task<KeptSubscription?> FindAsync(string id)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<KeptSubscription>($"SELECT {Columns} FROM subscriptions WHERE id = @id", new { id });
    }

    /// <summary>Keeps the subscription of a list in place of the one before.</summary>
    public Task KeepAsync(ListSchema list, SiteSubscription subscription, string clientState) => database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync( // a running transaction has its connection
        "INSERT OR REPLACE INTO subscriptions (list, id, client_state, expires_at) VALUES (@Name, @Id, @clientState, @end)",
        new { list.Name, subscription.Id, clientState, end = VietnamTime.Stored(subscription.ExpiresAt) }, transaction));

    /// <summary>Forgets one that is gone.</summary>
    public Task ForgetAsync(string id) => database.WriteAsync(transaction =>
        transaction.Connection!.ExecuteAsync("DELETE FROM subscriptions WHERE id = @id", new { id }, transaction)); // a running transaction has its connection
}
