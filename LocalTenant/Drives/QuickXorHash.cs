using System.Buffers.Binary;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>OneDrive's checksum: each byte is xored into a ring of 160 bits, 11 further on than the last; the length goes into the last 64.</summary>
internal static class QuickXorHash
{
    private const int Bits = 160;

    private const int Step = 11;

    public static string Of(ReadOnlySpan<byte> data)
    {
        Span<byte> ring = stackalloc byte[Bits / 8];
        var bit = 0;
        foreach (var one in data)
        {
            var word = one << (bit % 8);
            ring[bit / 8] ^= (byte)(word & 0xFF);
            ring[((bit / 8) + 1) % ring.Length] ^= (byte)(word >> 8);
            bit = (bit + Step) % Bits;
        }
        var end = ring[^8..];
        BinaryPrimitives.WriteInt64LittleEndian(end, BinaryPrimitives.ReadInt64LittleEndian(end) ^ data.Length);
        return Convert.ToBase64String(ring);
    }
}
