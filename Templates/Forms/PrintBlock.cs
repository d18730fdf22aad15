namespace HocTap.Office.Templates.Forms;

/// <summary>A piece of the printed form («phần in của mẫu»), in the order of the paper; a closed vocabulary laid out by the layout profile.</summary>
/// <remarks>
/// <see cref="Block"/> is one of: <c>head</c>, <c>title</c>, <c>subtitle</c>, <c>hyphens</c>, <c>line</c>, <c>paragraph</c>, <c>basis</c> (a «căn cứ»), <c>section</c>,
/// <c>titleMore</c> (a further line of the title), <c>heading</c>, <c>lead</c>, <c>multi</c>, <c>rows</c> (as paragraphs), <c>table</c> (rows as
/// a table, with recipients and one signature below), <c>closing</c>, <c>signatures</c> (two, side by side). In texts <c>{tag}</c> is a field,
/// <c>{campaign.name}</c> a text of the campaign and <c>{n}</c> the row's number.
/// </remarks>
public sealed record PrintBlock
{
    /// <summary>The word of the vocabulary.</summary>
    public required string Block { get; init; }

    /// <summary>The fixed text with its places; empty for blocks that have none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The field of a <c>multi</c>, <c>rows</c> or <c>table</c> block; empty otherwise.</summary>
    public string Field { get; init; } = "";

    /// <summary>The fields that stand inside a campaign text of this block; empty for most.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>How a campaign text of this block is built around its fields, by which a document that lost everything but its words is read; empty for most.</summary>
    public string Shape { get; init; } = "";

    /// <summary>The lines of the left cell of a <c>head</c> or <c>signatures</c> block, or of the foot of a <c>table</c>.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The lines of the right cell of a <c>head</c> or <c>signatures</c> block, or of the foot of a <c>table</c>.</summary>
    public IReadOnlyList<string> Right { get; init; } = [];

    /// <summary>The blocks of one row of a <c>rows</c> block.</summary>
    public IReadOnlyList<PrintBlock> Row { get; init; } = [];

    /// <summary>The columns of a <c>table</c> block from left to right.</summary>
    public IReadOnlyList<PrintColumn> Columns { get; init; } = [];

    /// <summary>True for the blocks that print a repeated field.</summary>
    internal bool IsRows => Block is "rows" or "table";

    /// <summary>The block's own words above what people write: its text, or the heads of its columns.</summary>
    internal IEnumerable<string> Headings => [Text, .. Columns.Select(column => column.Head)];

    /// <summary>Every line of the block that has words of its own, rows left out.</summary>
    internal IEnumerable<string> Lines => [.. Headings, .. Left, .. Right];
}

/// <summary>A column of a printed table («cột của biểu»).</summary>
/// <param name="Head">The words of its head.</param>
/// <param name="Width">Its width in twips.</param>
/// <param name="Field">The column of the repeated field that it prints; empty for the row's number, which counts by itself.</param>
public sealed record PrintColumn(string Head, int Width, string Field = "")
{
    /// <summary>What each row of a template of people's own prints in a column that no field fills.</summary>
    internal string Text { get; init; } = "";
}
