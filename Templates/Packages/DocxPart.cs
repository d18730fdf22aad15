using System.Text;

namespace HocTap.Office.Templates.Packages;

/// <summary>A part of a package: content made here, or an entry of a file that stays packed until somebody asks for it.</summary>
/// <param name="name">Its name, without the leading slash.</param>
/// <param name="open">Opens the content from its start.</param>
/// <param name="packed">The entry as it lies in the file; null for what has to be packed yet.</param>
internal sealed class DocxPart(string name, Func<Stream> open, ZipEntry? packed)
{
    private const int Chunk = 16 * 1024;

    /// <summary>A part with content of its own.</summary>
    public DocxPart(string name, byte[] content)
        : this(name, () => new MemoryStream(content, writable: false), null)
    {
    }

    public string Name => name;

    public Stream Open() => open();

    /// <summary>The content; null when it is longer than asked for.</summary>
    public byte[]? Within(int limit)
    {
        using var stream = open();
        using var copy = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, limit) : 0);
        var buffer = new byte[Chunk];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (copy.Length + read > limit)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    /// <summary>The part under a name of its own, as packed as it was.</summary>
    public DocxPart Named(string other) => new(other, open, packed is null ? null : packed with { Name = Encoding.UTF8.GetBytes(other) });

    /// <summary>The part as an entry: bytes that were packed are the same ones.</summary>
    public ZipEntry Pack()
    {
        if (packed is not null)
        {
            return packed;
        }

        using var stream = open();
        return ZipEntry.Pack(name, stream);
    }
}
