using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>The words by which people head a column or a line of a form («chữ đầu cột»): those of the form and what they write in their place, from the same data as hand-typed forms are read by.</summary>
public static class FieldHeads
{
    /// <summary>The wordings of every field and of every column of a repeated field.</summary>
    /// <param name="form">The form.</param>
    /// <returns>By tag, the form's own words first; a wording that may mean another field as well begins with a tilde. A field is never without one.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.SingleFields.Where(field => !field.System).Concat(form.RowFields.SelectMany(rows => rows.Columns))
            .ToDictionary(field => field.Tag, field => Wordings(form, field), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Wordings(FormDefinition form, FieldDefinition field)
    {
        IEnumerable<string> own = [.. Printed(form, field.Tag), field.Label, FieldWords(field.Label)];
        return [.. own.Concat(own.SelectMany(VariantsOf)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Printed(FormDefinition form, string tag) =>
        form.Print.SelectMany(block => block.Columns).Where(column => column.Field == tag).Select(column => column.Head);

    private static IEnumerable<string> VariantsOf(string wording) => SalvageWords.Current.Variants.GetValueOrDefault(wording, []);

    // «II.1 Nội dung, công việc cụ thể»: people write the words without the number of the section.
    private static string FieldWords(string label) => label.TrimStart('I', 'V', 'X', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ');
}
