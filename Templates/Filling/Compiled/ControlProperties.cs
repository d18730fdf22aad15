using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>What the properties of a content control say, and where in the part they say it.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Id">Its id.</param>
/// <param name="Prompt">That it shows its prompt.</param>
/// <param name="Look">Its own run properties.</param>
/// <param name="Binding">That its text is that of another part.</param>
/// <param name="IsSection">True for a section that repeats.</param>
internal readonly record struct ControlProperties(string? Tag, Range Id, Range Prompt, Range Look, Range Binding, bool IsSection)
{
    private static readonly Range Nowhere = 0..0;

    public bool HasId => !Id.Equals(Nowhere);

    public bool ShowsPrompt => !Prompt.Equals(Nowhere);

    /// <summary>What it no longer says when it is filled.</summary>
    public IEnumerable<Range> Unfilled => new[] { Prompt, Binding }.Where(place => !place.Equals(Nowhere));

    /// <summary>Reads the properties between two places of a part.</summary>
    public static ControlProperties Read(ReadOnlySpan<byte> xml, int start, int end)
    {
        var properties = default(ControlProperties);
        foreach (var child in new MarkupChildren(xml[start..end]))
        {
            var place = (start + child.Start)..(start + child.End);
            properties = child.Name switch
            {
                _ when child.Name.SequenceEqual("w:tag"u8) => properties with { Tag = ValueIn(xml[place][(1 + child.Name.Length)..]) },
                _ when child.Name.SequenceEqual("w:id"u8) => properties with { Id = place },
                _ when child.Name.SequenceEqual("w:showingPlcHdr"u8) => properties with { Prompt = place },
                _ when child.Name.SequenceEqual("w:rPr"u8) => properties with { Look = place },
                _ when child.Name.SequenceEqual("w:dataBinding"u8) => properties with { Binding = place },
                _ when child.Name.SequenceEqual("w15:repeatingSection"u8) => properties with { IsSection = true },
                _ => properties,
            };
        }

        return properties;
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
}
