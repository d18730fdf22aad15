using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>Takes what an uploaded file says of itself into the columns of the same names; what does not fit is passed over.</summary>
internal static class Promotion
{
    private static readonly XName Title = XName.Get("title", "http://purl.org/dc/elements/1.1/");

    public static JsonObject Apply(IReadOnlyList<Column> columns, JsonObject present, OfficePackage package)
    {
        var fields = present.DeepClone().AsObject();
        foreach (var (name, text) in Found(package))
        {
            if (columns.FirstOrDefault(column => column.Name == name && !column.ReadOnly) is { } column && Fit(column, text) is { } value)
            {
                fields[name] = value;
            }
        }
        return fields;
    }

    private static IEnumerable<KeyValuePair<string, string>> Found(OfficePackage package)
    {
        var part = package.Target("_rels/.rels", "/core-properties");
        var title = part is null ? null : package.Read(part)?.Root?.Element(Title)?.Value;
        return string.IsNullOrWhiteSpace(title) ? CustomProperties.Read(package) : CustomProperties.Read(package).Prepend(new("Title", title));
    }

    private static JsonNode? Fit(Column column, string text)
    {
        try
        {
            return Parse(column, text) is { } value ? FieldValue.Normalize(column, value) : null;
        }
        catch (GraphError)
        {
            return null;
        }
    }

    private static JsonNode? Parse(Column column, string text) => column.Kind switch
    {
        ColumnKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        ColumnKind.Boolean => bool.TryParse(text, out var flag) ? flag : null,
        ColumnKind.MultiChoice => new JsonArray([.. text.Split(";#", StringSplitOptions.RemoveEmptyEntries).Select(one => (JsonNode)one)]),
        ColumnKind.Text or ColumnKind.MultiLineText or ColumnKind.Choice or ColumnKind.DateTime => text,
        ColumnKind.Lookup => null, // the file has no number to trust
    };
}
