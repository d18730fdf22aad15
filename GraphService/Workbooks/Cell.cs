namespace HocTap.Office.GraphService.Workbooks;

/// <summary>A cell of a workbook («ô»): typed, so that Excel sums numbers and sorts days; never a formula.</summary>
internal abstract record Cell
{
    private Cell()
    {
    }

    /// <summary>Text, whatever it begins with.</summary>
    public static implicit operator Cell(string? text) => FromString(text);

    /// <summary>A whole number.</summary>
    public static implicit operator Cell(int number) => FromInt32(number);

    /// <summary>Text, whatever it begins with.</summary>
    public static Cell FromString(string? text) => string.IsNullOrEmpty(text) ? new Empty() : new Text(text);

    /// <summary>A whole number.</summary>
    public static Cell FromInt32(int number) => new Number(number);

    /// <summary>Nothing.</summary>
    internal sealed record Empty : Cell;

    /// <summary>Text, whatever it begins with.</summary>
    internal sealed record Text(string Value) : Cell;

    /// <summary>A number.</summary>
    internal sealed record Number(double Value) : Cell;

    /// <summary>A part, 0 to 1, shown in percent.</summary>
    internal sealed record Percent(double Value) : Cell;

    /// <summary>A calendar day.</summary>
    internal sealed record Day(DateOnly Value) : Cell;

    /// <summary>An instant, shown on Vietnamese clocks.</summary>
    internal sealed record Moment(DateTimeOffset Value) : Cell;
}
