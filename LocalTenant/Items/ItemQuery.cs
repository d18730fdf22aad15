using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>A page of items and the opaque token of the next.</summary>
internal sealed record ItemPage(IReadOnlyList<ItemRow> Items, string? Next);

/// <summary>Lists items the way SharePoint lets one: by index, below the threshold, in pages.</summary>
internal static class ItemQuery
{
    private const int Window = 5000;

    private const string ById = "Paged=TRUE&p_ID=";

    /// <summary>Goes on after so many.</summary>
    public const string ByPlace = "Paged=TRUE&p_Place=";

    public static ItemPage Run(GraphCall call, ListRow list)
    {
        var columns = ColumnsTable.All(call.Db, list);
        var conditions = ItemFilter.Parse(call.Query.Filter ?? "", columns);
        var order = ItemOrder.Parse(call.Query.OrderBy, columns);
        var top = call.Query.Top(byDefault: 200, most: 5000);
        Lookups.Check(columns, ItemsApi.Selected(call));
        return conditions.Count == 0 && order is null
            ? InOrderOfNumber(call, list, top)
            : order is null && !conditions.Any(condition => condition.Operator == "eq") && ItemsTable.LastId(call.Db, list.Id) is var last && last > Window
            ? Windowed(call, ItemSelection.Run(call, list, conditions, order, int.MaxValue), list, (top, last))
            : Chosen(call, ItemSelection.Run(call, list, conditions, order, Most(call, order, top)), list, order, top);
    }

    // A range over a large list is looked for in one stretch of item numbers a page: there may be nothing in it, and more behind it.
    private static ItemPage Windowed(GraphCall call, IReadOnlyList<long> ids, ListRow list, (int Top, long Last) bounds)
    {
        var start = Start(call, ById);
        var end = start + Window;
        var page = ids.SkipWhile(id => id <= start).TakeWhile(id => id <= end).Take(bounds.Top).ToList();
        var reached = page.Count == bounds.Top ? page[^1] : end;
        return new(Rows(call, list, page), reached < bounds.Last ? Token(ById, reached) : null);
    }

    /// <summary>The query of the page that begins after an item.</summary>
    public static string Following(ItemRow item) => "$skiptoken=" + Token(ById, item.Id);

    private static ItemPage InOrderOfNumber(GraphCall call, ListRow list, int top)
    {
        var items = ItemsTable.After(call.Db, list.Id, Start(call, ById), top + 1);
        return items.Count <= top ? new(items, null) : new([.. items.Take(top)], Token(ById, items[top - 1].Id));
    }

    private static ItemPage Chosen(GraphCall call, IReadOnlyList<long> ids, ListRow list, ItemOrder? order, int top)
    {
        var skip = order is null ? ids.TakeWhile(id => id <= Start(call, ById)).Count() : (int)Start(call, ByPlace);
        var page = ids.Skip(skip).Take(top).ToList();
        var more = ids.Count > skip + page.Count;
        var next = order is null ? Token(ById, page.LastOrDefault()) : Token(ByPlace, skip + page.Count);
        return new(Rows(call, list, page), more ? next : null);
    }

    // One more than the page shows whether there is another.
    private static int Most(GraphCall call, ItemOrder? order, int top) => order is null ? int.MaxValue : (int)Math.Min(Start(call, ByPlace) + top + 1, int.MaxValue);

    private static IReadOnlyList<ItemRow> Rows(GraphCall call, ListRow list, List<long> page)
    {
        var rows = ItemsTable.ByIds(call.Db, list.Id, page).ToDictionary(row => row.Id);
        return [.. page.Select(id => rows[id])];
    }

    /// <summary>Where a page begins: what its token says, 0 without one.</summary>
    public static long Start(GraphCall call, string prefix)
    {
        if (call.Query.SkipToken is not { } token)
        {
            return 0;
        }
        var text = Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : "";
        return text.StartsWith(prefix, StringComparison.Ordinal) && long.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw GraphError.Invalid("The skip token is not valid.");
    }

    /// <summary>What the next page is asked for with.</summary>
    public static string Token(string prefix, long at) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{prefix}{at}")));
}
