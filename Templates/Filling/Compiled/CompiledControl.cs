namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Turns one control into segments.</summary>
/// <param name="xml">The part.</param>
/// <param name="properties">Its properties.</param>
/// <param name="start">Where it starts.</param>
/// <param name="contentStart">Where its content starts.</param>
/// <param name="contentEnd">Where its content ends.</param>
/// <param name="end">Where it ends.</param>
/// <param name="isRepeated">True inside a repeating section, where ids are given anew.</param>
/// <param name="ours">True when directives may be in it.</param>
internal sealed class CompiledControl(byte[] xml, ControlProperties properties, int start, int contentStart, int contentEnd, int end, bool isRepeated, bool ours)
{
    private Literal Tail => new(xml, contentEnd, end);

    public Segment[] Compile(List<Segment> content) => properties switch
    {
        { Tag: null } => Untouched(content),
        { IsSection: true } => [new RowsSegment(properties.Tag, [.. Head(withPrompt: true)], [.. content], [Tail])],
        _ => [new FieldSegment(properties.Tag, Untouched(content), [.. Head(withPrompt: false)], Shape(), Tail, properties.ShowsPrompt)],
    };

    public Segment[] Untouched(List<Segment> content) => [.. Head(withPrompt: true), .. content, Tail];

    private List<Segment> Head(bool withPrompt)
    {
        var (segments, done) = (new List<Segment>(4), start);
        var idFirst = properties.Id.Start.Value <= properties.Prompt.Start.Value;
        for (var step = 0; step < 2; step++)
        {
            if ((step == 0) == idFirst)
            {
                done = isRepeated && properties.HasId ? Cut(segments, done, properties.Id, isId: true) : done;
            }
            else
            {
                done = !withPrompt && properties.ShowsPrompt ? Cut(segments, done, properties.Prompt, isId: false) : done;
            }
        }

        segments.Add(new Literal(xml, done, contentStart));
        return segments;
    }

    private int Cut(List<Segment> segments, int done, Range place, bool isId)
    {
        segments.Add(new Literal(xml, done, place.Start.Value));
        if (isId)
        {
            segments.Add(new ControlId(new Literal(xml, place.Start.Value, place.End.Value)));
        }

        return place.End.Value;
    }

    private FieldContent Shape() => ContentShape.Of(xml.AsSpan(contentStart..contentEnd), xml.AsSpan(properties.Look), ours);
}
