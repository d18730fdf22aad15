using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Salvage;

/// <summary>One cell of a typed row: its text, how sure its column is, and why.</summary>
internal sealed record TypedCell(string Field, string Text, double Quality, string Reason);

/// <summary>Gathers rows: drops the form's own samples, judges the cells and gives the field its confidence.</summary>
internal sealed class RowsBook(SalvageSheet sheet, FieldDefinition rows)
{
    private readonly List<SalvagedRow> found = [];

    public int Count => found.Count;

    /// <summary>Takes a row; one without any words is a sample of the form.</summary>
    public void Add(IReadOnlyList<TypedCell> cells)
    {
        var (values, confidence) = (new Dictionary<string, string>(), new Dictionary<string, FieldConfidence>());
        foreach (var group in cells.GroupBy(cell => cell.Field))
        {
            var field = rows.Columns.First(column => column.Tag == group.Key);
            var typed = new TypedValue(string.Join('\n', group.Select(cell => cell.Text)), string.Join('\n', group.Select(cell => cell.Text)), group.Min(cell => cell.Quality), group.MinBy(cell => cell.Quality)!.Reason);
            (var value, confidence[field.Tag]) = ValueReader.Read(field, typed);
            if (value.Length > 0)
            {
                values[field.Tag] = value;
            }
        }

        if (values.Count > 0 && found.Count < FormJson.MostRows)
        {
            foreach (var column in rows.Columns.Where(column => column.Printed && !confidence.ContainsKey(column.Tag)))
            {
                confidence[column.Tag] = FieldConfidence.Missing($"Không thấy chỗ ghi “{column.Label}”.");
            }

            found.Add(new SalvagedRow(values, confidence));
        }
    }

    public void Close(double quality, string reason, string place) => sheet.PutRows(rows, found, FieldConfidence.Of(quality, reason, place));

    /// <summary>The lines of a place as a value: blanks to be written on are nothing.</summary>
    public static string Join(IEnumerable<string> lines) => VietnameseText.Paragraphs(string.Join('\n', lines.Select(TypedText.Paragraph)));
}
