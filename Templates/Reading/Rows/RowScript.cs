using System.Globalization;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>What a line among rows is for.</summary>
internal enum RowLineKind
{
    /// <summary>«1. Công việc số 1».</summary>
    Heading,

    /// <summary>«- Nội dung, mục tiêu:».</summary>
    Label,

    /// <summary>Words of a person.</summary>
    Content,
}

/// <summary>A line that was printed for the rows when the document was last written.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Column">The column that it labels or whose words it shows; empty for a heading.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsBlank">True for the dots of an empty column.</param>
internal sealed record ScriptLine(RowLineKind Kind, int Row, string Column, string Words, bool IsBlank);

/// <summary>Writes down line by line what the rows of a document printed: where words look like labels, this tells which they were.</summary>
internal static class RowScript
{
    public static IReadOnlyList<ScriptLine> Of(PrintBlock block, FieldDefinition rows, IReadOnlyList<FormRow> written) =>
        [.. written.SelectMany((row, number) => block.Row.SelectMany((item, place) => Lines(block, rows, row, number, item, place)))];

    public static string HeadingOf(PrintBlock heading, int number) =>
        VietnameseText.Words(heading.Text.Replace("{n}", (number + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static IEnumerable<ScriptLine> Lines(PrintBlock block, FieldDefinition rows, FormRow row, int number, PrintBlock item, int place) => item.Block switch
    {
        "heading" => [new ScriptLine(RowLineKind.Heading, number, "", HeadingOf(item, number), false)],
        "lead" => [new ScriptLine(RowLineKind.Label, number, block.Row.Skip(place + 1).First().Field, VietnameseText.Words(item.Text), false)],
        _ => Content(rows, row, number, item.Field),
    };

    private static IEnumerable<ScriptLine> Content(FieldDefinition rows, FormRow row, int number, string column)
    {
        var (value, blank) = (row[column], rows.Columns.First(item => item.Tag == column).Placeholder);
        return (value.Length > 0 ? value : blank).Split('\n').Select(VietnameseText.Words).Where(words => words.Length > 0)
            .Select(words => new ScriptLine(RowLineKind.Content, number, column, words, value.Length == 0));
    }
}
