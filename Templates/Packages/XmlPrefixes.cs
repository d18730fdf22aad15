using System.Runtime.CompilerServices;

namespace HocTap.Office.Templates.Packages;

/// <summary>The prefixes declared so far in an XML part. Those every Word program uses must mean what they always mean.</summary>
internal struct XmlPrefixes
{
    private const int Most = 64;

    private Declarations declared;
    private int count;

    public XmlPrefixes()
    {
    }

    /// <summary>The namespace of names without a prefix.</summary>
    public readonly ReadOnlySpan<byte> Default(ReadOnlySpan<byte> xml)
    {
        for (var index = count - 1; index >= 0; index--)
        {
            if (declared[index].PrefixLength == 0)
            {
                return declared[index].SpaceIn(xml);
            }
        }

        return default;
    }

    /// <summary>Keeps the attribute if it declares a prefix; false when it may not.</summary>
    /// <param name="xml">The part.</param>
    /// <param name="attribute">An attribute.</param>
    /// <param name="tagRest">Where the attributes of its tag begin.</param>
    /// <param name="depth">The depth of its tag.</param>
    public bool Note(ReadOnlySpan<byte> xml, in XmlAttribute attribute, int tagRest, int depth)
    {
        if (!attribute.Name.StartsWith("xmlns"u8) || (attribute.Name.Length > 5 && attribute.Name[5] != ':'))
        {
            return true;
        }

        var prefix = attribute.Name.Length == 5 ? default : attribute.Name[6..];
        if (count == Most || !IsAllowed(prefix, attribute.Raw))
        {
            return false;
        }

        var value = tagRest + attribute.RawStart;
        declared[count++] = new Declaration(value - 2 - prefix.Length, prefix.Length, value, attribute.Raw.Length, depth);
        return true;
    }

    /// <summary>Forgets what the elements from a depth on declared.</summary>
    public void Close(int depth)
    {
        while (count > 0 && declared[count - 1].Depth >= depth)
        {
            count--;
        }
    }

    /// <summary>True when the prefix of an element's name is declared.</summary>
    public readonly bool Know(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        return colon < 0 || (!name.StartsWith("xml"u8) && IsDeclared(xml, name, colon));
    }

    /// <summary>The same for an attribute, which may be a declaration or one of XML's own.</summary>
    public readonly bool KnowAttribute(ReadOnlySpan<byte> xml, in XmlAttribute attribute)
    {
        var colon = attribute.Name.IndexOf((byte)':');
        return colon < 0 || (attribute.Name.StartsWith("xml"u8) ? IsXmlsOwn(attribute) : IsDeclared(xml, attribute.Name, colon));
    }

    private static bool IsXmlsOwn(in XmlAttribute attribute) =>
        attribute.Name.StartsWith("xmlns:"u8)
        || attribute.Name.SequenceEqual("xml:lang"u8)
        || (attribute.Name.SequenceEqual("xml:space"u8) && (attribute.Raw.SequenceEqual("preserve"u8) || attribute.Raw.SequenceEqual("default"u8)));

    private readonly bool IsDeclared(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> name, int colon)
    {
        var prefix = name[..colon];
        for (var index = 0; index < count; index++)
        {
            if (declared[index].PrefixLength == colon && declared[index].PrefixIn(xml).SequenceEqual(prefix))
            {
                return true;
            }
        }

        return false;
    }

    // Two names for one namespace, or one for two, and the names of a part could no longer be compared letter by letter.
    private static bool IsAllowed(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> space)
    {
        if (space.Contains((byte)'&') || IsReserved(space))
        {
            return false;
        }

        if (prefix.Length == 0)
        {
            return OwnerOf(space).Length == 0;
        }

        var fixedSpace = SpaceOf(prefix);
        var owner = OwnerOf(space);
        return space.Length > 0 && !prefix.StartsWith("xml"u8)
            && (fixedSpace.Length == 0 ? owner.Length == 0 : fixedSpace.SequenceEqual(space));
    }

    private static bool IsReserved(ReadOnlySpan<byte> space) =>
        space.SequenceEqual("http://www.w3.org/XML/1998/namespace"u8) || space.SequenceEqual("http://www.w3.org/2000/xmlns/"u8);

    private static ReadOnlySpan<byte> SpaceOf(ReadOnlySpan<byte> prefix) => prefix switch
    {
        [(byte)'w'] => "http://schemas.openxmlformats.org/wordprocessingml/2006/main"u8,
        [(byte)'r'] => "http://schemas.openxmlformats.org/officeDocument/2006/relationships"u8,
        [(byte)'m', (byte)'c'] => "http://schemas.openxmlformats.org/markup-compatibility/2006"u8,
        [(byte)'w', (byte)'1', (byte)'4'] => "http://schemas.microsoft.com/office/word/2010/wordml"u8,
        [(byte)'w', (byte)'1', (byte)'5'] => "http://schemas.microsoft.com/office/word/2012/wordml"u8,
        _ => default,
    };

    private static ReadOnlySpan<byte> OwnerOf(ReadOnlySpan<byte> space) =>
        space.SequenceEqual(SpaceOf("w"u8)) ? "w"u8
        : space.SequenceEqual(SpaceOf("r"u8)) ? "r"u8
        : space.SequenceEqual(SpaceOf("mc"u8)) ? "mc"u8
        : space.SequenceEqual(SpaceOf("w14"u8)) ? "w14"u8
        : space.SequenceEqual(SpaceOf("w15"u8)) ? "w15"u8
        : default;

    private readonly record struct Declaration(int PrefixStart, int PrefixLength, int SpaceStart, int SpaceLength, int Depth)
    {
        public ReadOnlySpan<byte> PrefixIn(ReadOnlySpan<byte> xml) => xml.Slice(PrefixStart, PrefixLength);

        public ReadOnlySpan<byte> SpaceIn(ReadOnlySpan<byte> xml) => xml.Slice(SpaceStart, SpaceLength);
    }

    [InlineArray(Most)]
    private struct Declarations
    {
        private Declaration first;
    }
}
