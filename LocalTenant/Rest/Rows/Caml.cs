using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Rows;

/// <summary>Reads CAML: Where with And, Or, comparisons, BeginsWith, Contains, IsNull, IsNotNull, In; OrderBy and GroupBy.</summary>
internal static class Caml
{
    private static readonly string[] Orders = ["GroupBy", "OrderBy"];

    public static XElement Parse(string text)
    {
        try
        {
            return XElement.Parse(text);
        }
        catch (XmlException)
        {
            throw new RestError(400, -2147467259, "Microsoft.SharePoint.SPException", "Cannot complete this action.\n\nPlease try again.");
        }
    }

    public static RowTest? Test(XElement query, IReadOnlyList<Column> columns, DateTimeOffset now) =>
        query.Element("Where")?.Elements().FirstOrDefault() is { } first ? Read(first, columns, now) : null;

    /// <summary>Groups come in order of their column, so a group is an order before the others.</summary>
    public static IReadOnlyList<RowOrder> Order(XElement query, IReadOnlyList<Column> columns) =>
        [.. Orders.SelectMany(name => query.Element(name)?.Elements("FieldRef") ?? []).Select(field => new RowOrder(Column(field, columns), field.Attribute("Ascending")?.Value.ToUpperInvariant() == "FALSE"))];

    private static RowTest Read(XElement xml, IReadOnlyList<Column> columns, DateTimeOffset now) => xml.Name.LocalName switch
    {
        "And" when xml.Elements().ToList() is [var left, var right] => new Both(Read(left, columns, now), Read(right, columns, now)),
        "Or" when xml.Elements().ToList() is [var left, var right] => new Either(Read(left, columns, now), Read(right, columns, now)),
        "IsNull" => new Compare(new(Column(Field(xml), columns), "eq", null)),
        "IsNotNull" => new Filled(Column(Field(xml), columns)),
        "Contains" => new Inside(Column(Field(xml), columns), Folding.Fold(xml.Element("Value")?.Value ?? "")),
        "In" => In(xml, Column(Field(xml), columns)),
        "Eq" => One(xml, "eq", columns, now),
        "Neq" => One(xml, "ne", columns, now),
        "Gt" => One(xml, "gt", columns, now),
        "Geq" => One(xml, "ge", columns, now),
        "Lt" => One(xml, "lt", columns, now),
        "Leq" => One(xml, "le", columns, now),
        "BeginsWith" => One(xml, "startswith", columns, now),
        var other => throw RestError.NotImplemented($"the CAML element {other}"),
    };

    private static Compare One(XElement xml, string comparison, IReadOnlyList<Column> columns, DateTimeOffset now)
    {
        var column = Column(Field(xml), columns);
        var value = xml.Element("Value") ?? throw RestError.Malformed("A comparison has no Value.");
        return new(new(column, comparison, value.Element("Today") is { } today ? Today(today, now) : RowValue.Parse(column, value.Value)));
    }

    private static RowTest In(XElement xml, Column column) => xml.Descendants("Value")
        .Select(value => (RowTest)new Compare(new(column, "eq", RowValue.Parse(column, value.Value))))
        .Aggregate((left, right) => new Either(left, right));

    private static string Today(XElement today, DateTimeOffset now)
    {
        var days = double.TryParse(today.Attribute("OffsetDays")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var offset) ? offset : 0;
        return Stamp.Of(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(days));
    }

    private static XElement Field(XElement xml) => xml.Element("FieldRef") ?? throw RestError.Malformed("A comparison has no FieldRef.");

    private static Column Column(XElement field, IReadOnlyList<Column> columns)
    {
        var name = field.Attribute("Name")?.Value ?? "";
        return columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new RestError(
            500, -2147024809, "Microsoft.SharePoint.SPException", "One or more field types are not installed properly. Go to the list settings page to delete these fields.");
    }
}
