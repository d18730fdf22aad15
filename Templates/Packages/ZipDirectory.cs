using System.Buffers.Binary;

namespace HocTap.Office.Templates.Packages;

/// <summary>The directory of a zip in memory: tells its entries as they are packed, opening nothing.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>The entries that are files, in the order of the directory.</summary>
    /// <exception cref="InvalidDataException">It is not a zip, or one with what no Word file has: encryption, several volumes, other methods than deflate.</exception>
    public static List<ZipEntry> Read(ReadOnlyMemory<byte> zip)
    {
        var end = EndOf(zip.Span) ?? throw Broken();
        var (entries, at) = (new List<ZipEntry>(end.Count), end.Start <= int.MaxValue ? (int)end.Start : throw Broken());
        for (var number = 0; number < end.Count; number++)
        {
            var entry = ZipLine.TryRead(zip.Span, at, out var line) ? line.Entry(zip) ?? throw Broken() : throw Broken();
            at = line.End;
            if (!entry.Name.Span.EndsWith((byte)'/'))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>The entries of a zip of the plain kind that Word programs write; null for any other, and for one with more entries than asked for.</summary>
    /// <remarks>
    /// Plain is: one disk, nothing behind the directory, no comment, 32-bit sizes, entries that lie in the directory's order, apart from each other, and
    /// each as <see cref="ZipLine.IsPlain"/> tells. Anything else is left to <see cref="System.IO.Compression.ZipArchive"/>.
    /// </remarks>
    public static List<ZipEntry>? TryReadPlain(ReadOnlyMemory<byte> zip, int most)
    {
        var directoryEnd = zip.Length - EndLength;
        if (EndOf(zip.Span) is not { IsPlain: true } end || end.At != directoryEnd || end.Count > most || end.Start + end.Length != directoryEnd)
        {
            return null;
        }

        var (entries, at, free) = (new List<ZipEntry>(end.Count), (int)end.Start, 0L);
        for (var number = 0; number < end.Count; number++)
        {
            if (!ZipLine.TryRead(zip.Span, at, out var line) || line.Entry(zip) is not { } entry || !line.IsPlain || line.Local < free)
            {
                return null;
            }

            entries.Add(entry);
            free = line.ContentEnd;
            at = line.End;
        }

        return at == directoryEnd && free <= end.Start ? entries : null;
    }

    /// <summary>How many entries there really are, counted no further than one more than asked for, before anybody makes objects of them; null when there is no directory of the plain 32-bit kind.</summary>
    public static int? Count(ReadOnlySpan<byte> zip, int most)
    {
        // Only zips of four gigabytes or 65,535 entries point to another record.
        if (EndOf(zip) is not { Disk: 0, Count: < ushort.MaxValue } end || end.Start >= zip.Length)
        {
            return null;
        }

        var (found, at) = (0, (int)end.Start);
        while (found <= most && ZipLine.TryRead(zip, at, out var line))
        {
            (found, at) = (found + 1, line.End);
        }

        return Math.Max(end.Count, found);
    }

    private static End? EndOf(ReadOnlySpan<byte> zip)
    {
        var first = Math.Max(0, zip.Length - EndLength - LongestComment);
        if (zip.Length < EndLength || zip[first..^(EndLength - 4)].LastIndexOf("PK\u0005\u0006"u8) is not (>= 0 and var place))
        {
            return null;
        }

        var end = zip[(first + place)..];
        return new End(first + place, Short(end, 4), Short(end, 10), Long(end, 12), Long(end, 16), Long(end, 4) == 0 && Short(end, 8) == Short(end, 10) && Short(end, 20) == 0);
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static InvalidDataException Broken() => new("The zip's directory is broken or of a kind no Word file has.");

    /// <summary>The record at the end of a zip: where it is, and what it says of the directory.</summary>
    private readonly record struct End(int At, int Disk, int Count, long Length, long Start, bool IsPlain);
}
