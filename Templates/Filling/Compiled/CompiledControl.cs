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

    public IEnumerable<Segment> Compile(List<Segment> content) => properties switch
    {
        { Tag: null } => Untouched(content),
        { IsSection: true } => [new RowsSegment(properties.Tag, [.. Head(withPrompt: true)], [.. content], [Tail])],
        _ => [new FieldSegment(properties.Tag, [.. Untouched(content)], [.. Head(withPrompt: false)], Shape(), Tail, properties.ShowsPrompt)],
    };

    public IEnumerable<Segment> Untouched(List<Segment> content) => [.. Head(withPrompt: true), .. content, Tail];

    private List<Segment> Head(bool withPrompt)
    {
        var (segments, done) = (new List<Segment>(5), start);
        var cuts = new List<(Range Place, bool IsId)>(2);
        if (isRepeated && properties.HasId)
        {
            cuts.Add((properties.Id, true));
        }

        if (!withPrompt && properties.ShowsPrompt)
        {
            cuts.Add((properties.Prompt, false));
        }

        cuts.Sort((one, other) => one.Place.Start.Value - other.Place.Start.Value);
        foreach (var (place, isId) in cuts)
        {
            segments.Add(new Literal(xml, done, place.Start.Value));
            done = place.End.Value;
            if (isId)
            {
                segments.Add(new ControlId(new Literal(xml, place.Start.Value, done)));
            }
        }

        segments.Add(new Literal(xml, done, contentStart));
        return segments;
    }

    private FieldContent Shape() => ContentShape.Of(xml.AsSpan(contentStart..contentEnd), xml.AsSpan(properties.Look), ours);
}
