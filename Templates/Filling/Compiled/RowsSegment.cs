namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A repeating section: its sample row once for each row of a list; as it stands when there are no rows.</summary>
internal sealed class RowsSegment(string tag, Segment[] head, Segment[] sample, Segment[] tail) : Segment
{
    public override void Write(FillRun run)
    {
        WriteAll(head, run);
        if (run.Values.RowsOf(tag) is { Count: > 0 } rows)
        {
            WriteRows(rows, run);
        }
        else
        {
            // A sample keeps its own ids: it is no row.
            var outer = run.Enter(run.Values, run.Row, isLast: true);
            WriteAll(sample, run);
            run.Leave(outer);
        }

        WriteAll(tail, run);
    }

    private void WriteRows(IReadOnlyList<TemplateValues> rows, FillRun run)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            var outer = run.Enter(rows[index], index + 1, index == rows.Count - 1);
            WriteAll(sample, run);
            run.Leave(outer);
        }
    }
}
