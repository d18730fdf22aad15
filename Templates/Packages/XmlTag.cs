using System.Runtime.CompilerServices;

namespace HocTap.Office.Templates.Packages;

/// <summary>The places of the attributes of one tag, each walked once.</summary>
internal struct XmlTag
{
    private const int Most = 64;

    private Places places;

    /// <summary>How many attributes the tag has.</summary>
    public int Count { get; private set; }

    /// <summary>From behind the name to behind the tag.</summary>
    public int Length { get; private set; }

    /// <summary>True for a tag that is its own end.</summary>
    public bool ClosesItself { get; private set; }

    /// <summary>Walks the attributes from behind the name of a tag; false for what is no sound tag, or has one name twice.</summary>
    public bool Read(ReadOnlySpan<byte> rest)
    {
        Count = 0;
        var walk = new XmlAttributes(rest);
        while (walk.MoveNext())
        {
            var (attribute, length) = (walk.Current.RawStart, walk.Current.Name.Length);
            // Between a name and its value stand "=" and the quote.
            if (Count == Most || !IsNew(rest, walk.Current.Name))
            {
                return false;
            }

            places[Count++] = new Place(attribute - 2 - length, length, attribute, walk.Current.Raw.Length);
        }

        (Length, ClosesItself) = (walk.Length, walk.ClosesItself);
        return walk.IsSound;
    }

    public readonly ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> rest, int index) => rest.Slice(places[index].Name, places[index].NameLength);

    public readonly ReadOnlySpan<byte> RawIn(ReadOnlySpan<byte> rest, int index) => rest.Slice(places[index].Raw, places[index].RawLength);

    /// <summary>Where the value begins, counted from the end of the tag's name.</summary>
    public readonly int RawStart(int index) => places[index].Raw;

    private readonly bool IsNew(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < Count; index++)
        {
            if (places[index].NameLength == name.Length && NameIn(rest, index).SequenceEqual(name))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Place(int Name, int NameLength, int Raw, int RawLength);

    [InlineArray(Most)]
    private struct Places
    {
        private Place first;
    }
}
