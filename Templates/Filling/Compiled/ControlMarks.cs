namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A tag of a content control itself, not of what is in it.</summary>
internal enum ControlMark
{
    None,
    Start,
    End,
    PropertiesStart,
    PropertiesEnd,
    NoProperties,
    ContentStart,
    ContentEnd,
    NoContent,
    Other,
}

/// <summary>Finds the tags of content controls in the bytes of a part, leaping over everything else.</summary>
/// <remarks>A «&lt;» is only ever a tag in a part without comments and CDATA; <see cref="PlainPart"/> sees to that.</remarks>
internal ref struct ControlMarks(ReadOnlySpan<byte> xml)
{
    private readonly ReadOnlySpan<byte> xml = xml;

    public ControlMark Mark { get; private set; }

    /// <summary>Where the tag begins; the length of the part behind the last one.</summary>
    public int Start { get; private set; }

    /// <summary>Where the tag ends.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next tag of a control.</summary>
    /// <exception cref="InvalidDataException">A tag is not written as every program writes it.</exception>
    public ControlMark Next()
    {
        for (var at = End; ; at += "w:sdt".Length)
        {
            var found = xml[at..].IndexOf("w:sdt"u8);
            if (found < 0)
            {
                (Start, End) = (xml.Length, xml.Length);
                return Mark = ControlMark.None;
            }

            at += found;
            var closes = at > 1 && xml[at - 1] == '/' && xml[at - 2] == '<';
            if (closes || (at > 0 && xml[at - 1] == '<'))
            {
                Start = closes ? at - 2 : at - 1;
                return Mark = Classify(at + "w:sdt".Length, closes);
            }
        }
    }

    private ControlMark Classify(int at, bool closes)
    {
        var rest = xml[at..];
        var name = rest.IndexOfAny((byte)'>', (byte)'/', (byte)' ');
        var isEmpty = !closes && name >= 0 && rest[name] != '>';
        var end = isEmpty ? name + rest[name..].IndexOf((byte)'>') : name;
        if (name < 0 || (isEmpty && !rest[name..(end + 1)].TrimStart((byte)' ').SequenceEqual("/>"u8)))
        {
            throw new InvalidDataException("A content control has a tag of an unknown kind.");
        }

        End = at + end + 1;
        return rest[..name] switch
        {
            [] when !isEmpty => closes ? ControlMark.End : ControlMark.Start,
            [(byte)'P', (byte)'r'] => closes ? ControlMark.PropertiesEnd : isEmpty ? ControlMark.NoProperties : ControlMark.PropertiesStart,
            [(byte)'C', (byte)'o', ..] => closes ? ControlMark.ContentEnd : isEmpty ? ControlMark.NoContent : ControlMark.ContentStart,
            _ => ControlMark.Other,
        };
    }
}
