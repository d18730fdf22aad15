using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The lines of a paper that belong to its repeated rows, the headings of their sections left out.</summary>
internal static class RowRegions
{
    public static Func<int, bool> Of(IReadOnlyList<BodyLine> lines, FormDefinition form)
    {
        var headings = form.Print.Where(block => block.Block == "rows").Select(block => VietnameseText.Words(block.Text)).ToHashSet();
        var regions = form.RowFields.Select(rows => RowRegion.Of(lines, form, rows)).ToList();
        return index => regions.Exists(region => region.Contains(index)) && !headings.Contains(lines[index].Shape.Text);
    }
}
