using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Sees to it that nobody signs a page with nothing on it: something of the last row always stands above recipients and signature.</summary>
/// <remarks>
/// A short last row is kept with them as a whole. A long one is free to break, because bound it would take the title along to a new page; where it
/// would end just before them, the first page is made shorter by a footer of empty space, so that its last lines go over too.
/// </remarks>
internal sealed class SignaturePage(FormDefinition form, PrintBlock block, LayoutProfile profile, HeadingVariant heading)
{
    // With head, title, twelve recipients and a signature so many lines of an only row still fit one page on its side; of a later row, more.
    private const int MostLinesOfOnlyRow = 8;
    private const int MostLines = 15;

    // So many lines go over, and by so many the estimate may be wrong.
    private const int LinesToCarry = 4;
    private const int LinesOfDoubt = 1;

    private readonly TableHeights heights = new(form, block, profile, heading);

    /// <summary>How many rows at the end are kept with what follows: a short last one; where it is a single line also the one above, so that two lines stand there.</summary>
    public int BoundRows(FormValues values) => Fit(values).BoundRows;

    /// <summary>The same, and by how many twips the first page is to be shorter: 0 for most documents.</summary>
    public (int BoundRows, int ShorterBy) Fit(FormValues values)
    {
        var rows = values.RowsOf(block.Field);
        var last = rows.Count == 0 ? 0 : heights.Row(rows[^1]);
        return IsLong(last, rows.Count) ? (0, ShorterBy(values, rows))
            : rows.Count > 1 && last < heights.Lines(2) && !IsLong(heights.Row(rows[^2]), rows.Count - 1) ? (2, 0) : (1, 0);
    }

    private int ShorterBy(FormValues values, IReadOnlyList<FormRow> rows)
    {
        var (first, other) = (heights.Page - heights.Above(values) - heights.Heads, heights.Page - heights.Heads);
        var over = rows.Sum(heights.Row) - first;
        var onLast = over <= 0 ? over + first : over % other;
        var free = (over <= 0 ? first : other) - onLast;
        var (doubt, carried) = (heights.Lines(LinesOfDoubt), heights.Lines(LinesToCarry));
        var missing = (over > 0 && onLast < doubt) ? carried : free < heights.Foot(values) + doubt ? free + carried : 0;
        return (int)(missing * 20);
    }

    private bool IsLong(double last, int rows) => last > heights.Lines((rows > 1 ? MostLines : MostLinesOfOnlyRow) + 1);
}
