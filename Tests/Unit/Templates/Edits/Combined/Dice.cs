namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>Numbers that look random and are the same on every machine (splitmix64).</summary>
internal sealed class Dice(int seed)
{
    private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);

    public int Next(int sides) => (int)(Throw() % (uint)sides);

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private ulong Throw()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
