using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Rows;

/// <summary>Which rows, in what order, from where in the folders.</summary>
internal sealed record RowQuery(RowTest? Test, IReadOnlyList<RowOrder> Order, Func<ItemRow, bool> InScope)
{
    /// <summary>The folder whose own rows alone count, or null for all of the list.</summary>
    public ItemRow? Folder { get; init; }
}

/// <summary>
/// Finds rows within the rule of large lists: no more than 5,000 rows may be touched, so in a list that has more the first
/// column of a filter, or of an order, must be indexed.
/// </summary>
internal static class RowFinder
{
    private const int Threshold = 5000;

    private const int Chunk = 500;

    /// <summary>A page of rows after a number of rows that pass, and whether more follow.</summary>
    public static (IReadOnlyList<ItemRow> Rows, bool More) Page(RestCall call, ListRow list, RowQuery query, int skip, int count)
    {
        var page = Matching(call, list, query).Skip(skip).Take(count + 1).ToList();
        return page.Count > count ? (page[..count], true) : (page, false);
    }

    private static IEnumerable<ItemRow> Matching(RestCall call, ListRow list, RowQuery query)
    {
        if (!ItemsTable.HasMore(call.Db, list.Id, query.Folder?.Id, Threshold))
        {
            return Sorted(Passing(query.Folder is { } folder ? ItemsTable.Children(call.Db, folder, 0, Threshold) : ItemsTable.After(call.Db, list.Id, 0, Threshold), query), query.Order);
        }
        return query.Test is null ? Indexed(call, list, query) : Sorted(Passing(Led(call, list, query.Test), query), query.Order);
    }

    // Nothing to filter: the order's own index, or the number of the item, gives the rows in turn, as many as are asked for.
    private static IEnumerable<ItemRow> Indexed(RestCall call, ListRow list, RowQuery query)
    {
        if (query.Order is [var first, ..] && !RowValue.HasIndex(first.Column))
        {
            throw RestError.OverThreshold();
        }
        return query.Order is [] ? Passing(InTurn(call, list), query) : Passing(ByIndex(call, list, query.Order[0]), query);
    }

    private static IEnumerable<ItemRow> InTurn(RestCall call, ListRow list)
    {
        for (var rows = ItemsTable.After(call.Db, list.Id, 0, Chunk); rows.Count > 0; rows = ItemsTable.After(call.Db, list.Id, rows[^1].Id, Chunk))
        {
            foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<ItemRow> ByIndex(RestCall call, ListRow list, RowOrder order)
    {
        var (seen, index) = (0, new ItemOrder(order.Column, order.Descending));
        for (var most = Chunk; ; most *= 2)
        {
            var ids = ItemSelection.Run(call.Call, list, [], index, most).Skip(seen).ToList();
            var rows = ItemsTable.ByIds(call.Db, list.Id, ids).ToDictionary(row => row.Id);
            foreach (var id in ids)
            {
                yield return rows[id];
            }
            seen += ids.Count;
            if (seen < most)
            {
                yield break;
            }
        }
    }

    private static IReadOnlyList<ItemRow> Led(RestCall call, ListRow list, RowTest test)
    {
        var lead = test.Lead() ?? throw RestError.OverThreshold();
        var ids = lead.SelectMany(condition => ItemSelection.Run(call.Call, list, [condition], null)).Distinct().ToList();
        return ids.Count > Threshold ? throw RestError.OverThreshold() : ItemsTable.ByIds(call.Db, list.Id, ids);
    }

    private static IEnumerable<ItemRow> Passing(IEnumerable<ItemRow> rows, RowQuery query) =>
        rows.Where(row => query.InScope(row) && (query.Test?.Holds(row) ?? true));

    private static IEnumerable<ItemRow> Sorted(IEnumerable<ItemRow> rows, IReadOnlyList<RowOrder> orders)
    {
        IOrderedEnumerable<ItemRow>? sorted = null;
        foreach (var order in orders)
        {
            object? Key(ItemRow row) => RowValue.Key(order.Column, row);
            sorted = (sorted, order.Descending) switch
            {
                (null, true) => rows.OrderByDescending(Key, KeyOrder.Instance),
                (null, false) => rows.OrderBy(Key, KeyOrder.Instance),
                ({ } known, true) => known.ThenByDescending(Key, KeyOrder.Instance),
                ({ } known, false) => known.ThenBy(Key, KeyOrder.Instance),
            };
        }
        return sorted?.ThenBy(row => row.Id) ?? rows.OrderBy(row => row.Id);
    }
}
