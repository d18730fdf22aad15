using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>What the properties of a content control say, and where in the part they say it.</summary>
internal readonly record struct ControlProperties(string? Tag, Range Id, Range Prompt, Range Look, bool IsSection)
{
    private static readonly Range Nowhere = 0..0;

    public bool HasId => !Id.Equals(Nowhere);

    public bool ShowsPrompt => !Prompt.Equals(Nowhere);

    /// <summary>Reads the properties between two places of a part.</summary>
    public static ControlProperties Read(ReadOnlySpan<byte> xml, int start, int end)
    {
        var (tag, id, prompt, look, isSection) = ((string?)null, Nowhere, Nowhere, Nowhere, false);
        for (var at = start; at < end && xml[at..end].IndexOf((byte)'<') is >= 0 and var found;)
        {
            at += found;
            var name = xml[(at + 1)..end];
            name = name[..XmlLetters.NameLength(name)];
            var after = at + 1 + name.Length;
            if (name.SequenceEqual("w:tag"u8))
            {
                tag = ValueIn(xml[after..end]);
            }
            else if (name.SequenceEqual("w:id"u8))
            {
                id = at..EndOf(xml, after, end);
            }
            else if (name.SequenceEqual("w:showingPlcHdr"u8))
            {
                prompt = at..EndOf(xml, after, end);
            }
            else if (name.SequenceEqual("w:rPr"u8) && xml[after..end].IndexOf("</w:rPr>"u8) is >= 0 and var close)
            {
                after += close + "</w:rPr>".Length;
                look = at..after;
            }

            isSection |= name.SequenceEqual("w15:repeatingSection"u8);
            at = after;
        }

        return new ControlProperties(tag, id, prompt, look, isSection);
    }

    private static string? ValueIn(ReadOnlySpan<byte> rest)
    {
        foreach (var attribute in new XmlAttributes(rest))
        {
            if (attribute.Name.SequenceEqual("w:val"u8))
            {
                return XmlLetters.Decode(attribute.Raw);
            }
        }

        return null;
    }

    private static int EndOf(ReadOnlySpan<byte> xml, int after, int end)
    {
        var walk = new XmlAttributes(xml[after..end]);
        while (walk.MoveNext())
        {
        }

        return walk.ClosesItself ? after + walk.Length : throw new InvalidDataException("A property of a content control is of an unknown kind.");
    }
}
