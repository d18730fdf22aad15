using System.Text.Json;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Pane;

/// <summary>What was filed for the same duty the year before («bản năm trước»), to take from.</summary>
/// <param name="Year">That year.</param>
/// <param name="Values">What the document says.</param>
public sealed record LastYearDocument(int Year, FormValues Values);

/// <summary>A line of last year's document: a paragraph, or a whole row.</summary>
/// <param name="Parts">What it says, one entry for a paragraph, one with its words for each column of a row.</param>
/// <param name="Json">What the pane takes: the paragraph as a JSON text, or the row as an object of tags.</param>
public sealed record LastYearLine(IReadOnlyList<(string Label, string Value)> Parts, string Json);

/// <summary>What last year's document says in one field, line by line.</summary>
/// <param name="Year">That year.</param>
/// <param name="Tag">The field.</param>
/// <param name="Id">The prefix of its element ids.</param>
/// <param name="Lines">Its lines in order; never empty.</param>
public sealed record LastYearOffer(int Year, string Tag, string Id, IReadOnlyList<LastYearLine> Lines)
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    /// <summary>What can be taken for a field of several lines or a repeated one; null when there is nothing, or the field is of another kind.</summary>
    public static LastYearOffer? Of(LastYearDocument? document, FieldDefinition field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (document is null)
        {
            return null;
        }

        IReadOnlyList<LastYearLine> lines = field.Type switch
        {
            FieldType.Text or FieldType.Date or FieldType.Choice => [],
            FieldType.Rows => [.. document.Values.RowsOf(field.Tag).Select(row => Row(field, row))],
            _ => [.. document.Values[field.Tag].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paragraph)],
        };
        return lines.Count == 0 ? null : new LastYearOffer(document.Year, field.Tag, $"nt-{field.Tag}", lines);
    }

    private static LastYearLine Paragraph(string text) => new([("", text)], JsonSerializer.Serialize(text, Wire));

    // The row begins a new life: its id stays with last year's.
    private static LastYearLine Row(FieldDefinition rows, FormRow row) => new(
        [.. rows.Columns.Where(column => !column.System && row[column.Tag].Length > 0).Select(column => (column.Label, Words.Value(column, row[column.Tag])))],
        JsonSerializer.Serialize(rows.Columns.Where(column => !column.System).ToDictionary(column => column.Tag, column => row[column.Tag]), Wire));
}
