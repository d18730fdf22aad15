namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>The elements that stand beside one another in a piece of a plain part.</summary>
internal ref struct MarkupChildren(ReadOnlySpan<byte> xml)
{
    private readonly ReadOnlySpan<byte> xml = xml;
    private MarkupTags tags = new(xml);

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Where the element begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where what it holds begins; behind an element of one tag.</summary>
    public int InnerStart { get; private set; }

    /// <summary>Where what it holds ends.</summary>
    public int InnerEnd { get; private set; }

    /// <summary>Where the element ends.</summary>
    public int End { get; private set; }

    public readonly bool IsOneTag => InnerStart == End;

    public readonly ReadOnlySpan<byte> Inner => xml[InnerStart..InnerEnd];

    public readonly MarkupChildren GetEnumerator() => this;

    public readonly MarkupChildren Current => this;

    public bool MoveNext()
    {
        if (!tags.MoveNext() || tags.IsEnd)
        {
            return false;
        }

        Name = tags.Name;
        (Start, InnerStart, InnerEnd) = (tags.Start, tags.End, tags.End);
        for (var depth = tags.IsEmpty ? 0 : 1; depth > 0;)
        {
            tags.MoveNext();
            InnerEnd = tags.Start;
            depth += tags.IsEnd ? -1 : tags.IsEmpty ? 0 : 1;
        }

        End = tags.End;
        return true;
    }
}
