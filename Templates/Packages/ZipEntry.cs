using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HocTap.Office.Templates.Packages;

/// <summary>An entry of a zip as it is packed: it is copied from file to file without being unpacked.</summary>
/// <param name="Name">Its name as bytes.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Crc">The check sum of the content.</param>
/// <param name="Size">The length of the content.</param>
/// <param name="Packed">The packed bytes.</param>
internal sealed record ZipEntry(ReadOnlyMemory<byte> Name, ushort Method, uint Crc, int Size, ReadOnlyMemory<byte> Packed)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    // A gzip is a head of ten bytes, what an entry holds, check sum and length: so the library that deflates makes the check sum as well.
    private const int GzipHead = 10;
    private const int GzipFoot = 8;

    private const int LargestPart = 32 * 1024 * 1024;

    public bool IsNamed(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(Name.Span, name);

    /// <summary>Packs a content into a buffer, behind what is in it; the entry lives as long as the buffer.</summary>
    public static ZipEntry Pack(ReadOnlyMemory<byte> name, ReadOnlySpan<byte> content, Utf8Buffer target)
    {
        var start = (int)target.Length;
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        var packed = target.WrittenMemory[(start + GzipHead)..];
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(packed.Span[^GzipFoot..]);
        return new ZipEntry(name, Deflated, crc, content.Length, packed[..^GzipFoot]);
    }

    /// <summary>Packs a content for good.</summary>
    public static ZipEntry Pack(string name, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return Pack(name, stream);
    }

    /// <summary>Packs a content for good, a piece at a time.</summary>
    public static ZipEntry Pack(string name, Stream content)
    {
        using var packed = new MemoryStream();
        long size;
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            size = Copy(content, gzip);
        }

        // Of nothing the library makes nothing, not even a head.
        if (size == 0)
        {
            return new ZipEntry(Encoding.UTF8.GetBytes(name), Stored, 0, 0, ReadOnlyMemory<byte>.Empty);
        }

        var bytes = packed.GetBuffer().AsMemory(GzipHead, (int)packed.Length - GzipHead);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[^GzipFoot..]);
        return new ZipEntry(Encoding.UTF8.GetBytes(name), Deflated, crc, checked((int)size), bytes[..^GzipFoot].ToArray());
    }

    private static long Copy(Stream content, GZipStream target)
    {
        var (buffer, size) = (new byte[16 * 1024], 0L);
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            target.Write(buffer, 0, read);
            size += read;
        }

        return size;
    }

    /// <summary>Unpacks it.</summary>
    /// <exception cref="InvalidDataException">It is not packed as it says, or larger than any part of ours.</exception>
    public byte[] Unpack()
    {
        if (Size > LargestPart)
        {
            throw new InvalidDataException("An entry is too large.");
        }

        var content = new byte[Size];
        UnpackInto(content);
        return content;
    }

    /// <summary>Unpacks it into a room of exactly its <see cref="Size"/>.</summary>
    /// <exception cref="InvalidDataException">It is not packed as it says.</exception>
    public void UnpackInto(Span<byte> content)
    {
        if (Method == Stored)
        {
            Packed.Span.CopyTo(content);
            return;
        }

        using var packed = new MemoryReader(Packed);
        using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
        Span<byte> beyond = stackalloc byte[1];
        if (inflate.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) != content.Length || inflate.Read(beyond) != 0)
        {
            throw new InvalidDataException("An entry is not as long as it says.");
        }
    }
}
