using Dapper;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The read model as a whole («dữ liệu tra cứu»): counted, compared with SharePoint, thrown away.</summary>
internal sealed class ReadModel(Database database)
{
    private static IEnumerable<ListSchema> Mirrored => SiteSchema.Lists.Where(list => list != SiteSchema.Completion);

    /// <summary>Empties every mirror table and forgets where each delta goes on. What is ours alone (outbox, receipts, overlay, audit) stays.</summary>
    public Task ForgetAsync() => database.WriteAsync(async transaction =>
    {
        var tables = await transaction.Connection!.QueryAsync<string>( // a running transaction has its connection
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mirror\\_%' ESCAPE '\\'", transaction: transaction);
        foreach (var table in tables.Append("delta_links").Append("site_items"))
        {
            await transaction.Connection!.ExecuteAsync($"DELETE FROM {table}", transaction: transaction);
        }

        return true;
    });

    /// <summary>How many items of each list are mirrored.</summary>
    public async Task<IReadOnlyList<(ListSchema List, int Count)>> CountsAsync()
    {
        var counts = new List<(ListSchema, int)>();
        foreach (var list in Mirrored)
        {
            counts.Add((list, (await ItemsAsync(list)).Count));
        }

        return counts;
    }

    /// <summary>Every difference to SharePoint, one Vietnamese sentence each; empty when there is none.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(ListItems items, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var list in Mirrored)
        {
            var site = (await SiteItemsAsync(items, list, cancellationToken)).ToDictionary(item => item.ItemId, StringComparer.Ordinal);
            var mirror = await ItemsAsync(list);
            differences.AddRange(ReadModelDrift.Of(list, site, mirror));
        }

        return differences;
    }

    // What the mirror keeps of each item, by item id: for submissions the file and the version, for the others nothing more.
    private async Task<IReadOnlyDictionary<string, MirroredItem>> ItemsAsync(ListSchema list)
    {
        var (what, register) = (list == SiteSchema.Submissions ? "id Name, version Version" : "'' Name, 0 Version", Mirror.RegisterOf(list)?.Name);
        await using var connection = database.Open();
        var rows = await connection.QueryAsync<MirroredItem>(
            $"SELECT item_id ItemId, {what} FROM {Mirror.TableOf(list)} {(register is null ? "" : "WHERE register = @register")}", new { register });
        return rows.ToDictionary(row => row.ItemId, StringComparer.Ordinal);
    }

    /// <summary>All items of a list of the site, without what the library holds beside filed documents.</summary>
    public static async Task<IReadOnlyList<SiteItem>> SiteItemsAsync(ListItems items, ListSchema list, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, SiteItem>(StringComparer.Ordinal);
        for (var (link, last) = ((string?)null, false); !last;)
        {
            var page = await items.ChangesAsync(list, link, cancellationToken);
            foreach (var item in page.Items)
            {
                all[item.ItemId] = item;
            }

            (link, last) = (page.Link, page.IsLast);
        }

        return [.. all.Values.Where(item => !item.Deleted && !Mirror.IsLeftOut(list, item))];
    }
}

/// <summary>An item as the mirror has it.</summary>
internal sealed class MirroredItem
{
    /// <summary>Its id in the list.</summary>
    public required string ItemId { get; init; }

    /// <summary>The id of the submission; "" in other lists.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the submission; 0 in other lists.</summary>
    public required int Version { get; init; }
}
