using System.Xml;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>Takes out what SharePoint writes into documents and would read back as column values («làm sạch tệp trước khi tải lên»); our own part stays.</summary>
public static class PackageSanitizer
{
    private const string CustomProperties = "docProps/custom.xml";

    private static readonly string[] SharePointNames =
    [
        "http://schemas.microsoft.com/sharepoint/", "http://schemas.microsoft.com/office/2006/metadata/", "http://schemas.microsoft.com/office/infopath/",
        "http://schemas.microsoft.com/PowerApps/",
    ];

    /// <summary>The document without custom properties and without SharePoint's own XML parts; equal bytes for equal input.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a sound document.</exception>
    public static byte[] ForUpload(byte[] docx)
    {
        ArgumentNullException.ThrowIfNull(docx);
        var parts = PackageReader.ReadTrusted(docx);
        PackageEdits.RemoveParts(parts, [.. parts.Names.Where(name => IsForeign(parts, name)).SelectMany(name => OwnedBy(parts, name).Prepend(name)).ToList()]);
        return parts.ToBytes();
    }

    private static List<string> OwnedBy(DocxParts parts, string name)
    {
        var (folder, file) = (name[..name.LastIndexOf('/')], name[(name.LastIndexOf('/') + 1)..]);
        return parts[$"{folder}/_rels/{file}.rels"] is { } relations
            ? [.. PackageMap.Relations(SafeXml.Parse(relations)).Select(relation => PackageMap.Resolve(folder, relation.Target))]
            : [];
    }

    private static bool IsForeign(DocxParts parts, string name) =>
        name.Equals(CustomProperties, StringComparison.OrdinalIgnoreCase) || (IsItem(name) && parts.Within(name, ReadingLimits.KeptPart) is { } content && IsSharePoint(content));

    private static bool IsItem(string name) =>
        name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) && !name.Contains("_rels", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("itemProps", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsSharePoint(byte[] content)
    {
        try
        {
            var space = SafeXml.Parse(content).Root!.Name.NamespaceName;
            return SharePointNames.Any(known => space.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
