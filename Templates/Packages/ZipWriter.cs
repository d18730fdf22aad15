using System.Buffers.Binary;

namespace HocTap.Office.Templates.Packages;

/// <summary>Writes packed entries as a zip; it says nothing about when it was written, so equal entries give equal bytes.</summary>
internal static class ZipWriter
{
    private const int LocalLength = 30;
    private const int EntryLength = 46;
    private const int EndLength = 22;

    // 2.0: the first version that knows deflate. The earliest day a zip can tell: 1 January 1980.
    private const ushort Version = 20;
    private const ushort NoDay = 0x0021;

    // Names beyond ASCII are UTF-8.
    private const ushort Utf8Names = 0x0800;

    /// <summary>The entries as one file, in an array of its own.</summary>
    public static byte[] Write(IReadOnlyList<ZipEntry> entries)
    {
        var (contents, directory) = (0, 0);
        for (var index = 0; index < entries.Count; index++)
        {
            contents += LocalLength + entries[index].Name.Length + entries[index].Packed.Length;
            directory += EntryLength + entries[index].Name.Length;
        }

        var zip = GC.AllocateUninitializedArray<byte>(contents + directory + EndLength);
        var (at, line) = (0, contents);
        for (var index = 0; index < entries.Count; index++)
        {
            WriteLine(zip.AsSpan(line), entries[index], at);
            line += EntryLength + entries[index].Name.Length;
            at += WriteEntry(zip.AsSpan(at), entries[index]);
        }

        WriteEnd(zip.AsSpan(line), entries.Count, directory, contents);
        return zip;
    }

    private static int WriteEntry(Span<byte> target, ZipEntry entry)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, 0x04034B50);
        WriteCommon(target[4..], entry);
        BinaryPrimitives.WriteUInt16LittleEndian(target[28..], 0);
        entry.Name.Span.CopyTo(target[LocalLength..]);
        entry.Packed.Span.CopyTo(target[(LocalLength + entry.Name.Length)..]);
        return LocalLength + entry.Name.Length + entry.Packed.Length;
    }

    private static void WriteLine(Span<byte> target, ZipEntry entry, int at)
    {
        target[..EntryLength].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(target, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], Version);
        WriteCommon(target[6..], entry);
        BinaryPrimitives.WriteUInt32LittleEndian(target[42..], (uint)at);
        entry.Name.Span.CopyTo(target[EntryLength..]);
    }

    // The part both heads share, from the version on to the length of the name.
    private static void WriteCommon(Span<byte> target, ZipEntry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(target[2..], System.Text.Ascii.IsValid(entry.Name.Span) ? (ushort)0 : Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], entry.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(target[6..], 0);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], NoDay);
        BinaryPrimitives.WriteUInt32LittleEndian(target[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(target[14..], (uint)entry.Packed.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(target[18..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(target[22..], (ushort)entry.Name.Length);
    }

    private static void WriteEnd(Span<byte> target, int count, int directory, int contents)
    {
        target[..EndLength].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(target, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(target[10..], (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(target[12..], (uint)directory);
        BinaryPrimitives.WriteUInt32LittleEndian(target[16..], (uint)contents);
    }
}
