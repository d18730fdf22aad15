using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Sees to it that nobody signs a page with nothing on it: something of the last row always stands above recipients and signature.</summary>
/// <remarks>
/// A short last row is kept with them as a whole. A long one is free to break, because bound it would take the title along to a new page; where it
/// would end just before them, the first page is made shorter by a footer of empty space, so that its last lines go over too.
/// </remarks>
internal sealed class SignaturePage(FormDefinition form, PrintBlock block, LayoutProfile profile)
{
    // With head, title, twelve recipients and a signature so many lines of an only row still fit one page on its side; of a later row, more.
    private const int MostLinesOfOnlyRow = 8;
    private const int MostLines = 15;

    // So many lines go over, and by so many the estimate may be wrong.
    private const int LinesToCarry = 4;
    private const int LinesOfDoubt = 1;

    private readonly TableHeights heights = new(form, block, profile);

    /// <summary>True when the last row is short enough to be kept with what follows.</summary>
    public bool BindsLastRow(FormValues values) => !IsLong(values.RowsOf(block.Field));

    /// <summary>By how many twips the first page is to be shorter; 0 for most documents.</summary>
    public int ShorterBy(FormValues values)
    {
        var rows = values.RowsOf(block.Field);
        if (!IsLong(rows))
        {
            return 0;
        }

        var (first, other) = (heights.Page - heights.Above(values) - heights.Heads, heights.Page - heights.Heads);
        var over = rows.Sum(heights.Row) - first;
        var onLast = over <= 0 ? over + first : over % other;
        var free = (over <= 0 ? first : other) - onLast;
        var (doubt, carried) = (heights.Lines(LinesOfDoubt), heights.Lines(LinesToCarry));
        var missing = (over > 0 && onLast < doubt) ? carried : free < heights.Foot(values) + doubt ? free + carried : 0;
        return (int)(missing * 20);
    }

    private bool IsLong(IReadOnlyList<FormRow> rows) =>
        rows is [.., var last] && heights.Row(last) > heights.Lines((rows.Count > 1 ? MostLines : MostLinesOfOnlyRow) + 1);
}
