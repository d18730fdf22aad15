using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Filling;

/// <summary>Values as a document carries them: normalised, what only repeats a printed blank is empty, derived values filled in.</summary>
internal static class FilledValues
{
    public static FormValues Complete(FormDefinition form, FormValues values)
    {
        var (singles, lists) = (new Dictionary<string, string>(values.Fields.Count + 1), new Dictionary<string, IReadOnlyList<FormRow>>());
        foreach (var field in form.SingleFields)
        {
            Put(singles, field, Clean(field, values[field.Tag]));
        }

        foreach (var field in form.SingleFields)
        {
            if (field.CopyOf.Length > 0 && !singles.ContainsKey(field.Tag) && singles.TryGetValue(field.CopyOf, out var original))
            {
                singles[field.Tag] = original;
            }
        }

        foreach (var list in form.RowFields)
        {
            lists[list.Tag] = Clean(list, values.RowsOf(list.Tag));
        }

        return new FormValues(singles, lists);
    }

    // Nearly all rows are clean already.
    private static FormRow[] Clean(FieldDefinition list, IReadOnlyList<FormRow> rows)
    {
        var (clean, plain) = (new FormRow[rows.Count], new PlainTable(list.Columns, rows.Count));
        for (var index = 0; index < clean.Length; index++)
        {
            var row = rows[index];
            clean[index] = new FormRow(row.RowId, plain.TryAdd(index, row) ?? Clean(list.Columns, row));
        }

        return clean;
    }

    private static IReadOnlyDictionary<string, string> Clean(IReadOnlyList<FieldDefinition> columns, FormRow row)
    {
        var fields = new Dictionary<string, string>(columns.Count);
        for (var index = 0; index < columns.Count; index++)
        {
            Put(fields, columns[index], Clean(columns[index], row[columns[index].Tag]));
        }

        return fields;
    }

    private static void Put(Dictionary<string, string> fields, FieldDefinition field, string value)
    {
        if (value.Length > 0)
        {
            fields[field.Tag] = value;
        }
    }

    private static string Clean(FieldDefinition field, string value)
    {
        var clean = VietnameseText.Normalize(field.Type, value);
        return Placeholders.IsOne(field, clean) ? "" : clean;
    }
}
