namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Learns from the content of a control how a text stands and looks in it.</summary>
internal static class ContentShape
{
    /// <param name="place">What the control stands around; not rows.</param>
    /// <param name="content">The content as it stands, mostly a prompt.</param>
    /// <param name="ownLook">The run properties the control itself names; empty when it names none.</param>
    /// <param name="ours">True when the paragraph's properties may hold directives.</param>
    /// <exception cref="InvalidDataException">It is a cell without its own tags.</exception>
    public static FieldContent Of(ContentPlace place, ReadOnlySpan<byte> content, ReadOnlySpan<byte> ownLook, bool ours)
    {
        if (place == ContentPlace.Runs)
        {
            return new FieldContent([], [], [.. "<w:r>"u8, .. Look(content, ownLook)], []);
        }

        var cell = place == ContentPlace.Cell ? CellIn(content) : 0..content.Length;
        if (cell is not { } room)
        {
            return Paragraphs("<w:tc>"u8, content, ownLook, "</w:tc>"u8, ours);
        }

        var (start, end) = Filled(content[room]);
        return Paragraphs(content[..(room.Start.Value + start)], content, ownLook, content[(room.Start.Value + end)..], ours);
    }

    private static FieldContent Paragraphs(ReadOnlySpan<byte> before, ReadOnlySpan<byte> content, ReadOnlySpan<byte> ownLook, ReadOnlySpan<byte> after, bool ours)
    {
        var start = PartCompiler.Compile([.. "<w:p>"u8, .. ParagraphProperties(content)], ours).Segments;
        return new FieldContent(before.ToArray(), start, [.. "<w:r>"u8, .. Look(content, ownLook)], after.ToArray());
    }

    // Where the inside of the cell is; none when the control holds nothing.
    private static Range? CellIn(ReadOnlySpan<byte> content)
    {
        var tags = new MarkupTags(content);
        while (tags.MoveNext())
        {
            if (tags.Name.SequenceEqual("w:tc"u8) && !tags.IsEnd)
            {
                var cell = new MarkupChildren(content[tags.Start..]);
                cell.MoveNext();
                return cell.IsOneTag
                    ? throw new InvalidDataException("A content control of the template holds a cell without a paragraph.")
                    : (tags.Start + cell.InnerStart)..(tags.Start + cell.InnerEnd);
            }
        }

        return null;
    }

    // What the paragraphs of a text take the place of: all but properties and the marks in front and behind.
    private static (int Start, int End) Filled(ReadOnlySpan<byte> content)
    {
        var (start, end, behindProperties) = (-1, -1, 0);
        foreach (var child in new MarkupChildren(content))
        {
            if (child.Name.SequenceEqual("w:tcPr"u8))
            {
                behindProperties = child.End;
            }
            else if (!ContentPlaces.IsMark(child.Name))
            {
                (start, end) = (start < 0 ? child.Start : start, child.End);
            }
        }

        return start < 0 ? (behindProperties, behindProperties) : (start, end);
    }

    // The first paragraph beside all else, or the first one inside something, shows how paragraphs look here.
    private static ReadOnlySpan<byte> ParagraphProperties(ReadOnlySpan<byte> content)
    {
        foreach (var child in new MarkupChildren(content))
        {
            if (child.Name.SequenceEqual("w:p"u8))
            {
                return PropertiesOf(child.Inner, "w:pPr"u8);
            }
        }

        return First(content, "w:p"u8, "w:pPr"u8);
    }

    // The first run shows how text looks here; the style of prompts is no look.
    private static byte[] Look(ReadOnlySpan<byte> content, ReadOnlySpan<byte> ownLook) =>
        WithoutPromptStyle(First(content, "w:r"u8, "w:rPr"u8)) is { Length: > 0 } look ? look : WithoutPromptStyle(ownLook);

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name, ReadOnlySpan<byte> properties)
    {
        var tags = new MarkupTags(content);
        while (tags.MoveNext())
        {
            if (tags.Name.SequenceEqual(name) && !tags.IsEnd)
            {
                return tags.IsEmpty ? default : PropertiesOf(content[tags.End..], properties);
            }
        }

        return default;
    }

    // Properties are the first child or there are none.
    private static ReadOnlySpan<byte> PropertiesOf(ReadOnlySpan<byte> inner, ReadOnlySpan<byte> name)
    {
        var tags = new MarkupTags(inner);
        if (!tags.MoveNext() || !tags.Name.SequenceEqual(name) || tags.IsEnd || tags.IsEmpty)
        {
            return default;
        }

        var first = new MarkupChildren(inner);
        first.MoveNext();
        return inner[first.Start..first.End];
    }

    // Nothing when nothing is left.
    private static byte[] WithoutPromptStyle(ReadOnlySpan<byte> properties)
    {
        var whole = new MarkupChildren(properties);
        if (!whole.MoveNext() || whole.IsOneTag)
        {
            return [];
        }

        var (others, prompt) = (0, 0..0);
        foreach (var child in new MarkupChildren(whole.Inner))
        {
            if (child.Name.SequenceEqual("w:rStyle"u8) && whole.Inner[child.Start..child.End].IndexOf("PlaceholderText"u8) >= 0)
            {
                prompt = (whole.InnerStart + child.Start)..(whole.InnerStart + child.End);
            }
            else
            {
                others++;
            }
        }

        return others == 0 ? [] : [.. properties[..prompt.Start], .. properties[prompt.End..]];
    }
}
