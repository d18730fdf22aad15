using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>Finds the numbers of the items a filter and an order choose, within the rules of large lists.</summary>
internal static class ItemSelection
{
    private const int Threshold = 5000;

    private sealed record Entry
    {
        public required long Id { get; init; }

        public object? Value { get; init; }
    }

    public static IReadOnlyList<long> Run(GraphCall call, ListRow list, IReadOnlyList<Condition> conditions, ItemOrder? order)
    {
        Check(call, conditions, order);
        var ids = conditions.Count == 0 ? null : Matching(call, list, conditions);
        return order is null ? [.. ids!.Order()] : Ordered(call, list, ids, order);
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
        var touched = Holding(call, list, lead.Column, conditions);
        if (touched.Count > Threshold)
        {
            throw GraphError.OverThreshold();
        }
        foreach (var other in conditions.Select(condition => condition.Column).Where(column => column != lead.Column).Distinct())
        {
            touched.IntersectWith(Holding(call, list, other, conditions));
        }
        return touched;
    }

    private static HashSet<long> Holding(GraphCall call, ListRow list, Column column, IReadOnlyList<Condition> conditions)
    {
        var own = conditions.Where(condition => condition.Column == column).ToList();
        return [.. Entries(call, list, column, own).Where(entry => own.TrueForAll(condition => condition.Holds(entry.Value))).Select(entry => entry.Id)];
    }

    private static long[] Ordered(GraphCall call, ListRow list, HashSet<long>? ids, ItemOrder order)
    {
        var entries = Entries(call, list, order.Column, []).Where(entry => ids?.Contains(entry.Id) ?? true);
        var sorted = order.Descending
            ? entries.OrderByDescending(entry => entry.Value, KeyOrder.Instance)
            : entries.OrderBy(entry => entry.Value, KeyOrder.Instance);
        return [.. sorted.ThenBy(entry => entry.Id).Select(entry => entry.Id)];
    }

    private static IEnumerable<Entry> Entries(GraphCall call, ListRow list, Column column, IReadOnlyList<Condition> conditions)
    {
        if (!column.Indexed)
        {
            return IsNumber(column) ? Numbers(call, list) : Scanned(call, list, column);
        }
        return conditions is [{ Operator: "eq", Value: { } value }]
            ? call.Db.All<Entry>("SELECT item_id AS Id, value AS Value FROM indexed_value WHERE list_id = @Id AND column_name = @Name AND value = @value", new { list.Id, column.Name, value })
            : call.Db.All<Entry>("SELECT item_id AS Id, value AS Value FROM indexed_value WHERE list_id = @Id AND column_name = @Name", new { list.Id, column.Name });
    }

    private static IEnumerable<Entry> Scanned(GraphCall call, ListRow list, Column column)
    {
        if (ItemsTable.Count(call.Db, list.Id) > Threshold)
        {
            throw GraphError.OverThreshold();
        }
        return ItemsTable.After(call.Db, list.Id, 0, Threshold).Select(item => new Entry { Id = item.Id, Value = FieldValue.Key(column, Stored(item, column)) });
    }

    private static IEnumerable<Entry> Numbers(GraphCall call, ListRow list) =>
        call.Db.All<long>("SELECT id FROM item WHERE list_id = @Id AND deleted = 0 AND id > 0", new { list.Id }).Select(id => new Entry { Id = id, Value = (double)id });

    private static JsonNode? Stored(ItemRow item, Column column) => column.Name switch
    {
        "Created" => item.Created,
        "Modified" => item.Modified,
        "FileLeafRef" => item.Name,
        _ => item.FieldValues[column.StoredName],
    };

    // The number of an item is its key in SharePoint's table and needs no index of its own.
    private static bool IsNumber(Column column) => column is { BuiltIn: true, Name: "ID" };

    private static bool HasIndex(Column column) => column.Indexed || IsNumber(column);
}
