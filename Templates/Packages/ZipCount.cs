using System.Buffers.Binary;

namespace HocTap.Office.Templates.Packages;

/// <summary>Counts the entries a zip's directory really has before anybody makes objects of them; what the end record says may be a lie.</summary>
internal static class ZipCount
{
    private const int EndLength = 22;
    private const int LongestComment = 65_535;
    private const int HeaderLength = 46;

    /// <summary>The number of entries, counted no further than one more than asked for; null when there is no directory of the plain 32-bit kind.</summary>
    public static int? Of(ReadOnlySpan<byte> file, int most)
    {
        var tail = file[Math.Max(0, file.Length - EndLength - LongestComment)..];
        if (tail.Length < EndLength || tail[..^(EndLength - 4)].LastIndexOf("PK\u0005\u0006"u8) is not (>= 0 and var place))
        {
            return null;
        }

        // Only zips of four gigabytes or 65,535 entries point to another record.
        var end = tail[place..];
        var (count, start) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        var isPlain = BinaryPrimitives.ReadUInt16LittleEndian(end[4..]) == 0 && count != ushort.MaxValue && start < file.Length;
        return isPlain ? Math.Max(count, Entries(file[(int)start..], most)) : null;
    }

    private static int Entries(ReadOnlySpan<byte> directory, int most)
    {
        var found = 0;
        while (found <= most && directory.Length >= HeaderLength && directory.StartsWith("PK\u0001\u0002"u8))
        {
            found++;
            var length = HeaderLength + Number(directory, 28) + Number(directory, 30) + Number(directory, 32);
            directory = directory[Math.Min(length, directory.Length)..];
        }

        return found;
    }

    private static int Number(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[place..]);
}
