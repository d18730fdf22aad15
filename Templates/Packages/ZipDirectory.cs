using System.Buffers.Binary;

namespace HocTap.Office.Templates.Packages;

/// <summary>The directory of a zip in memory: tells its entries as they are packed.</summary>
internal static class ZipDirectory
{
    private const uint EndMark = 0x06054B50;
    private const uint EntryMark = 0x02014B50;
    private const uint LocalMark = 0x04034B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int Encrypted = 1;

    /// <summary>The entries that are files, in the order of the directory.</summary>
    /// <exception cref="InvalidDataException">It is not a zip, or one with what no Word file has: encryption, several volumes, other methods than deflate.</exception>
    public static List<ZipEntry> Read(ReadOnlyMemory<byte> zip)
    {
        var end = FindEnd(zip.Span);
        var (count, at) = (Short(zip.Span, end + 10), Int(zip.Span, end + 16));
        var entries = new List<ZipEntry>(count);
        for (var number = 0; number < count; number++)
        {
            if (Read(zip, ref at) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static ZipEntry? Read(ReadOnlyMemory<byte> zip, ref int at)
    {
        var head = Slice(zip.Span, at, EntryLength);
        Require(BinaryPrimitives.ReadUInt32LittleEndian(head) == EntryMark && (Short(head, 8) & Encrypted) == 0);
        var (method, crc, packed, size) = (Short(head, 10), BinaryPrimitives.ReadUInt32LittleEndian(head[16..]), Int(head, 20), Int(head, 24));
        var (nameLength, local) = (Short(head, 28), Int(head, 42));
        Require(method is ZipEntry.Stored or ZipEntry.Deflated && (method == ZipEntry.Deflated || packed == size));
        _ = Slice(zip.Span, at + EntryLength, nameLength);
        var name = zip.Slice(at + EntryLength, nameLength);
        at += EntryLength + nameLength + Short(head, 30) + Short(head, 32);

        var localHead = Slice(zip.Span, local, LocalLength);
        Require(BinaryPrimitives.ReadUInt32LittleEndian(localHead) == LocalMark);
        var start = local + LocalLength + Short(localHead, 26) + Short(localHead, 28);
        _ = Slice(zip.Span, start, packed);
        return name.Span.EndsWith((byte)'/') ? null : new ZipEntry(name, method, crc, size, zip.Slice(start, packed));
    }

    private static int FindEnd(ReadOnlySpan<byte> zip)
    {
        for (var at = zip.Length - EndLength; at >= 0 && at >= zip.Length - EndLength - ushort.MaxValue; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) == EndMark)
            {
                return at;
            }
        }

        throw Broken();
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> zip, int at, int length)
    {
        Require(at >= 0 && length >= 0 && at <= zip.Length - length);
        return zip.Slice(at, length);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    // What does not fit an int is larger than any package we take (and 0xFFFFFFFF is the mark of zip64).
    private static int Int(ReadOnlySpan<byte> bytes, int at)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
        Require(value <= int.MaxValue);
        return (int)value;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw Broken();
        }
    }

    private static InvalidDataException Broken() => new("The zip's directory is broken or of a kind no Word file has.");
}
