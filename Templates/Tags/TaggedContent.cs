using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Tags;

/// <summary>A value of a document with tagged content controls («giá trị theo thẻ»): a tag and the text its control shows.</summary>
/// <param name="Tag">The tag as the document has it; several controls may have the same.</param>
/// <param name="Text">The visible text, NFC or not as the document has it; LF between paragraphs and lines, tabs kept. "" where the control shows its prompt.</param>
public sealed record TaggedValue(string Tag, string Text);

/// <summary>The items of a repeating section («các dòng lặp theo thẻ»), in printed order.</summary>
/// <param name="Tag">The tag of the section; "" when it has none.</param>
/// <param name="Items">One for each item of the section; what stands in it outside of an item belongs to the content around it.</param>
public sealed record TaggedRows(string Tag, IReadOnlyList<TaggedContent> Items);

/// <summary>What the tagged controls of a document, or of one item of a repeating section, tell («nội dung theo thẻ»).</summary>
/// <param name="Values">The single controls in the order in which they begin; one inside another is told as well.</param>
/// <param name="Rows">The repeating sections.</param>
public sealed record TaggedContent(IReadOnlyList<TaggedValue> Values, IReadOnlyList<TaggedRows> Rows);

/// <summary>What came of reading a document by its tags («kết quả đọc theo thẻ»): <see cref="Readable"/> or <see cref="Refused"/>, nothing else.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A closed hierarchy is told by its nesting.")]
public abstract record TagResult
{
    private TagResult()
    {
    }

    /// <summary>The document was read; without tagged controls its content is empty.</summary>
    public sealed record Readable(TaggedContent Content) : TagResult;

    /// <summary>The file is not read at all; <paramref name="Detail"/> is a Vietnamese sentence fit to be shown.</summary>
    public sealed record Refused(RefusalKind Kind, string Detail) : TagResult;
}
