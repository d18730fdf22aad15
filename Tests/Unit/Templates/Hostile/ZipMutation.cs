using System.Buffers.Binary;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>Changes to the bytes of a zip: headers, sizes, offsets, names, ends.</summary>
internal static class ZipMutation
{
    private static readonly uint[] Numbers = [0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    // The numbers of a directory entry: flags, method, checksum, packed, size, lengths of name, extra and comment, disk, offset.
    private static readonly (int Place, int Size)[] EntryFields = [(8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (34, 2), (42, 4)];
    private static readonly (int Place, int Size)[] LocalFields = [(4, 2), (6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)];
    private static readonly (int Place, int Size)[] EndFields = [(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)];

    public static int Kinds => 10;

    public static byte[] Apply(byte[] zip, int kind, int a, int b, int c)
    {
        var changed = (byte[])zip.Clone();
        if (zip.Length < 100)
        {
            return changed;
        }

        switch (kind)
        {
            case 0:
                changed[a % zip.Length] ^= (byte)(1 + (b % 255));
                return changed;
            case 1:
                return changed[..(a % zip.Length)];
            case 2:
                return [.. changed[..(a % zip.Length)], .. changed[Math.Min(zip.Length, (a % zip.Length) + 1 + (b % 64))..]];
            case 3:
                return [.. changed[..(a % zip.Length)], .. changed[(b % zip.Length)..]];
            case 4:
                return Field(changed, Find(changed, 2, a), EntryFields[b % EntryFields.Length], Numbers[c % Numbers.Length]);
            case 5:
                return Field(changed, Find(changed, 4, a), LocalFields[b % LocalFields.Length], Numbers[c % Numbers.Length]);
            case 6:
                return Field(changed, Find(changed, 6, 0), EndFields[b % EndFields.Length], Numbers[c % Numbers.Length]);
            case 7:
                return SameOffset(changed, Find(changed, 2, a), Find(changed, 2, b));
            case 8:
                return SameName(changed, Find(changed, 2, a), Find(changed, 2, b));
            default:
                return [.. changed, .. changed[(a % zip.Length)..]];
        }
    }

    // Places of records: 2 in the directory, 4 before a part, 6 at the end.
    private static int Find(byte[] zip, byte kind, int number)
    {
        var places = new List<int>();
        ReadOnlySpan<byte> mark = [0x50, 0x4B, (byte)(kind - 1), kind];
        for (var place = zip.AsSpan().IndexOf(mark); place >= 0;)
        {
            places.Add(place);
            var next = zip.AsSpan(place + 4).IndexOf(mark);
            place = next < 0 ? -1 : place + 4 + next;
        }

        return places.Count == 0 ? -1 : places[number % places.Count];
    }

    private static byte[] Field(byte[] zip, int record, (int Place, int Size) field, uint number)
    {
        if (record >= 0 && record + field.Place + field.Size <= zip.Length)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
            bytes[..field.Size].CopyTo(zip.AsSpan(record + field.Place));
        }

        return zip;
    }

    private static byte[] SameOffset(byte[] zip, int one, int other)
    {
        if (one >= 0 && other >= 0 && Math.Max(one, other) + 46 <= zip.Length)
        {
            zip.AsSpan(other + 42, 4).CopyTo(zip.AsSpan(one + 42));
        }

        return zip;
    }

    private static byte[] SameName(byte[] zip, int one, int other)
    {
        if (one >= 0 && other >= 0 && Math.Max(one, other) + 50 <= zip.Length)
        {
            zip.AsSpan(other + 46, 4).CopyTo(zip.AsSpan(one + 46));
        }

        return zip;
    }
}
