using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A piece of a compiled part; it writes itself.</summary>
internal abstract class Segment
{
    public abstract void Write(FillState run);

    /// <summary>Tells a recorder what it writes in a row like most others; false when that is not the same in all of them.</summary>
    public virtual bool Record(RowRecorder recorder) => false;

    public static bool RecordAll(Segment[] segments, RowRecorder recorder) => Array.TrueForAll(segments, segment => segment.Record(recorder));

    public static void WriteAll(Segment[] segments, FillState run)
    {
        foreach (var segment in segments)
        {
            segment.Write(run);
        }
    }
}

/// <summary>Bytes of the template that stay as they are.</summary>
internal sealed class Literal(byte[] bytes, int start, int end) : Segment
{
    public int Start => start;

    public int End => end;

    public bool Continues(Literal before) => before.Bytes == bytes && before.End == start;

    public Literal JoinedTo(Literal before) => new(bytes, before.Start, end);

    public override void Write(FillState run) => run.Output.Write(bytes.AsSpan(start, end - start));

    public override bool Record(RowRecorder recorder) => recorder.Add(bytes.AsSpan(start, end - start));

    private byte[] Bytes => bytes;
}

/// <summary>The id of a control: its own, and a fresh one in each repeated row.</summary>
internal sealed class ControlId(Literal own) : Segment
{
    private static ReadOnlySpan<byte> Start => "<w:id w:val=\""u8;

    private static ReadOnlySpan<byte> End => "\"/>"u8;

    public override void Write(FillState run)
    {
        if (run.Row == 0)
        {
            own.Write(run);
            return;
        }

        run.Output.Write(Start);
        run.Output.Write(run.NextId());
        run.Output.Write(End);
    }

    public override bool Record(RowRecorder recorder) => recorder.Add(Start) && recorder.Add(RowHole.Id) && recorder.Add(End);
}

/// <summary>The number of the row, where its heading says it; that of a sample row is 1.</summary>
internal sealed class RowNumber : Segment
{
    public override void Write(FillState run) => run.Output.Write(Math.Max(1, run.Row));

    public override bool Record(RowRecorder recorder) => recorder.Add(RowHole.Number);
}

/// <summary>The left and right indents of a paragraph, told by a value.</summary>
internal sealed class Indents(string tag) : Segment
{
    public override void Write(FillState run)
    {
        run.Output.Write("<w:ind w:left=\""u8);
        XmlEscape.Text(run.Output, run.Values[tag]);
        run.Output.Write("\" w:right=\""u8);
        XmlEscape.Text(run.Output, run.Values[tag]);
        run.Output.Write("\"/>"u8);
    }
}

/// <summary>What is written only when something holds.</summary>
internal sealed class When(Func<FillState, bool> holds, Segment[] inside) : Segment
{
    /// <summary>True when it hangs on where a row stands, not on its values.</summary>
    public bool IsByPlace { get; init; }

    public override void Write(FillState run)
    {
        if (holds(run))
        {
            WriteAll(inside, run);
        }
    }

    public override bool Record(RowRecorder recorder) => IsByPlace && (!holds(recorder.Row) || RecordAll(inside, recorder));
}
