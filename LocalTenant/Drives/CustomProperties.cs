using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>docProps/custom.xml: where an Office file carries the columns of its library.</summary>
internal static class CustomProperties
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";

    private const string PartType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    private const string FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    /// <summary>Names and values as text, as the file has them.</summary>
    public static IReadOnlyDictionary<string, string> Read(OfficePackage package) => Elements(Open(package))
        .Where(property => property.Attribute("name") is not null)
        .GroupBy(property => (string)property.Attribute("name")!)
        .ToDictionary(group => group.Key, group => group.First().Value);

    /// <summary>Sets the content type and every column with a value; a column without one loses its property.</summary>
    public static void Write(OfficePackage package, ListRow library, IReadOnlyList<Column> columns, JsonObject fields)
    {
        var document = Open(package);
        Set(document, "ContentTypeId", Text("lpwstr", library.ItemContentType));
        foreach (var column in columns.Where(column => !column.BuiltIn && column.Name != "Title"))
        {
            Set(document, column.Name, fields[column.Name] is { } value ? Value(column, value) : null);
        }
        Number(document);
        Save(package, document);
    }

    private static XElement Value(Column column, JsonNode value) => column.Kind switch
    {
        ColumnKind.Number => Text("r8", value.GetValue<double>().ToString(CultureInfo.InvariantCulture)),
        ColumnKind.Boolean => Text("bool", value.GetValue<bool>() ? "true" : "false"),
        ColumnKind.DateTime => Text("filetime", value.GetValue<string>()),
        ColumnKind.MultiChoice => Text("lpwstr", $";#{string.Join(";#", value.AsArray().Select(one => one!.GetValue<string>()))};#"),
        ColumnKind.Text or ColumnKind.MultiLineText or ColumnKind.Choice or ColumnKind.Lookup => Text("lpwstr", value.GetValue<string>()),
    };

    private static XElement Text(string type, string text) => new(Types + type, text);

    private static void Set(XDocument document, string name, XElement? value)
    {
        Elements(document).Where(property => (string?)property.Attribute("name") == name).Remove();
        if (value is not null)
        {
            document.Root!.Add(new XElement(Properties + "property", new XAttribute("fmtid", FormatId), new XAttribute("pid", 0), new XAttribute("name", name), value));
        }
    }

    private static void Number(XDocument document)
    {
        foreach (var (index, property) in Elements(document).Index())
        {
            property.SetAttributeValue("pid", index + 2);
        }
    }

    private static XDocument Open(OfficePackage package) => package.Read(Part(package)) ?? new XDocument(
        new XElement(Properties + "Properties", new XAttribute("xmlns", Properties), new XAttribute(XNamespace.Xmlns + "vt", Types)));

    private static IEnumerable<XElement> Elements(XDocument document) => document.Root!.Elements(Properties + "property");

    private static string Part(OfficePackage package) => package.Target("_rels/.rels", "/custom-properties") ?? "docProps/custom.xml";

    private static void Save(OfficePackage package, XDocument document)
    {
        var part = Part(package);
        package.Write(part, document);
        package.Declare(part, PartType);
        if (package.Target("_rels/.rels", "/custom-properties") is null)
        {
            package.Relate("_rels/.rels", Relation, part);
        }
    }
}
