namespace HocTap.Office.Templates.Packages;

/// <summary>What may stand before the root of an XML part: a byte order mark, a declaration of version 1.0 and UTF-8, white space.</summary>
internal static class XmlProlog
{
    /// <summary>The length of it; -1 when it is another declaration.</summary>
    public static int LengthOf(ReadOnlySpan<byte> xml)
    {
        var at = xml.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        if (xml[at..].StartsWith("<?xml "u8))
        {
            var length = xml[at..].IndexOf("?>"u8);
            if (length < 0 || !IsPlain(xml.Slice(at + 5, length - 5)))
            {
                return -1;
            }

            at += length + 2;
        }

        while (at < xml.Length && (XmlLetters.IsWhite(xml[at]) || xml[at] == '\r'))
        {
            at++;
        }

        return at;
    }

    // The attributes of a declaration come in one order; a pretended end makes a tag of them.
    private static bool IsPlain(ReadOnlySpan<byte> declaration)
    {
        Span<byte> tag = stackalloc byte[128];
        if (declaration.Length >= tag.Length)
        {
            return false;
        }

        declaration.CopyTo(tag);
        tag[declaration.Length] = (byte)'>';
        var place = 0;
        var walk = new XmlAttributes(tag[..(declaration.Length + 1)]);
        while (walk.MoveNext())
        {
            var next = PlaceOf(walk.Current);
            if (next <= place || (place == 0 && next != 1))
            {
                return false;
            }

            place = next;
        }

        return walk.IsSound && !walk.ClosesItself && walk.Count > 0;
    }

    private static int PlaceOf(in XmlAttribute attribute) =>
        attribute.Name.SequenceEqual("version"u8) && attribute.Raw.SequenceEqual("1.0"u8) ? 1
        : attribute.Name.SequenceEqual("encoding"u8) && (attribute.Raw.SequenceEqual("UTF-8"u8) || attribute.Raw.SequenceEqual("utf-8"u8)) ? 2
        : attribute.Name.SequenceEqual("standalone"u8) && (attribute.Raw.SequenceEqual("yes"u8) || attribute.Raw.SequenceEqual("no"u8)) ? 3
        : 0;
}
