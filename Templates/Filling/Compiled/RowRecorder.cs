namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Writes down what the segments of a sample write in a row like most others: not the first, not bound, every text given.</summary>
internal sealed class RowRecorder
{
    private readonly List<RowStep> steps = [];
    private readonly List<byte> piece = [];
    private RowField? opened;
    private RowField? open;

    /// <summary>Such a row, for what depends on where a row stands.</summary>
    public FillState Row { get; } = FillState.InMiddleRow();

    public bool Add(ReadOnlySpan<byte> bytes)
    {
        piece.AddRange(bytes);
        return true;
    }

    public bool Add(RowHole hole)
    {
        steps.Add(new RowStep([.. piece], hole, opened));
        piece.Clear();
        opened = null;
        return true;
    }

    /// <summary>A field begins; the text that follows is its own.</summary>
    public void Begin(FieldSegment field) => open = opened = new RowField(field, piece.Count);

    /// <summary>The field that began last ends.</summary>
    public bool End()
    {
        (open!.Next, open.Resume) = (steps.Count, piece.Count); // a field ends where one began
        return true;
    }

    /// <summary>The steps of the row.</summary>
    public RowStep[] Steps()
    {
        Add(RowHole.End);
        return [.. steps];
    }
}
