using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Filling;

/// <summary>What is printed alike in all documents of one template that leave the same fields empty.</summary>
/// <param name="fragment">The fixed text as an element of the document's own XML part.</param>
/// <param name="lines">The same as words.</param>
/// <param name="year">The year the title tells.</param>
/// <param name="isPlain">See <see cref="IsPlain"/>; asked for once.</param>
internal sealed class FixedPrint(byte[] fragment, IReadOnlyList<string> lines, int? year, Func<bool> isPlain)
{
    private readonly Lazy<bool> isPlain = new(isPlain);

    public byte[] Fragment => fragment;

    /// <summary>The fixed text line by line.</summary>
    public IReadOnlyList<string> Lines => lines;

    public int? Year => year;

    /// <summary>True when <see cref="PlainWords"/> finds in such a document the words that reading it finds.</summary>
    public bool IsPlain => isPlain.Value;

    /// <summary>True for the fixed text a document tells of itself, when it is this one.</summary>
    public bool IsToldBy(IReadOnlyList<string>? told) => told is not null && told.SequenceEqual(lines);
}
