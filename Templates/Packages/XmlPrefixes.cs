using System.Runtime.CompilerServices;

namespace HocTap.Office.Templates.Packages;

/// <summary>The prefixes declared so far in an XML part. Those every Word program uses must mean what they always mean.</summary>
internal struct XmlPrefixes
{
    private const int Most = 64;

    private Declarations declared;
    private int count;
    private bool hasWord;

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
    /// <param name="name">The name of the attribute.</param>
    /// <param name="raw">Its value.</param>
    /// <param name="value">Where in the part the value begins.</param>
    /// <param name="depth">The depth of its tag.</param>
    public bool Note(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> name, ReadOnlySpan<byte> raw, int value, int depth)
    {
        if (!name.StartsWith("xmlns"u8) || (name.Length > 5 && name[5] != ':'))
        {
            return true;
        }

        var prefix = name.Length == 5 ? default : name[6..];
        if (count == Most || !IsAllowed(prefix, raw) || IsDoubled(xml, prefix, raw))
        {
            return false;
        }

        declared[count++] = new Declaration(value - 2 - prefix.Length, prefix.Length, value, raw.Length, depth);
        hasWord |= depth == 0 && prefix.SequenceEqual("w"u8);
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
        if (IsWords(name))
        {
            return true;
        }

        var colon = name.IndexOf((byte)':');
        return colon < 0 || (!name.StartsWith("xml"u8) && IsDeclared(xml, name, colon));
    }

    /// <summary>The same for an attribute, which may be a declaration or one of XML's own.</summary>
    public readonly bool KnowAttribute(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> name, ReadOnlySpan<byte> raw)
    {
        if (IsWords(name))
        {
            return true;
        }

        var colon = name.IndexOf((byte)':');
        return colon < 0 || (name.StartsWith("xml"u8) ? IsXmlsOwn(name, raw) : IsDeclared(xml, name, colon));
    }

    // Most names by far: Word's own prefix, declared once for the whole part.
    private readonly bool IsWords(ReadOnlySpan<byte> name) => hasWord && name.Length > 1 && name[1] == ':' && name[0] == 'w';

    // Two attributes of one namespace under two prefixes would be one attribute twice.
    private readonly bool IsDoubled(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> space)
    {
        for (var index = 0; index < count; index++)
        {
            if (declared[index].SpaceIn(xml).SequenceEqual(space) && !declared[index].PrefixIn(xml).SequenceEqual(prefix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsXmlsOwn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> raw) =>
        name.StartsWith("xmlns:"u8)
        || name.SequenceEqual("xml:lang"u8)
        || (name.SequenceEqual("xml:space"u8) && (raw.SequenceEqual("preserve"u8) || raw.SequenceEqual("default"u8)));

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
