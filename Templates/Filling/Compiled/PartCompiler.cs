namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Takes a part apart into segments, once: what lies between controls is not even looked at.</summary>
internal ref struct PartCompiler
{
    private readonly byte[] xml;
    private readonly ControlParents around;
    private readonly bool ours;
    private ControlMarks marks;
    private int done;
    private int sections;
    private FreeIds ids;

    private PartCompiler(byte[] xml, bool ours)
    {
        (this.xml, around, this.ours) = (xml, new ControlParents(xml), ours);
        marks = new ControlMarks(xml);
    }

    /// <summary>The segments of a part.</summary>
    /// <param name="xml">A part in plain form, see <see cref="PlainPart"/>.</param>
    /// <param name="ours">True when its controls may be directives, see <see cref="Directives"/>.</param>
    /// <exception cref="InvalidDataException">Its controls are not written as every program writes them.</exception>
    public static (Segment[] Segments, FreeIds Ids) Compile(byte[] xml, bool ours)
    {
        var compiler = new PartCompiler(xml, ours);
        var segments = new List<Segment>();
        compiler.marks.Next();
        compiler.Read(segments, ControlMark.None, onlyFirst: false);
        return ([.. segments], compiler.ids);
    }

    // Reads up to a mark that is not the start of a control, and stays on it. Of several items of a section the first is the sample.
    private void Read(List<Segment> segments, ControlMark end, bool onlyFirst)
    {
        while (marks.Mark == ControlMark.Start)
        {
            AddLiteral(segments, done, marks.Start);
            done = marks.Start;
            ReadControl(segments);
            segments = onlyFirst ? [] : segments;
        }

        Require(marks.Mark == end);
        AddLiteral(segments, done, marks.Start);
        done = marks.Start;
    }

    private void ReadControl(List<Segment> segments)
    {
        var start = marks.Start;
        var properties = ReadProperties();
        while (marks.Mark == ControlMark.Other)
        {
            marks.Next();
        }

        Require(marks.Mark == ControlMark.ContentStart); // PlainPart makes two tags of a content that is one
        var contentStart = marks.End;
        done = contentStart;
        var content = new List<Segment>();
        sections += properties.IsSection ? 1 : 0;
        marks.Next();
        Read(content, ControlMark.ContentEnd, properties.IsSection);
        marks.Next();
        sections -= properties.IsSection ? 1 : 0;
        Require(marks.Mark == ControlMark.End);
        var control = new CompiledControl(xml, around, properties, start, contentStart, done, marks.End, isRepeated: sections > 0, ours);
        done = marks.End;
        marks.Next();
        foreach (var segment in ours && Directives.TryCompile(properties.Tag, content, out var directive) ? directive : control.Compile(content))
        {
            Add(segments, segment);
        }
    }

    private ControlProperties ReadProperties()
    {
        if (marks.Next() is ControlMark.NoProperties)
        {
            marks.Next();
            return default;
        }

        if (marks.Mark != ControlMark.PropertiesStart)
        {
            return default;
        }

        var start = marks.End;
        Require(marks.Next() == ControlMark.PropertiesEnd);
        var properties = ControlProperties.Read(xml, start, marks.Start);
        ids = properties.HasId ? ids.Without(xml.AsSpan(properties.Id)) : ids;
        marks.Next();
        return properties;
    }

    private readonly void AddLiteral(List<Segment> segments, int start, int end)
    {
        if (end > start && sections > 0)
        {
            RepeatedMarkup.AddTo(segments, xml, start, end);
        }
        else if (end > start)
        {
            Add(segments, new Literal(xml, start, end));
        }
    }

    // Neighbours in the part are one literal.
    private static void Add(List<Segment> segments, Segment segment)
    {
        if (segment is Literal literal && segments is [.., Literal before] && literal.Continues(before))
        {
            segments[^1] = literal.JoinedTo(before);
        }
        else
        {
            segments.Add(segment);
        }
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidDataException("The content controls of the template are nested in an unknown way.");
        }
    }
}
