using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>The tags of a piece of a plain part, one after the other; a piece need not declare its prefixes nor have one root.</summary>
/// <remarks>A «&lt;» is only ever a tag there, and the tags are known to be sound: <see cref="PlainPart"/> sees to both.</remarks>
internal ref struct MarkupTags(ReadOnlySpan<byte> xml)
{
    private readonly ReadOnlySpan<byte> xml = xml;

    /// <summary>Where the tag begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    public bool IsEnd { get; private set; }

    /// <summary>True for a tag that is its own end.</summary>
    public bool IsEmpty { get; private set; }

    public bool MoveNext()
    {
        var found = xml[End..].IndexOf((byte)'<');
        if (found < 0)
        {
            return false;
        }

        Start = End + found;
        IsEnd = xml[Start + 1] == '/';
        var name = xml[(Start + (IsEnd ? 2 : 1))..];
        Name = name[..XmlLetters.NameLength(name)];
        var after = xml.Length - name.Length + Name.Length;
        if (IsEnd)
        {
            (IsEmpty, End) = (false, after + xml[after..].IndexOf((byte)'>') + 1);
            return true;
        }

        var walk = new XmlAttributes(xml[after..]);
        while (walk.MoveNext())
        {
        }

        (IsEmpty, End) = (walk.ClosesItself, after + walk.Length);
        return true;
    }
}
