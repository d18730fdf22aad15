using Dapper;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// The ids SharePoint gave to items and files, by list id and our key. Numbers of items are never used twice within a list, so an id that is remembered is right or its item is
/// gone, and then forgotten; what is not remembered is looked up in SharePoint by its key.
/// </summary>
internal sealed class KnownItems(Database database)
{
    /// <summary>The id; null when it is not remembered.</summary>
    public async Task<string?> FindAsync(string listId, string key)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>("SELECT item_id FROM site_items WHERE list = @listId AND key = @key", new { listId, key });
    }

    /// <summary>Forgets an id whose item is gone.</summary>
    public Task ForgetAsync(string listId, string key) => database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync( // a running transaction has its connection
        "DELETE FROM site_items WHERE list = @listId AND key = @key", new { listId, key }, transaction));

    /// <summary>Remembers ids.</summary>
    public Task RememberAsync(IReadOnlyCollection<KnownItem> items) => items.Count == 0 ? Task.CompletedTask : database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync( // a running transaction has its connection
        "INSERT INTO site_items (list, key, item_id) VALUES (@ListId, @Key, @ItemId) ON CONFLICT (list, key) DO UPDATE SET item_id = excluded.item_id", items, transaction));
}

/// <summary>An id and whose it is.</summary>
internal sealed record KnownItem(string ListId, string Key, string ItemId);
