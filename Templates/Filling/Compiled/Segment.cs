namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A piece of a compiled part; it writes itself.</summary>
internal abstract class Segment
{
    public abstract void Write(FillRun run);

    public static void WriteAll(Segment[] segments, FillRun run)
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

    public override void Write(FillRun run) => run.Output.Write(bytes.AsSpan(start, end - start));

    private byte[] Bytes => bytes;
}

/// <summary>The id of a control: its own, and a fresh one in each repeated row.</summary>
internal sealed class ControlId(Literal own) : Segment
{
    public override void Write(FillRun run)
    {
        if (run.Row == 0)
        {
            own.Write(run);
            return;
        }

        run.Output.Write("<w:id w:val=\""u8);
        run.Output.Write(run.NextId());
        run.Output.Write("\"/>"u8);
    }
}

/// <summary>The number of the row, where its heading says it; that of a sample row is 1.</summary>
internal sealed class RowNumber : Segment
{
    public override void Write(FillRun run) => run.Output.Write(Math.Max(1, run.Row));
}

/// <summary>What is written only when something holds.</summary>
internal sealed class When(Func<FillRun, bool> holds, Segment[] inside) : Segment
{
    public override void Write(FillRun run)
    {
        if (holds(run))
        {
            WriteAll(inside, run);
        }
    }
}
