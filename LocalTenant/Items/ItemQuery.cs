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
    private const string ById = "Paged=TRUE&p_ID=";

    private const string ByPlace = "Paged=TRUE&p_Place=";

    public static ItemPage Run(GraphCall call, ListRow list)
    {
        var columns = ColumnsTable.All(call.Db, list);
        var conditions = ItemFilter.Parse(call.Query.Filter ?? "", columns);
        var order = ItemOrder.Parse(call.Query.OrderBy, columns);
        var top = call.Query.Top(byDefault: 200, most: 5000);
        return conditions.Count == 0 && order is null
            ? InOrderOfNumber(call, list, top)
            : Chosen(call, ItemSelection.Run(call, list, conditions, order, Most(call, order, top)), list, order, top);
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
        var rows = ItemsTable.ByIds(call.Db, list.Id, page).ToDictionary(row => row.Id);
        var more = ids.Count > skip + page.Count;
        var next = order is null ? Token(ById, page.LastOrDefault()) : Token(ByPlace, skip + page.Count);
        return new([.. page.Select(id => rows[id])], more ? next : null);
    }

    // One more than the page shows whether there is another.
    private static int Most(GraphCall call, ItemOrder? order, int top) => order is null ? int.MaxValue : (int)Math.Min(Start(call, ByPlace) + top + 1, int.MaxValue);

    private static long Start(GraphCall call, string prefix)
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

    private static string Token(string prefix, long at) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{prefix}{at}")));
}
