using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Filling;

/// <summary>Values as a document carries them: normalised, what only repeats a printed blank is empty, derived values filled in.</summary>
internal static class FilledValues
{
    public static FormValues Complete(FormDefinition form, FormValues values)
    {
        var singles = Clean(form.SingleFields, tag => values[tag]);
        foreach (var field in form.SingleFields.Where(field => field.CopyOf.Length > 0 && !singles.ContainsKey(field.Tag)))
        {
            if (singles.TryGetValue(field.CopyOf, out var original))
            {
                singles[field.Tag] = original;
            }
        }

        var rows = form.RowFields.ToDictionary(
            field => field.Tag,
            field => (IReadOnlyList<FormRow>)[.. values.RowsOf(field.Tag).Select(row => new FormRow(row.RowId, Clean(field.Columns, tag => row[tag])))]);
        return new FormValues(singles, rows);
    }

    private static Dictionary<string, string> Clean(IEnumerable<FieldDefinition> fields, Func<string, string> valueOf) =>
        fields.Select(field => (field.Tag, Value: Clean(field, valueOf(field.Tag))))
            .Where(pair => pair.Value.Length > 0)
            .ToDictionary(pair => pair.Tag, pair => pair.Value);

    private static string Clean(FieldDefinition field, string value)
    {
        var clean = VietnameseText.Normalize(field.Type, value);
        return Placeholders.IsOne(field, clean) ? "" : clean;
    }
}
