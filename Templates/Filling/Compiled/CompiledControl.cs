namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Turns one control into segments.</summary>
/// <param name="xml">The part.</param>
/// <param name="around">What is around the controls of the part.</param>
/// <param name="properties">Its properties.</param>
/// <param name="start">Where it starts.</param>
/// <param name="contentStart">Where its content starts.</param>
/// <param name="contentEnd">Where its content ends.</param>
/// <param name="end">Where it ends.</param>
/// <param name="isRepeated">True inside a repeating section, where ids are given anew.</param>
/// <param name="ours">True when directives may be in it.</param>
internal sealed class CompiledControl(byte[] xml, ControlParents around, ControlProperties properties, int start, int contentStart, int contentEnd, int end, bool isRepeated, bool ours)
{
    private Literal Tail => new(xml, contentEnd, end);

    public Segment[] Compile(List<Segment> content) => properties switch
    {
        { Tag: null } => Untouched(content),
        { IsSection: true } => [new RowsSegment(properties.Tag, [.. Head(isFilled: false)], [.. content], [Tail])],
        _ => Field(properties.Tag, content),
    };

    private Segment[] Field(string tag, List<Segment> content)
    {
        var inside = xml.AsSpan(contentStart..contentEnd);
        var place = ContentPlaces.Of(around, start, inside);
        if (place == ContentPlace.Rows)
        {
            return content is [] or [Literal]
                ? throw new InvalidDataException($"The content control '{tag}' stands around rows or several cells: a text has no place there.")
                : Untouched(content);
        }

        var shape = ContentShape.Of(place, inside, xml.AsSpan(properties.Look), ours);
        return [new FieldSegment(tag, Untouched(content), [.. Head(isFilled: true)], shape, Tail, properties.ShowsPrompt)];
    }

    private Segment[] Untouched(List<Segment> content) => [.. Head(isFilled: false), .. content, Tail];

    private List<Segment> Head(bool isFilled)
    {
        var (segments, done) = (new List<Segment>(4), start);
        foreach (var place in Cuts(isFilled).OrderBy(place => place.Start.Value))
        {
            segments.Add(new Literal(xml, done, place.Start.Value));
            if (place.Equals(properties.Id))
            {
                segments.Add(new ControlId(new Literal(xml, place.Start.Value, place.End.Value)));
            }

            done = place.End.Value;
        }

        segments.Add(new Literal(xml, done, contentStart));
        return segments;
    }

    // A filled control shows no prompt, and is bound to no other text that Word would write over its own.
    private IEnumerable<Range> Cuts(bool isFilled) =>
        [.. isRepeated && properties.HasId ? [properties.Id] : Array.Empty<Range>(), .. isFilled ? properties.Unfilled : []];
}
