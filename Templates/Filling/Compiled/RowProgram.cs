using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A sample row taken apart once more: all that is the same in every further row is one piece up to each number and text.</summary>
/// <remarks>It writes what the segments of the sample write, for rows that are neither the first nor bound. A field without a simple text is left to its segment.</remarks>
internal sealed class RowProgram
{
    private readonly RowStep[] steps;

    private RowProgram(RowStep[] steps) => this.steps = steps;

    /// <summary>The program of a sample; null where rows differ in more than numbers and texts.</summary>
    public static RowProgram? Of(Segment[] sample)
    {
        var recorder = new RowRecorder();
        return Array.TrueForAll(sample, segment => segment.Record(recorder)) ? new RowProgram(recorder.Steps()) : null;
    }

    public void Write(FillState run)
    {
        var (next, from, text) = (0, 0, "");
        var written = default(ReadOnlySpan<byte>);
        while (next < steps.Length)
        {
            var step = steps[next];
            if (step.Opens is { } field && !IsSimple(run.Values, field.Segment.Tag, out text, out written))
            {
                run.Output.Write(step.Before.AsSpan(from..field.Start));
                field.Segment.Write(run);
                (next, from) = (field.Next, field.Resume);
                continue;
            }

            run.Output.Write(step.Before.AsSpan(from));
            step.Write(run, text, written);
            (next, from) = (next + 1, 0);
        }
    }

    // One line of letters that are their own normal form.
    private static bool IsSimple(TemplateValues values, string tag, out string text, out ReadOnlySpan<byte> written)
    {
        text = "";
        written = values.Written(tag);
        return written.Length > 0
            || (values.TryGetText(tag, out text!) && text.Length > 0 && text.AsSpan().IndexOfAnyInRange('\u0000', '\u001F') < 0 && CleanText.HasOnlyPlainLetters(text));
    }
}

/// <summary>What a step of a row writes behind its piece.</summary>
internal enum RowHole
{
    /// <summary>Nothing: the row ends.</summary>
    End,

    /// <summary>A fresh id.</summary>
    Id,

    /// <summary>The number of the row.</summary>
    Number,

    /// <summary>The text of the field that was opened last.</summary>
    Text,
}

/// <summary>A piece of a row and what follows it.</summary>
/// <param name="Before">The piece.</param>
/// <param name="Hole">What follows.</param>
/// <param name="Opens">The field whose control begins in the piece, when the next text is its own.</param>
internal sealed record RowStep(byte[] Before, RowHole Hole, RowField? Opens)
{
    /// <param name="run">The filling.</param>
    /// <param name="text">The text of the field that was opened last.</param>
    /// <param name="written">The same as XML, if it was written before.</param>
    public void Write(FillState run, string text, ReadOnlySpan<byte> written)
    {
        switch (Hole)
        {
            case RowHole.Id:
                run.Output.Write(run.NextId());
                break;
            case RowHole.Number:
                run.Output.Write(run.Row);
                break;
            case RowHole.Text when written.Length > 0:
                run.Output.Write(written);
                break;
            case RowHole.Text:
                Packages.XmlEscape.Text(run.Output, text.AsSpan());
                break;
            case RowHole.End:
                break;
        }
    }
}

/// <summary>A field of a row: where in the piece of its first step it begins, and where after it the row goes on.</summary>
internal sealed class RowField(FieldSegment segment, int start)
{
    public FieldSegment Segment => segment;

    public int Start => start;

    /// <summary>The step to go on with.</summary>
    public int Next { get; set; }

    /// <summary>Where in the piece of that step the field ends.</summary>
    public int Resume { get; set; }
}
