using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>The parts of a file of unknown origin, each unfolded anew whenever it is asked for and never further than the limits.</summary>
internal sealed class PackageFile
{
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, byte[]> mended = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] bytes;

    /// <summary>Opens the directory of a zip; nothing is unfolded yet.</summary>
    /// <exception cref="InvalidDataException">It is no sound zip.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "Over bytes in memory there is nothing to give back, and parts are asked for as long as this lives.")]
    public PackageFile(byte[] bytes)
    {
        this.bytes = bytes;
        var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        EntryNames = [.. zip.Entries.Select(entry => entry.FullName)];
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            entries.TryAdd(entry.FullName, entry);
        }
    }

    /// <summary>All names in the directory, as they are: folders and doubles too.</summary>
    public IReadOnlyList<string> EntryNames { get; }

    /// <summary>The names of the parts in their order.</summary>
    public IEnumerable<string> Names => entries.Values.Select(entry => entry.FullName);

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>True when a part is not as it lies in the file.</summary>
    public bool WasMended => mended.Count > 0;

    /// <summary>A part from its start.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    /// <exception cref="UnfoldedException">While reading: it unfolds further than the limit.</exception>
    public UnfoldingStream Open(string name, long limit = ReadingLimits.Unfolded) =>
        new(mended.TryGetValue(name, out var sound) ? new MemoryStream(sound, writable: false) : entries[name].Open(), limit);

    /// <summary>Makes a part whole that is broken in the one way we mend; from then on it is the part.</summary>
    /// <exception cref="System.Xml.XmlException">It is no sound XML even so, or more than a form has.</exception>
    public bool TryMend(string name)
    {
        if (WasMended || Bytes(name) is not { } markup || MendedMarkup.Of(markup) is not { } sound)
        {
            return false;
        }

        mended.Add(name, sound);
        return true;
    }

    /// <summary>A part as a tree; null when there is none.</summary>
    /// <exception cref="System.Xml.XmlException">It is no sound XML, or more than a form has.</exception>
    public XDocument? Tree(string name) => Has(name) ? SafeXml.Parse(() => Open(name)) : null;

    /// <summary>A part as bytes; null when there is none or it is longer than what we keep.</summary>
    public byte[]? Bytes(string name) => Has(name) ? new DocxPart(name, () => Open(name), null).Within(ReadingLimits.KeptPart) : null;

    /// <summary>The parts to be changed and written again; nothing is unfolded yet.</summary>
    public DocxParts Parts()
    {
        var packed = Packed();
        return new DocxParts(entries.Values.Select(entry => new DocxPart(entry.FullName, () => Open(entry.FullName), mended.ContainsKey(entry.FullName) ? null : packed.GetValueOrDefault(entry.FullName))));
    }

    // What is packed in a way that only ZipArchive knows is packed anew.
    private Dictionary<string, ZipEntry> Packed()
    {
        try
        {
            return ZipDirectory.Read(bytes).ToDictionary(entry => Encoding.UTF8.GetString(entry.Name.Span), StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}

/// <summary>Unfolds a part and stops a bomb where it passes the limit.</summary>
internal sealed class UnfoldingStream(Stream source, long limit) : ReadOnlyStream
{
    /// <summary>The bytes unfolded so far.</summary>
    public long Total { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        Total += read;
        return Total <= limit ? read : throw new UnfoldedException();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>More than we unfold.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown while unfolding alone.")]
internal sealed class UnfoldedException() : IOException("The package unfolds too far.");
