using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HocTap.Office.Templates.Packages;

/// <summary>The parts of a package in their order, names without the leading slash; written out the same for the same content.</summary>
internal sealed class DocxParts
{
    // The earliest moment a zip can tell: a written package says nothing about when it was written.
    private static readonly DateTimeOffset NoMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(false), CloseOutput = false };

    private readonly List<KeyValuePair<string, byte[]>> parts;

    public DocxParts(IEnumerable<KeyValuePair<string, byte[]>> parts) => this.parts = [.. parts];

    public IReadOnlyList<KeyValuePair<string, byte[]>> All => parts;

    public byte[]? this[string name] => parts.Find(part => IsNamed(part, name)).Value;

    public void Put(string name, byte[] content)
    {
        var place = parts.FindIndex(part => IsNamed(part, name));
        if (place < 0)
        {
            parts.Add(new(name, content));
        }
        else
        {
            parts[place] = new(parts[place].Key, content);
        }
    }

    public void Put(string name, XDocument content) => Put(name, Bytes(content));

    public void Remove(string name) => parts.RemoveAll(part => IsNamed(part, name));

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = NoMoment;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

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

    private static bool IsNamed(KeyValuePair<string, byte[]> part, string name) =>
        string.Equals(part.Key, name, StringComparison.OrdinalIgnoreCase);
}
