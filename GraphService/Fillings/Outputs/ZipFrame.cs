using System.Buffers.Binary;
using System.Text;

namespace HocTap.Office.GraphService.Fillings.Outputs;

/// <summary>The records of a ZIP archive around stored entries (PKWARE APPNOTE 4.3, 4.4, 4.5.3), with the 64-bit ones where the old ones are too small.</summary>
/// <param name="day">The date all entries carry.</param>
internal sealed class ZipFrame(DateOnly day)
{
    private const int LocalHeaderSize = 30;
    private const ushort Plain = 10; // version needed: stored entries
    private const ushort Zip64 = 45;

    private readonly ushort date = (ushort)(((Math.Max(1980, day.Year) - 1980) << 9) | (day.Month << 5) | day.Day);

    /// <summary>Where the entry behind this one begins.</summary>
    public static long EndOf(JournalEntry entry) => entry.Offset + LocalHeaderSize + Encoding.UTF8.GetByteCount(entry.Name) + entry.Size;

    /// <summary>What stands before an entry's bytes.</summary>
    public byte[] Local(JournalEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var record = new Record(LocalHeaderSize + name.Length);
        record.Add(0x04034B50u).Add(Plain);
        Common(record, entry, name).Add((ushort)0).Add(name);
        return record.Bytes;
    }

    /// <summary>An entry's line in the directory.</summary>
    public byte[] Directory(JournalEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var far = entry.Offset >= uint.MaxValue;
        var record = new Record(46 + name.Length + (far ? 12 : 0));
        record.Add(0x02014B50u).Add(Zip64).Add(far ? Zip64 : Plain);
        Common(record, entry, name).Add((ushort)(far ? 12 : 0)).Add((ushort)0).Add((ushort)0).Add((ushort)0).Add(0u);
        record.Add(far ? uint.MaxValue : (uint)entry.Offset).Add(name);
        if (far)
        {
            record.Add((ushort)1).Add((ushort)8).Add((ulong)entry.Offset);
        }

        return record.Bytes;
    }

    /// <summary>What ends the archive.</summary>
    /// <param name="count">How many entries there are.</param>
    /// <param name="start">Where the directory begins.</param>
    /// <param name="size">How long the directory is.</param>
    public static byte[] End(long count, long start, long size)
    {
        var large = count >= ushort.MaxValue || start >= uint.MaxValue || size >= uint.MaxValue;
        var record = new Record(22 + (large ? 56 + 20 : 0));
        if (large)
        {
            record.Add(0x06064B50u).Add(44ul).Add(Zip64).Add(Zip64).Add(0u).Add(0u).Add((ulong)count).Add((ulong)count).Add((ulong)size).Add((ulong)start);
            record.Add(0x07064B50u).Add(0u).Add((ulong)(start + size)).Add(1u);
        }

        var entries = (ushort)Math.Min(count, ushort.MaxValue);
        record.Add(0x06054B50u).Add((ushort)0).Add((ushort)0).Add(entries).Add(entries)
            .Add((uint)Math.Min(size, uint.MaxValue)).Add((uint)Math.Min(start, uint.MaxValue)).Add((ushort)0);
        return record.Bytes;
    }

    // Flags (bit 11: the name is UTF-8), stored, time and date, check sum, sizes, length of the name.
    private Record Common(Record record, JournalEntry entry, byte[] name) =>
        record.Add((ushort)0x800).Add((ushort)0).Add((ushort)0).Add(date).Add(entry.Crc).Add((uint)entry.Size).Add((uint)entry.Size).Add((ushort)name.Length);

    private sealed class Record(int size)
    {
        private int at;

        public byte[] Bytes { get; } = new byte[size];

        public Record Add(ushort value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(Bytes.AsSpan(at), value);
            at += sizeof(ushort);
            return this;
        }

        public Record Add(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(Bytes.AsSpan(at), value);
            at += sizeof(uint);
            return this;
        }

        public Record Add(ulong value)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(Bytes.AsSpan(at), value);
            at += sizeof(ulong);
            return this;
        }

        public Record Add(byte[] bytes)
        {
            bytes.CopyTo(Bytes, at);
            at += bytes.Length;
            return this;
        }
    }
}
