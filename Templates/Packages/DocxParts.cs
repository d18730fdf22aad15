using System.Text;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Packages;

/// <summary>The parts of a package in their order, names without the leading slash; written out the same for the same content.</summary>
/// <remarks>Parts of a file stay packed: what nobody asks for is never unfolded, and what nobody changes is written as it was.</remarks>
internal sealed class DocxParts
{
    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(false), CloseOutput = false };

    private readonly List<DocxPart> parts;

    public DocxParts(IEnumerable<DocxPart> parts) => this.parts = [.. parts];

    public DocxParts(IEnumerable<KeyValuePair<string, byte[]>> parts)
        : this(parts.Select(part => new DocxPart(part.Key, part.Value)))
    {
    }

    public IEnumerable<string> Names => parts.Select(part => part.Name);

    /// <summary>A part's content; null when there is none.</summary>
    /// <exception cref="TooLargeException">It is longer than any part that is kept as a whole.</exception>
    public byte[]? this[string name] => Find(name) is { } part ? part.Within(ReadingLimits.WholePart) ?? throw new TooLargeException("The part is too long to be kept whole.") : null;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>A part's content; null when there is none or it is longer than asked for.</summary>
    public byte[]? Within(string name, int limit) => Find(name)?.Within(limit);

    /// <summary>A part from its start.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Stream Open(string name) => Find(name)?.Open() ?? throw new KeyNotFoundException($"The package has no part '{name}'.");

    public void Put(string name, byte[] content) => Put(new DocxPart(Find(name)?.Name ?? name, content));

    public void Put(string name, XDocument content) => Put(name, Bytes(content));

    /// <summary>Gives a part another name; it goes behind the others.</summary>
    public void Rename(string from, string to)
    {
        if (Find(from) is { } part)
        {
            Remove(from);
            Put(part.Named(to));
        }
    }

    public void Remove(string name) => parts.RemoveAll(part => IsNamed(part, name));

    /// <summary>The same parts, some of them empty.</summary>
    public DocxParts Emptied(Func<string, bool> isEmptied) => new(parts.Select(part => isEmptied(part.Name) ? new DocxPart(part.Name, []) : part));

    public byte[] ToBytes() => ZipWriter.Write(parts.ConvertAll(part => part.Pack()));

    private void Put(DocxPart part)
    {
        var place = parts.FindIndex(known => IsNamed(known, part.Name));
        if (place < 0)
        {
            parts.Add(part);
        }
        else
        {
            parts[place] = part;
        }
    }

    private DocxPart? Find(string name) => parts.Find(part => IsNamed(part, name));

    public static byte[] Bytes(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Plain))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>A part that is another program's, as it was: no line end in it is made another.</summary>
    public static byte[] WholeBytes(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = Plain.Encoding, CloseOutput = false, NewLineHandling = NewLineHandling.Entitize }))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }

    private static bool IsNamed(DocxPart part, string name) => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase);
}
