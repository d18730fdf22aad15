using System.Buffers.Text;
using System.Numerics;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Which stretch of numbers no control of a template has as its id: there repeated rows get theirs.</summary>
/// <param name="Used">One bit for each stretch that is taken.</param>
internal readonly record struct FreeIds(ulong Used)
{
    // Above the ids people and programs count up; no document has as many controls as a stretch has numbers.
    private const int First = 100_000;
    private const int Stretch = 50_000_000;

    /// <summary>The number below the free ones.</summary>
    public int Below => First + (Math.Min(BitOperations.TrailingZeroCount(~Used), 41) * Stretch);

    /// <summary>The same without the stretch of an id.</summary>
    /// <param name="property">The element of the id as it stands.</param>
    public FreeIds Without(ReadOnlySpan<byte> property)
    {
        var digits = property[(property.IndexOfAnyInRange((byte)'0', (byte)'9') is >= 0 and var at ? at : property.Length)..];
        return Utf8Parser.TryParse(digits, out int id, out _) && id > First ? new FreeIds(Used | (1UL << ((id - 1 - First) / Stretch))) : this;
    }

    /// <summary>The stretches that are free in both parts.</summary>
    public FreeIds And(FreeIds other) => new(Used | other.Used);
}
