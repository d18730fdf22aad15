namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Learns from the content of a control how a text looks in it.</summary>
internal static class ContentShape
{
    private static ReadOnlySpan<byte> EndOfParagraph => "</w:p>"u8;

    /// <param name="content">The content as it stands, mostly a prompt.</param>
    /// <param name="ownLook">The run properties the control itself names; empty when it names none.</param>
    /// <param name="ours">True when the paragraph's properties may hold directives.</param>
    public static FieldContent Of(ReadOnlySpan<byte> content, ReadOnlySpan<byte> ownLook, bool ours)
    {
        var look = Look(content, ownLook);
        var run = new byte["<w:r>".Length + look.Length];
        "<w:r>"u8.CopyTo(run);
        look.CopyTo(run, "<w:r>".Length);
        var (paragraph, last) = (Element(content, "<w:p"u8), content.LastIndexOf(EndOfParagraph));
        return paragraph < 0 || last < paragraph
            ? new FieldContent([], [], run, [])
            : new FieldContent(
                content[..paragraph].ToArray(),
                PartCompiler.Compile([.. "<w:p>"u8, .. ParagraphProperties(content[paragraph..])], ours).Segments,
                run,
                content[(last + EndOfParagraph.Length)..].ToArray());
    }

    // The first run shows how text looks here; the style of prompts is no look.
    private static byte[] Look(ReadOnlySpan<byte> content, ReadOnlySpan<byte> ownLook)
    {
        var first = Element(content, "<w:r"u8);
        var properties = first < 0 ? default : Within(content[first..], "<w:rPr>"u8, "</w:rPr>"u8);
        var look = WithoutPromptStyle(properties);
        return look.Length > "<w:rPr></w:rPr>".Length ? look : WithoutPromptStyle(ownLook) is { Length: > 15 } own ? own : [];
    }

    private static byte[] WithoutPromptStyle(ReadOnlySpan<byte> properties)
    {
        var style = properties.IndexOf("<w:rStyle w:val=\"PlaceholderText\""u8);
        if (style < 0)
        {
            return properties.ToArray();
        }

        var end = style + properties[style..].IndexOf((byte)'>') + 1;
        return [.. properties[..style], .. properties[end..]];
    }

    private static ReadOnlySpan<byte> ParagraphProperties(ReadOnlySpan<byte> paragraph) => Within(paragraph, "<w:pPr>"u8, "</w:pPr>"u8);

    // What an element holds right behind its own tag: nothing else may stand before it.
    private static ReadOnlySpan<byte> Within(ReadOnlySpan<byte> element, ReadOnlySpan<byte> open, ReadOnlySpan<byte> close)
    {
        var rest = element[(element.IndexOf((byte)'>') + 1)..];
        var length = rest.StartsWith(open) ? rest.IndexOf(close) : -1;
        return length < 0 ? default : rest[..(length + close.Length)];
    }

    private static int Element(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name)
    {
        for (var at = 0; content[at..].IndexOf(name) is >= 0 and var found; at += found + name.Length)
        {
            if (content[(at + found + name.Length)..] is [(byte)'>' or (byte)' ', ..])
            {
                return at + found;
            }
        }

        return -1;
    }
}
