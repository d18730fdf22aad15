using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A repeated field as a document shows it: where it stands, its rows, and what in it is no row.</summary>
internal abstract class PrintedRows
{
    /// <summary>The way of reading that the field's block asks for.</summary>
    public static PrintedRows Of(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows) => form.BlockOf(rows) switch
    {
        { Block: "table" } block => new TableRows(lines, form, rows, block),
        { } block => new ParagraphRows(lines, form, rows, block),
        null => throw new InvalidDataException($"Form {form.Code} has no place for the rows of '{rows.Tag}'."),
    };

    /// <summary>The rows in printed order; rows without any text are no rows.</summary>
    public abstract IReadOnlyList<FormRow> Read();

    /// <summary>Words that stand among the rows and belong to none of their columns.</summary>
    public abstract IEnumerable<string> Unread();

    /// <summary>True for a line that people wrote or may write, false for the headings and for all that stands elsewhere.</summary>
    public abstract bool Covers(int line);

    /// <summary>A row of what was found for each column.</summary>
    protected static FormRow Row(FieldDefinition rows, IEnumerable<KeyValuePair<string, List<string>>> texts) => new(null, texts
        .Select(pair => (Field: rows.Columns.First(item => item.Tag == pair.Key), Text: string.Join('\n', pair.Value)))
        .Select(pair => (pair.Field.Tag, Value: Placeholders.IsOne(pair.Field, pair.Text) ? "" : VietnameseText.Normalize(pair.Field.Type, pair.Text)))
        .Where(pair => pair.Value.Length > 0)
        .ToDictionary(pair => pair.Tag, pair => pair.Value));
}
