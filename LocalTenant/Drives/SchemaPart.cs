using System.Xml.Linq;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>The custom XML part in which SharePoint describes the library's columns to Office.</summary>
internal static class SchemaPart
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly XNamespace ContentType = "http://schemas.microsoft.com/office/2006/metadata/contentType";

    private static readonly XNamespace Meta = "http://schemas.microsoft.com/office/2006/metadata/properties/metaAttributes";

    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";

    private static readonly XNamespace Store = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

    public static void Write(OfficePackage package, ListRow library, IReadOnlyList<Column> columns)
    {
        var known = package.Names.FirstOrDefault(name => IsOurs(package, name));
        var part = known ?? FreeName(package);
        package.Write(part, Describe(library, columns));
        if (known is null)
        {
            Attach(package, library, part);
        }
    }

    private static bool IsOurs(OfficePackage package, string name) => name.StartsWith("customXml/item", StringComparison.Ordinal)
        && !name.StartsWith("customXml/itemProps", StringComparison.Ordinal)
        && package.Read(name)?.Root?.Name == ContentType + "contentTypeSchema";

    private static string FreeName(OfficePackage package)
    {
        var names = package.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, names.Count + 1)
            .Where(number => !names.Contains($"customXml/itemProps{number}.xml"))
            .Select(number => $"customXml/item{number}.xml")
            .First(name => !names.Contains(name));
    }

    private static XDocument Describe(ListRow library, IReadOnlyList<Column> columns) => new(new XElement(
        ContentType + "contentTypeSchema",
        new XAttribute(XNamespace.Xmlns + "ct", ContentType),
        new XAttribute(XNamespace.Xmlns + "ma", Meta),
        new XAttribute(Meta + "contentTypeName", "Document"),
        new XAttribute(Meta + "contentTypeID", library.ItemContentType),
        new XElement(
            Schema + "schema",
            new XAttribute(XNamespace.Xmlns + "xsd", Schema),
            new XAttribute("targetNamespace", "http://schemas.microsoft.com/office/2006/metadata/properties"),
            columns.Where(column => !column.BuiltIn).Select(Element))));

    private static XElement Element(Column column) => new(
        Schema + "element",
        new XAttribute("name", column.Name),
        new XAttribute("minOccurs", column.Required ? 1 : 0),
        new XAttribute("nillable", true),
        new XAttribute(Meta + "displayName", (string?)column.Definition["displayName"] ?? column.Name),
        new XAttribute("type", column.Kind switch
        {
            ColumnKind.Number => "xsd:decimal",
            ColumnKind.Boolean => "xsd:boolean",
            ColumnKind.DateTime => "xsd:dateTime",
            ColumnKind.Text or ColumnKind.MultiLineText or ColumnKind.Choice or ColumnKind.MultiChoice or ColumnKind.Lookup => "xsd:string",
        }));

    private static void Attach(OfficePackage package, ListRow library, string part)
    {
        var number = part["customXml/item".Length..];
        var properties = "customXml/itemProps" + number;
        package.Write(properties, new(new XElement(
            Store + "datastoreItem",
            new XAttribute(XNamespace.Xmlns + "ds", Store),
            new XAttribute(Store + "itemID", $"{{{library.Id.ToUpperInvariant()}}}"),
            new XElement(Store + "schemaRefs", new XElement(Store + "schemaRef", new XAttribute(Store + "uri", ContentType.NamespaceName))))));
        package.Declare(part, "application/xml");
        package.Declare(properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
        package.Relate($"customXml/_rels/item{number}.rels", Relations + "customXmlProps", "itemProps" + number);
        package.Relate(RelationsOf(package.Main), Relations + "customXml", Upwards(package.Main) + part);
    }

    private static string RelationsOf(string part) => $"{part[..(part.LastIndexOf('/') + 1)]}_rels/{part[(part.LastIndexOf('/') + 1)..]}.rels";

    private static string Upwards(string part) => string.Concat(Enumerable.Repeat("../", part.Count(character => character == '/')));
}
