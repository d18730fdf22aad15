using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace HocTap.Office.Templates.Reading;

/// <summary>Parts met before, so that what every document of an office carries alike is unfolded and judged once. What is told of a part follows from its bytes alone.</summary>
/// <remarks>A part is known by all of its packed bytes. Bounded: what is full forgets everything and begins anew. Thread-safe.</remarks>
internal static class KnownParts
{
    private const int Most = 256;
    private const int Largest = 64 * 1024;

    private static readonly ConcurrentDictionary<byte[], KnownPart> Parts = new(new PackedBytes());
    private static readonly ConcurrentDictionary<byte[], KnownPart>.AlternateLookup<ReadOnlySpan<byte>> ByBytes = Parts.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The part that these deflated bytes unfold to; null when it was not met.</summary>
    public static KnownPart? Find(ReadOnlySpan<byte> packed) => packed.Length <= Largest && ByBytes.TryGetValue(packed, out var part) ? part : null;

    public static void Keep(ReadOnlySpan<byte> packed, KnownPart part)
    {
        if (part.Content.Length > Largest || packed.Length > Largest)
        {
            return;
        }

        if (Parts.Count >= Most)
        {
            Parts.Clear();
        }

        Parts.TryAdd(packed.ToArray(), part);
    }

    // A few bytes tell the parts of honest documents apart, and equality looks at all of them.
    private sealed class PackedBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> bytes) => bytes.Length < 16
            ? bytes.Length
            : HashCode.Combine(bytes.Length, MemoryMarshal.Read<long>(bytes[(bytes.Length / 2)..]), MemoryMarshal.Read<long>(bytes[^8..]));

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
