using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Items;

/// <summary>
/// Columns that point at an item of another list. The number of that item is kept, and shown as <c>XLookupId</c>; its value is joined to the answer when X is selected, for so many
/// columns and no more.
/// </summary>
internal static class Lookups
{
    private const int Most = 12;

    /// <summary>Refuses a selection that joins too many; people are joined like items.</summary>
    public static void Check(IReadOnlyList<Column> columns, IReadOnlySet<string> selected)
    {
        if (selected.Count > Most && columns.Count(column => IsJoin(column) && selected.Contains(column.Name)) > Most)
        {
            throw GraphError.Invalid("The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.");
        }
    }

    /// <summary>Adds the value of each lookup that was selected by its own name.</summary>
    public static void Join(GraphCall call, ListRow list, JsonObject fields, IReadOnlySet<string> selected)
    {
        foreach (var name in selected.Where(name => fields.ContainsKey(name + Column.LookupSuffix) && !fields.ContainsKey(name)))
        {
            if (ColumnsTable.All(call.Db, list).FirstOrDefault(column => column.Kind == ColumnKind.Lookup && column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } column)
            {
                fields[column.Name] = Value(call.Db, column, fields[column.StoredName]!.GetValue<string>());
            }
        }
    }

    /// <summary>The number of the item pointed at, as it is stored.</summary>
    public static JsonNode Normalize(Database database, Column column, JsonNode value)
    {
        var text = value is JsonValue one && one.TryGetValue<long>(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.ToString();
        return Target(database, column, text) is not null
            ? JsonValue.Create(text)
            : throw GraphError.Invalid($"Field '{column.StoredName}' points at no item of its list.");
    }

    /// <summary>Refuses a column that points nowhere.</summary>
    public static void CheckTarget(Database database, Column column)
    {
        if (column.Kind != ColumnKind.Lookup)
        {
            return;
        }
        var list = ListsTable.ById(database, Facet(column).Text("listId")?.Trim('{', '}').ToLowerInvariant() ?? "") ?? throw GraphError.Invalid("The list of the lookup does not exist.");
        var shown = Facet(column).Text("columnName") ?? "Title";
        if (!ColumnsTable.All(database, list).Any(other => other.Name == shown))
        {
            throw GraphError.Invalid($"The list of the lookup has no column '{shown}'.");
        }
    }

    private static bool IsJoin(Column column) => column.Kind == ColumnKind.Lookup || column.Definition["personOrGroup"] is not null;

    private static JsonNode? Value(Database database, Column column, string number) =>
        Target(database, column, number)?.FieldValues[Facet(column).Text("columnName") ?? "Title"]?.DeepClone();

    private static ItemRow? Target(Database database, Column column, string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? ItemsTable.ById(database, Facet(column).Text("listId")!.Trim('{', '}').ToLowerInvariant(), id) // checked when the column was made
            : null;

    private static JsonObject Facet(Column column) => column.Definition["lookup"]!.AsObject();
}
