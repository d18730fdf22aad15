using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>Something to tell about a row as printed, once the path of the row is known.</summary>
internal sealed record RowFinding(int Row, Func<string, Finding> At);

/// <summary>A repeated field as a document shows it: where it stands, its rows, and what in it is no row.</summary>
internal abstract class PrintedRows
{
    /// <summary>The way of reading that the field's block asks for.</summary>
    /// <param name="lines">The lines of the paper.</param>
    /// <param name="form">The form.</param>
    /// <param name="rows">The repeated field.</param>
    /// <param name="written">The rows as last written; none when nobody knows.</param>
    public static PrintedRows Of(IReadOnlyList<BodyLine> lines, FormDefinition form, FieldDefinition rows, IReadOnlyList<FormRow> written) => form.BlockOf(rows) switch
    {
        { Block: "table" } block => new TableRows(lines, form, rows, block),
        { } block => new ParagraphRows(lines, form, rows, block, written),
        null => throw new InvalidDataException($"Form {form.Code} has no place for the rows of '{rows.Tag}'."),
    };

    /// <summary>Which lines of a paper belong to rows of any kind.</summary>
    public static Func<int, bool> Cover(IReadOnlyList<BodyLine> lines, FormDefinition form)
    {
        var all = form.RowFields.Select(rows => Of(lines, form, rows, [])).ToList();
        return line => all.Exists(rows => rows.Covers(line));
    }

    /// <summary>True when a printed row without words is a row even if nobody wrote it so: it has words of the form's own.</summary>
    public abstract bool KeepsEmptyRows { get; }

    /// <summary>The rows in printed order, those without words too.</summary>
    public abstract IReadOnlyList<FormRow> Read();

    /// <summary>Words that stand among the rows and belong to none of their columns.</summary>
    public abstract IEnumerable<string> Unread();

    /// <summary>Headings, labels and things that are no text, row by row.</summary>
    public abstract IEnumerable<RowFinding> Findings();

    /// <summary>True for a line that people wrote or may write, false for the headings and for all that stands elsewhere.</summary>
    public abstract bool Covers(int line);

    /// <summary>True for a line whose pictures, boxes and notes <see cref="Findings"/> tells with the row.</summary>
    public abstract bool Tells(int line);

    /// <summary>A row of what was found for each column.</summary>
    protected static FormRow Row(FieldDefinition rows, IEnumerable<KeyValuePair<string, List<string>>> texts) => new(null, texts
        .Select(pair => (Field: rows.Columns.First(item => item.Tag == pair.Key), Text: string.Join('\n', pair.Value)))
        .Select(pair => (pair.Field.Tag, Value: Placeholders.IsOne(pair.Field, pair.Text) ? "" : VietnameseText.Normalize(pair.Field.Type, pair.Text)))
        .Where(pair => pair.Value.Length > 0)
        .ToDictionary(pair => pair.Tag, pair => pair.Value));
}
