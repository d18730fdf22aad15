using System.Buffers.Binary;
using System.Text;

namespace HocTap.Office.Templates.Packages;

/// <summary>A line of a zip's directory: what it says of one entry, and whether that holds.</summary>
internal readonly ref struct ZipLine
{
    private const int HeadLength = 46;
    private const int LocalLength = 30;
    private const int Encrypted = 0x0001;

    // Packed with a descriptor behind it, hints on the level, a name in UTF-8: all of them change nothing for us.
    private const int Harmless = 0x0008 | 0x0006 | 0x0800;

    private readonly ReadOnlySpan<byte> zip;
    private readonly int at;

    private ZipLine(ReadOnlySpan<byte> zip, int at)
    {
        this.zip = zip;
        this.at = at;
    }

    /// <summary>Where the next line begins, if there is one.</summary>
    public int End => NameStart + NameLength + Short(zip, at + 30) + Short(zip, at + 32);

    /// <summary>Where the entry itself begins.</summary>
    public long Local => Long(zip, at + 42);

    /// <summary>Where the content of an entry that lies in the file ends.</summary>
    public long ContentEnd => (ContentStart ?? 0) + Packed;

    private int Flags => Short(zip, at + 8);

    private int Method => Short(zip, at + 10);

    private long Packed => Long(zip, at + 20);

    private long Size => Long(zip, at + 24);

    private int NameStart => at + HeadLength;

    private int NameLength => Short(zip, at + 28);

    private ReadOnlySpan<byte> Name => zip.Slice(NameStart, NameLength);

    /// <summary>The line that begins at a place; false when none does.</summary>
    public static bool TryRead(ReadOnlySpan<byte> zip, int at, out ZipLine line)
    {
        line = new ZipLine(zip, at);
        return at >= 0 && at <= zip.Length - HeadLength && zip[at..].StartsWith("PK\u0001\u0002"u8);
    }

    /// <summary>The entry as it is packed; null when it does not lie in the file, or is packed in a way no Word file is.</summary>
    /// <param name="file">The file whose line this is.</param>
    public ZipEntry? Entry(ReadOnlyMemory<byte> file)
    {
        var isKnown = (Flags & Encrypted) == 0 && Method is ZipEntry.Stored or ZipEntry.Deflated && (Method == ZipEntry.Deflated || Packed == Size);
        return isKnown && Size <= int.MaxValue && NameStart + NameLength <= zip.Length && ContentStart is { } start && start + Packed <= zip.Length
            ? new ZipEntry(file.Slice(NameStart, NameLength), (ushort)Method, BinaryPrimitives.ReadUInt32LittleEndian(zip[(at + 16)..]), (int)Size, file.Slice((int)start, (int)Packed))
            : null;
    }

    /// <summary>True for the plain kind that Word programs write: on one disk, no encryption, the same ASCII name in both places.</summary>
    public bool IsPlain => (Flags & ~Harmless) == 0 && Short(zip, at + 34) == 0 && Ascii.IsValid(Name)
        && (Short(zip, (int)Local + 6) & Encrypted) == 0 && zip[((int)Local + LocalLength)..].StartsWith(Name);

    // The local head has a name and extras of its own length.
    private long? ContentStart => Local <= zip.Length - LocalLength && zip[(int)Local..].StartsWith("PK\u0003\u0004"u8)
        ? Local + LocalLength + Short(zip, (int)Local + 26) + Short(zip, (int)Local + 28)
        : null;

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
