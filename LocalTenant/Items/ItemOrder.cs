using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>The one column to order by.</summary>
internal sealed record ItemOrder(Column Column, bool Descending)
{
    /// <summary>Anything but fields/X is ignored without a word, as Graph does with id and lastModifiedDateTime.</summary>
    public static ItemOrder? Parse(string? orderBy, IReadOnlyList<Column> columns)
    {
        var words = (orderBy ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !words[0].StartsWith("fields/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        if (words is not ([_] or [_, "asc" or "desc"]))
        {
            throw GraphError.NotImplemented("$orderby of more than one field");
        }
        return new(ItemFilter.Find(columns, words[0]["fields/".Length..]), words is [_, "desc"]);
    }
}
