using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Drift;

/// <summary>Compares the rows of one repeated field: rows are the same by their lasting id; where one has none, by what they say.</summary>
internal sealed class RowDrift(Paper paper, FieldDefinition rows, IReadOnlyList<FieldDefinition> columns)
{
    private readonly IReadOnlyList<FormRow> found = paper.Document.Values.RowsOf(rows.Tag);

    public IEnumerable<Difference> Find(IReadOnlyList<FormRow> stored)
    {
        var partners = Pair(stored);
        var staying = Staying([.. partners.Where(place => place >= 0)]);
        var differences = new List<Difference>();
        for (var number = 0; number < found.Count; number++)
        {
            if (partners[number] is not (>= 0 and var place))
            {
                differences.Add(new Difference(DifferenceKind.RowAdded, Place(FieldPath.Row(rows.Tag, number)), "", Said(found[number])));
                continue;
            }

            if (!staying.Contains(place))
            {
                differences.Add(new Difference(DifferenceKind.RowMoved, Place(FieldPath.Row(rows.Tag, number)), LayoutWords.Count(place + 1), LayoutWords.Count(number + 1)));
            }

            differences.AddRange(Cells(number, stored[place]));
        }

        var gone = Enumerable.Range(0, stored.Count).Except(partners);
        return [.. differences, .. gone.Select(place => new Difference(
            DifferenceKind.RowMissing, Place(FieldPath.Row(rows.Tag, place)) with { Path = rows.Tag }, Said(stored[place]), ""))];
    }

    private IEnumerable<Difference> Cells(int number, FormRow stored) =>
        from column in columns
        let path = FieldPath.InRow(rows.Tag, number, column.Tag)
        let value = found[number][column.Tag]
        where value != stored[column.Tag]
        select new Difference(DifferenceKind.Cell, Place(path), FormChanges.Shown(column, stored[column.Tag]), FormChanges.Shown(column, value), FormDrift.ReasonOf(paper.Document, path));

    // The stored row of each row found, -1 for none: by id, then the same words, then words much alike, then the same place.
    private int[] Pair(IReadOnlyList<FormRow> stored)
    {
        var (partners, free) = (Enumerable.Repeat(-1, found.Count).ToArray(), Enumerable.Range(0, stored.Count).ToList());
        Take(partners, free, (number, place) => found[number].RowId is { Length: > 0 } id && id == stored[place].RowId ? 1 : 0);
        bool mayBe(int number, int place) => string.IsNullOrEmpty(found[number].RowId) || string.IsNullOrEmpty(stored[place].RowId);
        Take(partners, free, (number, place) => mayBe(number, place) && Said(found[number]) == Said(stored[place]) ? 1 : 0);
        Take(partners, free, (number, place) => mayBe(number, place) ? TextLikeness.Of(Said(found[number]), Said(stored[place])) : 0);
        Take(partners, free, (number, place) => mayBe(number, place) && number == place ? 1 : 0);
        return partners;
    }

    private static void Take(int[] partners, List<int> free, Func<int, int, double> likeness)
    {
        for (var number = 0; number < partners.Length && free.Count > 0; number++)
        {
            if (partners[number] < 0 && free.MaxBy(place => likeness(number, place)) is var best && likeness(number, best) >= TextLikeness.Alike)
            {
                partners[number] = best;
                free.Remove(best);
            }
        }
    }

    // The longest run of rows that kept their order; the others were moved.
    private static HashSet<int> Staying(List<int> order)
    {
        var (length, before) = (new int[order.Count], new int[order.Count]);
        var last = -1;
        for (var i = 0; i < order.Count; i++)
        {
            (length[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (order[j] < order[i] && length[j] + 1 > length[i])
                {
                    (length[i], before[i]) = (length[j] + 1, j);
                }
            }

            last = last < 0 || length[i] > length[last] ? i : last;
        }

        var staying = new HashSet<int>();
        for (; last >= 0; last = before[last])
        {
            staying.Add(order[last]);
        }

        return staying;
    }

    private string Said(FormRow row) => string.Join('\n', columns.Select(column => FormChanges.Shown(column, row[column.Tag])).Where(value => value.Length > 0));

    private DocumentPlace Place(string path) => PlaceNames.OfField(paper.Form, path);
}
