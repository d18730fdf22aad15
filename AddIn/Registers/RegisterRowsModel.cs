namespace HocTap.Office.AddIn.Registers;

/// <summary>How the cells of a column are shown.</summary>
public enum ColumnKind
{
    /// <summary>As they are.</summary>
    Text,

    /// <summary>Long text, cut to a few lines in the table.</summary>
    Long,

    /// <summary>An ISO day, or an ISO instant shown in Vietnam's time.</summary>
    Time,

    /// <summary>A state's code, shown as its label.</summary>
    State,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A column of a register.</summary>
/// <param name="Key">Its key in <c>sort</c>.</param>
/// <param name="Label">Its head.</param>
/// <param name="Kind">How its cells are shown.</param>
/// <param name="Sortable">True when rows can be ordered by it.</param>
/// <param name="IsOfForm">True when its head is the form's own words, which stay Vietnamese on an English page.</param>
public sealed record RegisterColumn(string Key, string Label, ColumnKind Kind, bool Sortable, bool IsOfForm = false);

/// <summary>A row of a register.</summary>
/// <param name="Submission">The id of its document.</param>
/// <param name="Late">True when the document came late.</param>
/// <param name="Cells">One text per column, in the order of the columns; "" for nothing.</param>
public sealed record RegisterRow(Guid Submission, bool Late, IReadOnlyList<string> Cells);

/// <summary>Rows that stand together; without a grouping all rows are one group without a label.</summary>
/// <param name="Key">What tells groups apart, also from one page to the next.</param>
/// <param name="Label">Its head; "" for none.</param>
/// <param name="Total">How many rows it has on all pages together.</param>
/// <param name="Late">How many of them came late.</param>
/// <param name="Rows">Those of its rows that this page shows.</param>
/// <param name="IsName">True when its head is a name or the form's own words, which stay Vietnamese on an English page.</param>
public sealed record RegisterGroup(string Key, string Label, int Total, int Late, IReadOnlyList<RegisterRow> Rows, bool IsName = false);

/// <summary>The fragment <c>GET /registers/{register}/rows?campaign&amp;organization&amp;status&amp;q&amp;sort&amp;group&amp;cursor</c> (handler of <c>GET /api/registers/{register}</c>).</summary>
public sealed record RegisterRowsModel
{
    /// <summary>The register's key.</summary>
    public required string Register { get; init; }

    /// <summary>The filter that holds.</summary>
    public required RegisterFilter Filter { get; init; }

    /// <summary>The columns; the first one names the row and opens its detail.</summary>
    public required IReadOnlyList<RegisterColumn> Columns { get; init; }

    /// <summary>The rows of this page, in their groups.</summary>
    public required IReadOnlyList<RegisterGroup> Groups { get; init; }

    /// <summary>How many rows match in all.</summary>
    public required int Total { get; init; }

    /// <summary>The <c>cursor</c> of the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>True when this fragment continues a table that is shown already (<c>cursor</c> was given): only its body rows are taken.</summary>
    public bool Continued { get; init; }
}
