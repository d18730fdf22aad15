using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Forms;

/// <summary>One difference between two documents of the same form («chỗ thay đổi»).</summary>
/// <param name="Path">The field, <c>rows[0].tag</c> inside a row of the later document, <c>rows</c> for a row that is gone.</param>
/// <param name="Label">The field's words, with the row they stand in.</param>
/// <param name="From">The earlier value; "" when there was none.</param>
/// <param name="To">The later value; "" when there is none.</param>
public sealed record FormChange(string Path, string Label, string From, string To);

/// <summary>Tells what changed from one document of a form to a later one: fields in the form's order, rows by their lasting ids.</summary>
public static class FormChanges
{
    /// <summary>The differences; empty when the values are the same. What the system derives is left out, and so is the mere moving of a row.</summary>
    public static IReadOnlyList<FormChange> Between(FormDefinition form, FormValues before, FormValues after)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. form.Fields.Where(field => !field.System).SelectMany(field => field.Type == FieldType.Rows
            ? OfRows(field, before.RowsOf(field.Tag), after.RowsOf(field.Tag))
            : Of(field, field.Tag, field.Label, before[field.Tag], after[field.Tag]))];
    }

    private static IEnumerable<FormChange> OfRows(FieldDefinition rows, IReadOnlyList<FormRow> before, IReadOnlyList<FormRow> after)
    {
        var left = before.ToList();
        for (var index = 0; index < after.Count; index++)
        {
            var row = after[index];
            var earlier = Earlier(left, before, row, index);
            if (earlier is not null)
            {
                left.Remove(earlier);
            }

            foreach (var column in rows.Columns.Where(column => !column.System))
            {
                foreach (var change in Of(column, FieldPath.InRow(rows.Tag, index, column.Tag), $"{rows.RowLabel} {index + 1}: {column.Label}", earlier?[column.Tag] ?? "", row[column.Tag]))
                {
                    yield return change;
                }
            }
        }

        foreach (var gone in left)
        {
            yield return new FormChange(rows.Tag, $"{rows.RowLabel} đã bỏ", Said(rows, gone), "");
        }
    }

    private static FormRow? Earlier(List<FormRow> left, IReadOnlyList<FormRow> before, FormRow row, int index) => row.RowId is { Length: > 0 } id
        ? left.Find(other => other.RowId == id)
        : index < before.Count && left.Contains(before[index]) && string.IsNullOrEmpty(before[index].RowId) ? before[index] : null;

    private static IEnumerable<FormChange> Of(FieldDefinition field, string path, string label, string from, string to) =>
        from == to ? [] : [new FormChange(path, label, Shown(field, from), Shown(field, to))];

    /// <summary>A value as people read it.</summary>
    internal static string Shown(FieldDefinition field, string value) => field.Type == FieldType.Date && VietnameseDates.TryParseIso(value, out var day)
        ? VietnameseDates.Short(day)
        : field.Choices.FirstOrDefault(choice => choice.Code == value)?.Label ?? value;

    private static string Said(FieldDefinition rows, FormRow row) =>
        string.Join('\n', rows.Columns.Select(column => Shown(column, row[column.Tag])).Where(value => value.Length > 0));
}
