using System.Text.Unicode;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Packages;

/// <summary>A forward-only reader of UTF-8 XML in memory that takes nothing out of its place: tokens are ranges of the bytes.</summary>
/// <remarks>
/// <para>It knows a plain grammar: declaration, tags, text, the five named references and those by number. At everything else (DTD, comments,
/// CDATA, instructions, other encodings, carriage returns, names beyond ASCII) and at whatever is not well-formed it stops and is
/// <see cref="Refused"/>; its caller then takes <see cref="SafeXml"/>, which decides. What it does not refuse, XmlReader accepts and tells alike, within the limits of SafeXml.</para>
/// <para>Qualified names may be compared as they stand, <c>"w:p"u8</c>: the prefixes of <see cref="XmlPrefixes"/> mean what they always mean, or the
/// scanner refuses. A mutable struct: pass it by reference.</para>
/// </remarks>
internal ref struct XmlScanner
{
    /// <summary>How deep elements may stand in one another.</summary>
    public const int DeepestNesting = 128;

    // A declaration with its attributes and what may stand around it.
    private const int BeforeRoot = 8;

    private readonly ReadOnlySpan<byte> xml;
    private readonly int mostNodes;
    private XmlPrefixes prefixes = new();
    private OpenTags open;
    private XmlTag tag;
    private int openCount;
    private int at;
    private int nodes = BeforeRoot;
    private bool rootSeen;

    /// <param name="xml">All of the part, a byte order mark too.</param>
    /// <param name="mostNodes">The tags and texts it goes through; it refuses a part with more.</param>
    public XmlScanner(ReadOnlySpan<byte> xml, int mostNodes = ReadingLimits.Nodes)
    {
        this.xml = xml;
        this.mostNodes = mostNodes;
        at = XmlProlog.LengthOf(xml);
        Refused = at < 0 || !Utf8.IsValid(xml) || XmlLetters.HasForbidden(xml[at..]);
    }

    /// <summary>True when this is XML the scanner does not vouch for; no token of it counts.</summary>
    public bool Refused { get; private set; }

    /// <summary>The kind of the token.</summary>
    public XmlToken Token { get; private set; }

    /// <summary>How many elements the token stands in; that of a start tag equals that of its end tag.</summary>
    public int Depth { get; private set; }

    /// <summary>Where the token begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the next token begins.</summary>
    public readonly int End => at;

    /// <summary>The qualified name of the tag; for text, that of the element around it.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The token as it stands; for text, with its references (see <see cref="XmlLetters.Decode"/>).</summary>
    public readonly ReadOnlySpan<byte> Raw => xml[Start..at];

    /// <summary>The namespace that names without a prefix are in; empty when they are in none.</summary>
    public readonly ReadOnlySpan<byte> DefaultNamespace => prefixes.Default(xml);

    /// <summary>True on a tag of this qualified name that begins an element.</summary>
    public readonly bool IsElement(ReadOnlySpan<byte> name) => Token is XmlToken.Start or XmlToken.Empty && Name.SequenceEqual(name);

    /// <summary>Goes to the next token; false at the end and where it refuses.</summary>
    public bool Read()
    {
        Start = at;
        if (Refused || at >= xml.Length)
        {
            return Finish();
        }

        return nodes++ <= mostNodes && (xml[at] != '<' ? ReadText() : at + 1 < xml.Length && xml[at + 1] == '/' ? ReadEnd() : ReadStart()) || Refuse();
    }

    /// <summary>From a start tag to its end tag; elsewhere nothing happens.</summary>
    public bool Skip()
    {
        if (Token != XmlToken.Start)
        {
            return !Refused;
        }

        var depth = Depth;
        while (Read())
        {
            if (Token == XmlToken.End && Depth == depth)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribute of the tag by its qualified name, as it stands between its quotes.</summary>
    public readonly bool TryAttribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> raw)
    {
        if (Token is XmlToken.Start or XmlToken.Empty)
        {
            var rest = xml[(Start + 1 + Name.Length)..at];
            for (var index = 0; index < tag.Count; index++)
            {
                if (tag.NameIn(rest, index).SequenceEqual(name))
                {
                    raw = tag.RawIn(rest, index);
                    return true;
                }
            }
        }

        raw = default;
        return false;
    }

    /// <summary>The attributes of the tag in their order, declarations of prefixes too.</summary>
    public readonly XmlAttributes Attributes => new(xml[(Start + 1 + Name.Length)..at]);

    private bool ReadText()
    {
        var length = XmlLetters.TextLength(xml[at..]);
        if (length < 0 || (openCount == 0 && !XmlLetters.IsWhite(xml.Slice(at, length))))
        {
            return false;
        }

        (at, Depth, Token) = (at + length, openCount, XmlToken.Text);
        Name = openCount == 0 ? default : open.NameIn(xml, openCount - 1);
        return true;
    }

    private bool ReadEnd()
    {
        if (openCount == 0)
        {
            return false;
        }

        var rest = xml[(at + 2)..];
        var name = open.NameIn(xml, openCount - 1);
        if (!rest.StartsWith(name))
        {
            return false;
        }

        var after = name.Length;
        while (after < rest.Length && XmlLetters.IsWhite(rest[after]))
        {
            after++;
        }

        if (after >= rest.Length || rest[after] != '>')
        {
            return false;
        }

        openCount--;
        prefixes.Close(openCount);
        (at, Depth, Token) = (at + 3 + after, openCount, XmlToken.End);
        Name = name;
        return true;
    }

    private bool ReadStart()
    {
        if (openCount == DeepestNesting || (openCount == 0 && rootSeen))
        {
            return false;
        }

        var name = at + 1;
        var nameLength = XmlLetters.NameLength(xml[name..]);
        if (nameLength == 0)
        {
            return false;
        }

        Name = xml.Slice(name, nameLength);
        var rest = xml[(name + nameLength)..];
        return tag.Read(rest) && Declare(rest, name + nameLength) && prefixes.Know(xml, Name) && KnowAttributes(rest) && Enter(name, nameLength);
    }

    private bool Declare(ReadOnlySpan<byte> rest, int from)
    {
        for (var index = 0; index < tag.Count; index++)
        {
            var name = tag.NameIn(rest, index);
            if (name[0] == 'x' && !prefixes.Note(xml, name, tag.RawIn(rest, index), from + tag.RawStart(index), openCount))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool KnowAttributes(ReadOnlySpan<byte> rest)
    {
        for (var index = 0; index < tag.Count; index++)
        {
            if (!prefixes.KnowAttribute(xml, tag.NameIn(rest, index), tag.RawIn(rest, index)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Enter(int name, int nameLength)
    {
        (Depth, rootSeen) = (openCount, true);
        (at, nodes) = (name + nameLength + tag.Length, nodes + tag.Count);
        if (tag.ClosesItself)
        {
            Token = XmlToken.Empty;
            prefixes.Close(openCount);
            return true;
        }

        Token = XmlToken.Start;
        open.Set(openCount++, name, nameLength);
        return true;
    }

    private bool Finish()
    {
        (Token, Depth) = (XmlToken.None, 0);
        Name = default;
        Refused |= openCount > 0 || !rootSeen;
        return false;
    }

    private bool Refuse()
    {
        (Token, Refused, Start) = (XmlToken.None, true, at);
        Name = default;
        return false;
    }

    /// <summary>The places of the names of the elements that are open, offset and length.</summary>
    private struct OpenTags
    {
        private Places offsets;
        private Places lengths;

        public void Set(int index, int offset, int length) => (offsets[index], lengths[index]) = (offset, length);

        public readonly ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> xml, int index) => xml.Slice(offsets[index], lengths[index]);
    }

    [System.Runtime.CompilerServices.InlineArray(DeepestNesting)]
    private struct Places
    {
        private int first;
    }
}
