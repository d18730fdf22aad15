namespace HocTap.Office.Templates.Packages;

/// <summary>An attribute as it stands: its qualified name and what is between its quotes, references and all.</summary>
internal readonly ref struct XmlAttribute(ReadOnlySpan<byte> name, ReadOnlySpan<byte> raw, int rawStart)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Raw { get; } = raw;

    /// <summary>Where the value begins, counted from the end of the tag's name.</summary>
    public int RawStart { get; } = rawStart;
}

/// <summary>Walks the attributes of one tag, from behind its name to its end.</summary>
internal ref struct XmlAttributes(ReadOnlySpan<byte> rest)
{
    private readonly ReadOnlySpan<byte> rest = rest;
    private int at;

    public XmlAttribute Current { get; private set; }

    /// <summary>How many there were so far.</summary>
    public int Count { get; private set; }

    /// <summary>After the last one: true when the tag ended as it should.</summary>
    public bool IsSound { get; private set; }

    /// <summary>After the last one: true for a tag that is its own end.</summary>
    public bool ClosesItself { get; private set; }

    /// <summary>After the last one: from behind the name to behind the tag.</summary>
    public readonly int Length => at;

    public readonly XmlAttributes GetEnumerator() => this;

    public bool MoveNext()
    {
        var before = at;
        while (at < rest.Length && XmlLetters.IsWhite(rest[at]))
        {
            at++;
        }

        if (at >= rest.Length)
        {
            return false;
        }

        return rest[at] is (byte)'>' or (byte)'/' ? EndOfTag() : at > before && ReadOne();
    }

    private bool EndOfTag()
    {
        ClosesItself = rest[at] == '/';
        var end = ClosesItself ? at + 1 : at;
        IsSound = end < rest.Length && rest[end] == '>';
        at = Math.Min(end + 1, rest.Length);
        return false;
    }

    private bool ReadOne()
    {
        var name = rest[at..];
        var length = XmlLetters.NameLength(name);
        var value = length;
        if (length == 0 || value + 1 >= name.Length || name[value] != '=' || name[value + 1] is not ((byte)'"' or (byte)'\''))
        {
            return false;
        }

        var start = value + 2;
        var end = XmlLetters.ValueLength(name[start..], quote: name[value + 1]);
        if (end < 0)
        {
            return false;
        }

        Current = new XmlAttribute(name[..length], name.Slice(start, end), at + start);
        Count++;
        at += start + end + 1;
        return true;
    }
}
