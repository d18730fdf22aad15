using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Values of a form as the paper shows them, ready for its template: only fields that are printed, empty ones left out.</summary>
internal sealed class PrintedValues(FormDefinition form, LayoutProfile profile)
{
    private readonly FieldDefinition[] singles = [.. form.SingleFields.Where(field => field.Printed)];
    private readonly FieldDefinition[] rows = [.. form.RowFields];

    public TemplateValues Of(FormValues values)
    {
        var lists = new Dictionary<string, IReadOnlyList<TemplateValues>>(rows.Length);
        foreach (var list in rows)
        {
            lists[list.Tag] = RowsOf(list, values.RowsOf(list.Tag));
        }

        return new TemplateValues(Texts(singles, values.Fields), lists);
    }

    private TemplateValues[] RowsOf(FieldDefinition list, IReadOnlyList<FormRow> given)
    {
        var (printed, asTheyAre) = (new TemplateValues[given.Count], list.Columns.All(column => column.Printed && column.Type is not (FieldType.Lines or FieldType.Date)));
        for (var index = 0; index < printed.Length; index++)
        {
            printed[index] = new TemplateValues(asTheyAre ? given[index].Fields : Texts(list.Columns, given[index].Fields));
        }

        return printed;
    }

    // Most rows are printed as they are.
    private IReadOnlyDictionary<string, string> Texts(IReadOnlyList<FieldDefinition> fields, IReadOnlyDictionary<string, string> values)
    {
        Dictionary<string, string>? texts = null;
        for (var index = 0; index < fields.Count; index++)
        {
            var (field, value) = (fields[index], values.GetValueOrDefault(fields[index].Tag, ""));
            var printed = field.Printed ? Printed(field, value) : "";
            if (!ReferenceEquals(printed, value) && printed != value)
            {
                texts ??= new Dictionary<string, string>(values);
                texts[field.Tag] = printed;
            }
        }

        return texts ?? values;
    }

    private string Printed(FieldDefinition field, string value) => (field.Type, value.Length) switch
    {
        (_, 0) => "",
        (FieldType.Lines, _) => LineMarks.Put(value, profile),
        (FieldType.Date, _) => PrintedText.Of(field, value),
        _ => value,
    };
}
