using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>Finds the numbers of the items a filter and an order choose, within the rules of large lists.</summary>
internal static class ItemSelection
{
    private const int Threshold = 5000;

    /// <param name="call">The call.</param>
    /// <param name="list">The list.</param>
    /// <param name="conditions">Which items; none for all of them.</param>
    /// <param name="order">In which order; null for that of their numbers.</param>
    /// <param name="most">How many the caller will look at: an index need not be read further.</param>
    public static IReadOnlyList<long> Run(GraphCall call, ListRow list, IReadOnlyList<Condition> conditions, ItemOrder? order, int most = int.MaxValue)
    {
        Check(call, conditions, order);
        var ids = conditions.Count == 0 ? null : Matching(call, list, conditions);
        return order is null ? [.. ids!.Order()] : Ordered(call, list, ids, order, most);
    }

    private static void Check(GraphCall call, IReadOnlyList<Condition> conditions, ItemOrder? order)
    {
        if (call.HonorsUnindexed)
        {
            return;
        }
        var columns = conditions.Select(condition => condition.Column).Concat(order is null ? [] : [order.Column]).ToList();
        if (columns.FirstOrDefault(column => !HasIndex(column)) is { } bare)
        {
            throw GraphError.Invalid($"Field '{bare.Name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.");
        }
        if (conditions.Select(condition => condition.Column.Name).Distinct().Count() > 1)
        {
            throw GraphError.Invalid("The service can only filter on a single indexed field at a time.");
        }
    }

    // The first indexed column decides how many rows are touched; the others only thin them out.
    private static HashSet<long> Matching(GraphCall call, ListRow list, IReadOnlyList<Condition> conditions)
    {
        var lead = conditions.FirstOrDefault(condition => HasIndex(condition.Column)) ?? conditions[0];
        var touched = Holding(call, list, lead.Column, conditions, null).ToHashSet();
        if (touched.Count > Threshold)
        {
            throw GraphError.OverThreshold();
        }
        foreach (var other in conditions.Select(condition => condition.Column).Where(column => column != lead.Column).Distinct())
        {
            touched.IntersectWith(Holding(call, list, other, conditions, touched));
        }
        return touched;
    }

    private static IEnumerable<long> Holding(GraphCall call, ListRow list, Column column, IReadOnlyList<Condition> conditions, IReadOnlySet<long>? among)
    {
        var own = conditions.Where(condition => condition.Column == column).ToList();
        return HasIndex(column)
            ? IndexScan.Of(call.Db, list, column).Holding(own, among, Threshold + 1)
            : Scanned(call, list, column).Where(entry => own.TrueForAll(condition => condition.Holds(entry.Key))).Select(entry => entry.Id);
    }

    private static IReadOnlyList<long> Ordered(GraphCall call, ListRow list, IReadOnlySet<long>? among, ItemOrder order, int most)
    {
        if (HasIndex(order.Column))
        {
            return IndexScan.Of(call.Db, list, order.Column).Ordered(order.Descending, among, most);
        }
        var entries = Scanned(call, list, order.Column).Where(entry => among?.Contains(entry.Id) ?? true);
        var sorted = order.Descending
            ? entries.OrderByDescending(entry => entry.Key, KeyOrder.Instance)
            : entries.OrderBy(entry => entry.Key, KeyOrder.Instance);
        return [.. sorted.ThenBy(entry => entry.Id).Select(entry => entry.Id)];
    }

    private static IEnumerable<(long Id, object? Key)> Scanned(GraphCall call, ListRow list, Column column)
    {
        var items = ItemsTable.After(call.Db, list.Id, 0, Threshold + 1);
        return items.Count > Threshold ? throw GraphError.OverThreshold() : items.Select(item => (item.Id, FieldValue.Key(column, Stored(item, column))));
    }

    private static JsonNode? Stored(ItemRow item, Column column) => column.Name switch
    {
        "Created" => item.Created,
        "Modified" => item.Modified,
        "FileLeafRef" => item.Name,
        _ => item.FieldValues[column.StoredName],
    };

    // The number of an item is its key in SharePoint's table and needs no index of its own.
    private static bool HasIndex(Column column) => column.Indexed || IndexScan.IsNumber(column);
}
