using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Benchmarks;

/// <summary>A table of any length: the rows of a sample, mixed by column and numbered, no two the same.</summary>
internal static class LongTable
{
    public static FormValues Of(FormDefinition form, FormValues values, int length)
    {
        var list = form.RowFields.First();
        var own = values.RowsOf(list.Tag);
        return values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [list.Tag] = [.. Enumerable.Range(0, length).Select(number => Row(list, own, number))] } };
    }

    private static FormRow Row(FieldDefinition list, IReadOnlyList<FormRow> own, int number) => new(
        $"R{number:0000}",
        list.Columns.Select((column, place) => (column.Tag, Text: own[(number + (place * (number / own.Count))) % own.Count][column.Tag]))
            .Where(cell => cell.Text.Length > 0)
            .ToDictionary(cell => cell.Tag, cell => cell.Tag == list.Columns[0].Tag ? $"{cell.Text} ({number + 1})" : cell.Text));
}
