using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>Keeps the last row of a table on one page with the signature below it, so that nobody signs a page with nothing on it.</summary>
/// <remarks>A long row is left to break: bound, it would go to the next page as a whole and take the title along when it is the only one.</remarks>
internal static class LastRow
{
    // With head, title, twelve recipients and a signature so many lines of an only row still fit one page on its side; of a later row, more.
    private const int MostLinesOfOnlyRow = 8;
    private const int MostLines = 15;

    // A letter of Times at 13 points is 5.3 points wide on average.
    private const double WidthPerPoint = 0.41 * 20;

    public static void KeepWithNext(XElement item, IReadOnlyList<FormRow> rows, PrintBlock block, LayoutProfile profile)
    {
        var most = rows.Count > 1 ? MostLines : MostLinesOfOnlyRow;
        if (rows is [.., var row] && block.Columns.Where(column => column.Field.Length > 0).Any(column => Lines(row[column.Field], column, profile) > most))
        {
            return;
        }

        foreach (var style in item.Descendants(W + "tr").Descendants(W + "pPr").Elements(W + "pStyle").ToList())
        {
            style.AddAfterSelf(Element("keepNext"));
        }
    }

    private static int Lines(string text, PrintColumn column, LayoutProfile profile)
    {
        var letters = (column.Width - (2 * profile.CellPaddingTwips)) / (profile.Looks["tableCell"].Points * WidthPerPoint);
        return text.Split('\n').Sum(paragraph => Math.Max(1, (int)Math.Ceiling(paragraph.Length / letters)));
    }
}
