using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HocTap.Office.Templates.Packages;

/// <summary>An entry of a zip file as it lies there: ranges of the file's bytes.</summary>
internal readonly record struct ZipPlace(int NameStart, int NameLength, int Start, int Packed, int Size, bool IsDeflated)
{
    public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> file) => file.Slice(NameStart, NameLength);

    /// <summary>The name; ASCII, or the listing would have been refused.</summary>
    public string TextIn(ReadOnlySpan<byte> file) => Encoding.ASCII.GetString(NameIn(file));

    public ReadOnlySpan<byte> PackedIn(ReadOnlySpan<byte> file) => file.Slice(Start, Packed);

    /// <summary>Fills a buffer of exactly <see cref="Size"/> bytes with the content; false when the content has another length.</summary>
    /// <exception cref="InvalidDataException">It does not unfold.</exception>
    public bool TryUnfold(byte[] file, Span<byte> content)
    {
        if (!IsDeflated)
        {
            PackedIn(file).CopyTo(content);
            return true;
        }

        using var stream = new DeflateStream(new MemoryStream(file, Start, Packed, writable: false), CompressionMode.Decompress);
        Span<byte> beyond = stackalloc byte[1];
        return stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == content.Length && stream.Read(beyond) == 0;
    }
}

/// <summary>Lists a zip file of the plain kind that Word programs write, without opening anything.</summary>
/// <remarks>
/// Plain is: one disk, nothing behind the directory, no comment, no encryption, 32-bit sizes, entries stored or deflated that lie in the directory's
/// order, apart from each other, under the same ASCII name in both places. Anything else is left to <see cref="ZipArchive"/>.
/// </remarks>
internal static class ZipListing
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const int LocalLength = 30;
    private const int Encrypted = 0x0001;

    // Packed with a descriptor behind it, hints on the level, a name in UTF-8: all of them change nothing for us.
    private const int Harmless = 0x0008 | 0x0006 | 0x0800;

    /// <summary>The entries in their order; null when the file is not plain or has more of them than asked for.</summary>
    public static List<ZipPlace>? TryRead(ReadOnlySpan<byte> file, int most)
    {
        if (file.Length < EndLength || !file[^EndLength..].StartsWith("PK\u0005\u0006"u8))
        {
            return null;
        }

        var end = file[^EndLength..];
        var (count, length, start) = (UInt16(end, 10), UInt32(end, 12), UInt32(end, 16));
        var isOne = UInt32(end, 4) == 0 && UInt16(end, 8) == count && UInt16(end, 20) == 0;
        return isOne && count <= most && start + length == file.Length - EndLength ? Read(file, count, (int)start, (int)(start + length)) : null;
    }

    private static List<ZipPlace>? Read(ReadOnlySpan<byte> file, int count, int directory, int end)
    {
        var places = new List<ZipPlace>(count);
        var (at, free) = (directory, 0);
        for (var index = 0; index < count; index++)
        {
            if (end - at < HeaderLength || PlaceOf(file, at, end, directory) is not { } place || place.LocalStart < free)
            {
                return null;
            }

            places.Add(place.Entry);
            free = place.Entry.Start + place.Entry.Packed;
            at += HeaderLength + UInt16(file, at + 28) + UInt16(file, at + 30) + UInt16(file, at + 32);
        }

        return at == end ? places : null;
    }

    private static (ZipPlace Entry, int LocalStart)? PlaceOf(ReadOnlySpan<byte> file, int at, int end, int directory)
    {
        var (flags, method, nameLength) = (UInt16(file, at + 8), UInt16(file, at + 10), UInt16(file, at + 28));
        var (packed, size, local) = (UInt32(file, at + 20), UInt32(file, at + 24), UInt32(file, at + 42));
        var isPlain = file[at..].StartsWith("PK\u0001\u0002"u8) && (flags & ~Harmless) == 0 && method is 0 or 8 && UInt16(file, at + 34) == 0
            && at + HeaderLength + nameLength <= end && Ascii.IsValid(file.Slice(at + HeaderLength, nameLength))
            && local + LocalLength <= directory && packed <= directory && size <= int.MaxValue && (method == 8 || size == packed);
        return isPlain && DataStart(file, (int)local, file.Slice(at + HeaderLength, nameLength)) is { } start && start + packed <= directory
            ? (new ZipPlace(at + HeaderLength, nameLength, start, (int)packed, (int)size, method == 8), (int)local)
            : null;
    }

    private static int? DataStart(ReadOnlySpan<byte> file, int local, ReadOnlySpan<byte> name)
    {
        var (nameLength, extraLength, flags) = (UInt16(file, local + 26), UInt16(file, local + 28), UInt16(file, local + 6));
        var start = local + LocalLength + nameLength;
        return file[local..].StartsWith("PK\u0003\u0004"u8) && (flags & Encrypted) == 0 && start <= file.Length && file[(local + LocalLength)..start].SequenceEqual(name)
            ? start + extraLength
            : null;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
