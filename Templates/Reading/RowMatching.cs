using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>A printed row with its unprinted values, and the row we last wrote that it continues; null when it is new.</summary>
internal sealed record MatchedRow(FormRow Row, FormRow? Written);

/// <summary>Finds for every printed row the written row it continues, so that ids and unprinted values stay with their row.</summary>
internal static class RowMatching
{
    public static IReadOnlyList<MatchedRow> Match(FieldDefinition rows, IReadOnlyList<FormRow> printed, IReadOnlyList<FormRow> written)
    {
        var pairs = new FormRow?[printed.Count];
        var free = written.ToList();
        PairEqualRows(rows, printed, pairs, free);
        PairByPosition(rows, printed, pairs, written, free);
        return [.. printed.Select((row, index) => new MatchedRow(Join(rows, row, pairs[index]), pairs[index]))];
    }

    private static void PairEqualRows(FieldDefinition rows, IReadOnlyList<FormRow> printed, FormRow?[] pairs, List<FormRow> free)
    {
        for (var i = 0; i < printed.Count; i++)
        {
            pairs[i] = free.Find(row => PrintedColumns(rows).All(tag => row[tag] == printed[i][tag]));
            Take(free, pairs[i]);
        }
    }

    // As many rows as before: the ones that differ were edited in place. Otherwise only a row that kept one of its columns is surely the same.
    private static void PairByPosition(FieldDefinition rows, IReadOnlyList<FormRow> printed, FormRow?[] pairs, IReadOnlyList<FormRow> written, List<FormRow> free)
    {
        for (var i = 0; i < printed.Count; i++)
        {
            var row = printed[i];
            pairs[i] ??= printed.Count == written.Count
                ? free.FirstOrDefault()
                : free.Find(other => PrintedColumns(rows).Any(tag => row[tag].Length > 0 && row[tag] == other[tag]));
            Take(free, pairs[i]);
        }
    }

    private static void Take(List<FormRow> free, FormRow? row)
    {
        if (row is not null)
        {
            free.RemoveAll(other => ReferenceEquals(other, row));
        }
    }

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

    private static IEnumerable<string> PrintedColumns(FieldDefinition rows) => rows.Columns.Where(column => column.Printed).Select(column => column.Tag);
}
