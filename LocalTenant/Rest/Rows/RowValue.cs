using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Rows;

/// <summary>A value of a row, as it is compared and as it was written in a query.</summary>
internal static class RowValue
{
    public static JsonNode? Stored(Column column, ItemRow row) => column.Name switch
    {
        "ID" => row.Id,
        "Created" => row.Created,
        "Modified" => row.Modified,
        "FileLeafRef" => row.Name,
        "_UIVersionString" => $"{row.Version}.0",
        var name => row.FieldValues[name],
    };

    public static object? Key(Column column, ItemRow row) => IsNumber(column) ? (double)row.Id : FieldValue.Key(column, Stored(column, row));

    /// <summary>The number of an item is its key in SharePoint's table and needs no index of its own.</summary>
    public static bool IsNumber(Column column) => column is { BuiltIn: true, Name: "ID" };

    public static bool HasIndex(Column column) => column.Indexed || IsNumber(column);

    /// <summary>A value of a query, as a key.</summary>
    public static object Parse(Column column, string text) => column.Kind switch
    {
        ColumnKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        ColumnKind.Boolean when text.ToUpperInvariant() is "1" or "TRUE" or "YES" => 1d,
        ColumnKind.Boolean when text.ToUpperInvariant() is "0" or "FALSE" or "NO" => 0d,
        ColumnKind.DateTime when Stamp.TryParse(text, out var time) => Stamp.Of(time),
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.MultiLineText => Folding.Fold(text),
        _ => throw RestError.Malformed($"The value '{text}' does not fit the column '{column.Name}'."),
    };
}
