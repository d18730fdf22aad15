using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Markup of a sample row. What may be only once in a document stays in the first row: bookmarks and the ids of paragraphs.</summary>
internal static class RepeatedMarkup
{
    /// <summary>Adds the markup between two places of a part.</summary>
    public static void AddTo(List<Segment> segments, byte[] xml, int start, int end)
    {
        var done = start;
        var tags = new MarkupTags(xml.AsSpan(start, end - start));
        while (tags.MoveNext())
        {
            if (SingleIn(xml, start + tags.Start, tags) is { } single)
            {
                segments.Add(new Literal(xml, done, single.Start.Value));
                segments.Add(new When(run => !run.IsCopy, [new Literal(xml, single.Start.Value, single.End.Value)]) { IsByPlace = true });
                done = single.End.Value;
            }
        }

        segments.Add(new Literal(xml, done, end));
    }

    private static Range? SingleIn(ReadOnlySpan<byte> xml, int at, scoped in MarkupTags tag)
    {
        var length = tag.End - tag.Start;
        return tag.IsEnd ? null
            : tag.IsEmpty && (tag.Name.SequenceEqual("w:bookmarkStart"u8) || tag.Name.SequenceEqual("w:bookmarkEnd"u8)) ? at..(at + length)
            : ParagraphId(xml, at + 1 + tag.Name.Length);
    }

    private static Range? ParagraphId(ReadOnlySpan<byte> xml, int afterName)
    {
        foreach (var attribute in new XmlAttributes(xml[afterName..]))
        {
            if (attribute.Name.SequenceEqual("w14:paraId"u8))
            {
                // Before the value stand a blank, the name, "=" and a quote; behind it another quote.
                var value = afterName + attribute.RawStart;
                return (value - 3 - attribute.Name.Length)..(value + attribute.Raw.Length + 1);
            }
        }

        return null;
    }
}
