using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Render.Layout;

public sealed partial class LayoutTests
{
    [TestMethod]
    public void A_paragraph_begins_with_an_indent_and_goes_on_at_the_margin() => Deviations.ExpectNone(item => !item.HasTable, (item, paper, expected, found) =>
    {
        foreach (var start in new[] { "Họ và tên:", "- Căn cứ Kết luận", "Tôi xây dựng", "I. NỘI DUNG", "1. Nội dung, công việc", "Trên đây là" })
        {
            found.Near(item, start, expected.Left + expected.FirstLine, paper.Line(start).Left);
        }

        var lines = paper.Lines(1);
        var basis = lines.FindIndex(line => line.Text.StartsWith("- Căn cứ Kết luận", StringComparison.Ordinal));
        found.Near(item, "the second line", expected.Left, lines[basis + 1].Left);
    });

    [TestMethod]
    public void Lines_and_paragraphs_stand_apart_as_the_profile_wants() => Deviations.ExpectNone(item => !item.HasTable, (item, paper, expected, found) =>
    {
        double[] steps = [expected.Pitch, expected.Pitch + expected.Gap, expected.Pitch + (2 * expected.Gap)];
        foreach (var lines in Enumerable.Range(1, paper.Pages).Select(page => Prose(paper, page)))
        {
            foreach (var (line, next) in lines.Zip(lines.Skip(1)))
            {
                found.True(item, $"{next.Baseline - line.Baseline:0.00} mm above “{next.Text}”", steps.Any(step => Math.Abs(next.Baseline - line.Baseline - step) < ExpectedLayout.Tolerance));
            }
        }

        var first = Prose(paper, 1).SkipWhile(line => !line.Text.StartsWith("- Căn cứ Kết luận", StringComparison.Ordinal)).ToList();
        var second = first.FindIndex(line => line.Text.StartsWith("- Căn cứ Kế hoạch", StringComparison.Ordinal));
        found.Near(item, "a line below another", expected.Pitch, first[1].Baseline - first[0].Baseline);
        found.Near(item, "a paragraph below another", expected.Pitch + expected.Gap, first[second].Baseline - first[second - 1].Baseline);
    });

    [TestMethod]
    public void Every_letter_of_words_without_spaces_is_on_paper() => Deviations.ExpectNone(item => item.Content == LayoutCase.Unbroken, (item, paper, expected, found) =>
    {
        var columns = item.HasTable ? expected.ColumnEdges.Zip(expected.ColumnEdges.Skip(1)).Skip(1).ToList() : [(expected.Left, expected.Right)];
        foreach (var (from, to) in columns)
        {
            var lines = Enumerable.Range(1, paper.Pages).SelectMany(page => item.HasTable ? Cells(paper, page, from, to) : Prose(paper, page));
            var letters = string.Concat(lines.SelectMany(line => line.Words).Select(word => word.Text));
            found.True(item, FormattableString.Invariant($"between {from:0} and {to:0} mm"), letters.Contains(LayoutCase.Token, StringComparison.Ordinal));
        }
    });

    [TestMethod]
    public void Columns_are_as_wide_as_the_form_says_on_every_page() => Deviations.ExpectNone(item => item.HasTable, (item, paper, expected, found) =>
    {
        foreach (var page in Enumerable.Range(1, paper.Pages))
        {
            var lines = paper.Rules.Where(rule => rule.Page == page && rule.IsUpright).Select(rule => rule.Left).ToList();
            foreach (var edge in expected.ColumnEdges)
            {
                found.Near(item, $"a column's edge on page {page}", edge, lines.MinBy(line => Math.Abs(line - edge)));
            }

            foreach (var line in lines)
            {
                found.Near(item, $"a line on page {page}", expected.ColumnEdges.MinBy(edge => Math.Abs(line - edge)), line);
            }
        }
    });

    [TestMethod]
    public void The_heads_of_the_columns_stand_on_every_page() => Deviations.ExpectNone(item => item.HasTable, (item, paper, expected, found) =>
    {
        foreach (var page in Enumerable.Range(1, paper.Pages))
        {
            var grid = Grid(paper, page);
            foreach (var (column, from, to) in Columns(item, expected))
            {
                var words = string.Join(' ', paper.Lines(page, from, to).Where(line => line.Baseline > grid[0].Top && line.Baseline < grid[1].Top).Select(line => line.Text));
                found.True(item, $"“{words}” for “{column.Head}” on page {page}", words == column.Head);
            }
        }
    });

    [TestMethod]
    public void The_words_of_a_cell_keep_its_padding() => Deviations.ExpectNone(item => item.HasTable, (item, paper, expected, found) =>
    {
        foreach (var page in Enumerable.Range(1, paper.Pages))
        {
            var grid = Grid(paper, page);
            foreach (var (column, from, to) in Columns(item, expected))
            {
                foreach (var line in paper.Lines(page, from, to).Where(line => line.Baseline > grid[0].Top && line.Baseline < grid[^1].Top))
                {
                    found.Within(item, $"“{line.Text}” under “{column.Head}”", from + expected.CellPadding, to - expected.CellPadding, line.Left, line.Right);
                }
            }
        }
    });

    // The lines of a stretch of the table below its heads.
    private static IEnumerable<PaperLine> Cells(MeasuredPaper paper, int page, double from, double to)
    {
        var grid = Grid(paper, page);
        return paper.Lines(page, from, to).Where(line => line.Baseline > grid[1].Top && line.Baseline < grid[^1].Top);
    }

    private static IEnumerable<(PrintColumn Column, double From, double To)> Columns(LayoutCase item, ExpectedLayout expected) =>
        item.Form.Print.Single(block => block.Block == "table").Columns.Select((column, index) => (column, expected.ColumnEdges[index], expected.ColumnEdges[index + 1]));

    // From the first line about the person to the last before the closing words.
    private static List<PaperLine> Prose(MeasuredPaper paper, int page)
    {
        var (start, end) = (paper.Line("Họ và tên:"), paper.Line("Trên đây là"));
        return [.. paper.Lines(page).Skip(page == 1 ? 0 : 1)
            .Where(line => (page > start.Page || line.Baseline >= start.Baseline) && (page < end.Page || (page == end.Page && line.Baseline < end.Baseline - 1)))];
    }
}
