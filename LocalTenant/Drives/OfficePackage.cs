using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>An Office file taken apart: part names to bytes. It is put together again in SharePoint's manner, never byte for byte.</summary>
internal sealed class OfficePackage
{
    public const string ContentTypes = "[Content_Types].xml";

    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The oldest time a zip can say; SharePoint writes the same.
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedDictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => parts.Keys;

    /// <summary>The main part's name, e.g. word/document.xml.</summary>
    public string Main { get; private set; } = "";

    /// <summary>Null when the bytes are no Office file: such a file is stored as it came.</summary>
    public static OfficePackage? TryOpen(byte[] bytes)
    {
        try
        {
            var package = new OfficePackage();
            package.Load(bytes);
            package.Main = package.Target("_rels/.rels", "/officeDocument") ?? "";
            return package.parts.ContainsKey(package.Main) && package.parts.ContainsKey(ContentTypes) ? package : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException)
        {
            return null;
        }
    }

    public XDocument? Read(string name)
    {
        if (!parts.TryGetValue(name, out var bytes))
        {
            return null;
        }
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public void Write(string name, XDocument document)
    {
        using var stream = new MemoryStream();
        document.Declaration = new("1.0", "UTF-8", "yes");
        document.Save(stream, SaveOptions.DisableFormatting);
        parts[name] = stream.ToArray();
    }

    /// <summary>The part a relationship of this kind leads to, or null.</summary>
    public string? Target(string relations, string kind) => Read(relations)?.Root?.Elements(Relations + "Relationship")
        .Where(relation => ((string?)relation.Attribute("Type"))?.EndsWith(kind, StringComparison.Ordinal) is true)
        .Select(relation => ((string?)relation.Attribute("Target"))?.TrimStart('/'))
        .FirstOrDefault();

    public void Relate(string relations, string type, string target)
    {
        var document = Read(relations) ?? new XDocument(new XElement(Relations + "Relationships"));
        var taken = document.Root!.Elements().Select(relation => (string?)relation.Attribute("Id")).ToHashSet();
        var id = Enumerable.Range(1, taken.Count + 1).Select(number => string.Create(null, $"rIdSp{number}")).First(id => !taken.Contains(id));
        document.Root.Add(new XElement(Relations + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target)));
        Write(relations, document);
    }

    public void Declare(string part, string type)
    {
        var document = Read(ContentTypes)!; // without it TryOpen gives no package
        document.Root!.Elements(Types + "Override").Where(one => (string?)one.Attribute("PartName") == "/" + part).Remove();
        document.Root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
        Write(ContentTypes, document);
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts.OrderByDescending(part => part.Key == ContentTypes).ThenByDescending(part => part.Key.StartsWith('_')))
            {
                Add(zip, name, bytes);
            }
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = ZipEpoch;
        using var content = entry.Open();
        content.Write(bytes);
    }

    private void Load(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            parts[entry.FullName] = copy.ToArray();
        }
    }
}
