namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A repeating section: its sample row once for each row of a list; as it stands when there are no rows.</summary>
internal sealed class RowsSegment(string tag, Segment[] head, Segment[] sample, Segment[] tail) : Segment
{
    private readonly RowProgram? further = RowProgram.Of(sample);

    public override void Write(FillState run)
    {
        WriteAll(head, run);
        if (run.Values.RowsOf(tag) is { Count: > 0 } rows)
        {
            WriteRows(rows, run);
        }
        else
        {
            // A sample keeps its own ids: it is no row.
            var outer = run.Enter(run.Values, run.Row, after: 0);
            WriteAll(sample, run);
            run.Leave(outer);
        }

        WriteAll(tail, run);
    }

    private void WriteRows(IReadOnlyList<TemplateValues> rows, FillState run)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            var outer = run.Enter(rows[index], index + 1, rows.Count - 1 - index);
            WriteRow(run);
            run.Leave(outer);
        }
    }

    private void WriteRow(FillState run)
    {
        if (further is not null && run.IsCopy && !run.IsBoundRow)
        {
            further.Write(run);
        }
        else
        {
            WriteAll(sample, run);
        }
    }
}
