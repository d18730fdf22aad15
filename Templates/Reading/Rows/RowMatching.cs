using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>A printed row with its unprinted values, its number on paper, and the row we last wrote that it continues; null when it is new.</summary>
internal sealed record MatchedRow(FormRow Row, int Printed, FormRow? Written);

/// <summary>Finds for every printed row the written row it continues, so that ids and unprinted values stay with their row and never go to another.</summary>
/// <remarks>
/// First the rows that are equal; then those that kept a column no other row had in those words, the most alike first; then, where as many rows are
/// printed as were written, the one at the same place, if half of their words are the same (<see cref="TextLikeness.Alike"/>). Any other row is new.
/// </remarks>
internal sealed class RowMatching
{
    private readonly List<string> columns;
    private readonly IReadOnlyList<FormRow> printed;
    private readonly IReadOnlyList<FormRow> written;
    private readonly int[] pairs;
    private readonly bool[] taken;

    private RowMatching(FieldDefinition rows, IReadOnlyList<FormRow> printed, IReadOnlyList<FormRow> written)
    {
        columns = [.. rows.Columns.Where(column => column.Printed).Select(column => column.Tag)];
        (this.printed, this.written, pairs, taken) = (printed, written, new int[printed.Count], new bool[written.Count]);
        Array.Fill(pairs, -1);
    }

    /// <param name="rows">The repeated field.</param>
    /// <param name="printed">The rows on paper.</param>
    /// <param name="written">The rows last written.</param>
    /// <param name="keepsEmptyRows">False where a new row without words is none.</param>
    public static IReadOnlyList<MatchedRow> Match(FieldDefinition rows, IReadOnlyList<FormRow> printed, IReadOnlyList<FormRow> written, bool keepsEmptyRows)
    {
        var matching = new RowMatching(rows, printed, written);
        matching.PairEqualRows();
        matching.PairRowsThatKeptAColumn();
        matching.PairByPlace();
        return
        [
            .. printed.Select((row, index) => (Row: row, Index: index, Written: matching.pairs[index] is >= 0 and var pair ? written[pair] : null))
                .Where(item => keepsEmptyRows || item.Row.Fields.Count > 0 || item.Written is not null)
                .Select(item => new MatchedRow(Join(rows, item.Row, item.Written), item.Index, item.Written)),
        ];
    }

    private void PairEqualRows()
    {
        var waiting = new Dictionary<string, Queue<int>>();
        for (var i = 0; i < written.Count; i++)
        {
            var key = Key(written[i]);
            (waiting.TryGetValue(key, out var same) ? same : waiting[key] = new()).Enqueue(i);
        }

        for (var i = 0; i < printed.Count; i++)
        {
            if (waiting.TryGetValue(Key(printed[i]), out var same) && same.TryDequeue(out var pair))
            {
                Pair(i, pair);
            }
        }
    }

    private void PairRowsThatKeptAColumn()
    {
        if (!pairs.Contains(-1))
        {
            return;
        }

        var owners = columns.ToDictionary(column => column, column => written.Select((row, index) => (Text: row[column], Index: index)).Where(item => item.Text.Length > 0)
            .GroupBy(item => item.Text).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Index));
        var candidates =
            from row in Enumerable.Range(0, printed.Count)
            where pairs[row] < 0
            from other in columns.Where(column => owners[column].ContainsKey(printed[row][column])).Select(column => owners[column][printed[row][column]]).Distinct()
            where !taken[other]
            let kept = columns.Count(column => printed[row][column].Length > 0 && printed[row][column] == written[other][column])
            let alike = TextLikeness.Of(Text(printed[row]), Text(written[other]))
            // Of many columns one kept by chance tells little.
            where 2 * kept >= columns.Count || alike >= TextLikeness.Alike
            orderby kept descending, alike descending
            select (row, other);
        foreach (var (row, other) in candidates.ToList())
        {
            Pair(row, other);
        }
    }

    private void PairByPlace()
    {
        for (var i = 0; printed.Count == written.Count && i < printed.Count; i++)
        {
            if (pairs[i] < 0 && Text(printed[i]).Length > 0 && TextLikeness.Of(Text(printed[i]), Text(written[i])) >= TextLikeness.Alike)
            {
                Pair(i, i);
            }
        }
    }

    private void Pair(int row, int other)
    {
        if (pairs[row] < 0 && !taken[other])
        {
            (pairs[row], taken[other]) = (other, true);
        }
    }

    private string Text(FormRow row) => string.Join(' ', columns.Select(column => row[column])).Trim();

    private string Key(FormRow row) => string.Join('\u001F', columns.Select(column => row[column]));

    private static FormRow Join(FieldDefinition rows, FormRow printed, FormRow? written)
    {
        if (written is null)
        {
            return printed;
        }

        var fields = new Dictionary<string, string>(printed.Fields);
        foreach (var column in rows.Columns.Where(column => !column.Printed && written[column.Tag].Length > 0))
        {
            fields[column.Tag] = written[column.Tag];
        }

        return new FormRow(written.RowId, fields);
    }
}
