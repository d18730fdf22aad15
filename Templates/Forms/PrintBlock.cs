namespace HocTap.Office.Templates.Forms;

/// <summary>A piece of the printed form («phần in của mẫu»), in the order of the paper; a closed vocabulary laid out by the layout profile.</summary>
/// <remarks>
/// <see cref="Block"/> is one of: <c>head</c>, <c>title</c>, <c>subtitle</c>, <c>hyphens</c>, <c>line</c>, <c>paragraph</c>, <c>section</c>,
/// <c>heading</c>, <c>lead</c>, <c>multi</c>, <c>rows</c>, <c>closing</c>, <c>signatures</c>. In texts <c>{tag}</c> is a field,
/// <c>{campaign.name}</c> a text of the campaign and <c>{n}</c> the row's number.
/// </remarks>
public sealed record PrintBlock
{
    /// <summary>The word of the vocabulary.</summary>
    public required string Block { get; init; }

    /// <summary>The fixed text with its places; empty for blocks that have none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The field of a <c>multi</c> or <c>rows</c> block; empty otherwise.</summary>
    public string Field { get; init; } = "";

    /// <summary>The fields that stand inside a campaign text of this block; empty for most.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The lines of the left cell of a <c>head</c> or <c>signatures</c> block.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The lines of the right cell of a <c>head</c> or <c>signatures</c> block.</summary>
    public IReadOnlyList<string> Right { get; init; } = [];

    /// <summary>The blocks of one row of a <c>rows</c> block.</summary>
    public IReadOnlyList<PrintBlock> Row { get; init; } = [];
}
