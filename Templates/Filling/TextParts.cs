using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Filling;

/// <summary>The parts of a document that show text: those declared as such, and those with the customary names.</summary>
internal sealed class TextParts
{
    private static readonly string[] Names = ["word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes"];
    private static readonly string[] Kinds = ["main+xml", ".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml"];

    private readonly HashSet<string> declared;

    /// <exception cref="System.Xml.XmlException">The list of the parts is not well-formed.</exception>
    public TextParts(IEnumerable<ZipEntry> entries)
    {
        var (types, relations) = (Tree(entries, Ooxml.ContentTypesPath), Tree(entries, "_rels/.rels"));
        declared = new(types is null ? [] : Declared(types), StringComparer.OrdinalIgnoreCase);
        if (relations is not null && PackageMap.Relations(relations).FirstOrDefault(relation => relation is { Type: "officeDocument", External: false }) is { } main)
        {
            declared.Add(PackageMap.Resolve("", main.Target));
        }
    }

    /// <summary>True for the name of such a part.</summary>
    public bool Has(ReadOnlySpan<byte> name)
    {
        var part = Encoding.UTF8.GetString(name);
        return declared.Contains(part) || (part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && part.LastIndexOf('/') == "word".Length
            && Names.Any(customary => part.StartsWith(customary, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Declared(XDocument types) =>
        from part in types.Descendants(Ooxml.Types + "Override")
        let kind = (string?)part.Attribute("ContentType") ?? ""
        where Kinds.Any(known => kind.EndsWith(known, StringComparison.OrdinalIgnoreCase))
        select ((string?)part.Attribute("PartName") ?? "").TrimStart('/');

    private static XDocument? Tree(IEnumerable<ZipEntry> entries, string name) =>
        entries.FirstOrDefault(entry => string.Equals(Encoding.UTF8.GetString(entry.Name.Span), name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? SafeXml.Parse(found.Unpack())
            : null;
}
