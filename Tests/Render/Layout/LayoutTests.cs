using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Render.Layout;

/// <summary>The three forms printed, and measured in millimetres against <see cref="ExpectedLayout"/>.</summary>
[TestClass]
public sealed partial class LayoutTests
{
    [TestMethod]
    public void The_paper_lies_as_the_form_wants_it() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        found.Near(item, "width", expected.Width, paper.Width);
        found.Near(item, "height", expected.Height, paper.Height);
    });

    [TestMethod]
    public void Nothing_leaves_the_margins() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        foreach (var word in paper.Words)
        {
            found.Within(item, $"“{word.Text}” on page {word.Page}", expected.Left, expected.Right, word.Left, word.Right);
            found.True(item, $"“{word.Text}” below the margin of page {word.Page}", word.Baseline <= expected.Bottom + ExpectedLayout.Tolerance);
        }

        foreach (var rule in paper.Rules)
        {
            found.Within(item, $"a line on page {rule.Page}", expected.Left, expected.Right, rule.Left, rule.Right);
            found.Within(item, $"a line on page {rule.Page}, downwards", expected.Top, expected.Bottom, rule.Top, rule.Bottom);
        }
    });

    [TestMethod]
    public void The_first_line_of_a_page_begins_at_its_top() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        found.Near(item, "the first line", expected.Top, LineTop(paper.Lines(1)[0], expected));
        foreach (var page in Enumerable.Range(2, paper.Pages - 1))
        {
            var top = item.HasTable ? paper.Rules.Where(rule => rule.Page == page).Min(rule => rule.Top) : LineTop(paper.Lines(page)[1], expected);

            // A heading that comes to the top of a page may keep the space it has above it.
            found.Near(item, $"the top of page {page}", top > expected.Top + ExpectedLayout.Tolerance ? expected.Top + expected.Gap : expected.Top, top);
        }
    });

    [TestMethod]
    public void A_page_in_the_midst_of_a_long_text_is_full_to_its_bottom() => Deviations.ExpectNone(item => item.Content == LayoutCase.Long, (item, paper, expected, found) =>
    {
        found.True(item, $"only {paper.Pages} pages", paper.Pages > 3);
        foreach (var last in Enumerable.Range(2, Math.Max(1, paper.Pages - 3)).Select(page => paper.Lines(page)[^1]))
        {
            found.True(item, FormattableString.Invariant($"page {last.Page} ends at {last.Baseline:0.0} mm"), last.Baseline > expected.Bottom - (2 * expected.Pitch));
        }
    });

    [TestMethod]
    public void Lines_and_tables_are_as_wide_as_the_text_may_be() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        var (left, right) = item.HasTable
            ? (paper.Rules.Min(rule => rule.Left), paper.Rules.Max(rule => rule.Right))
            : (paper.Words.Min(word => word.Left), paper.Words.Max(word => word.Right));
        found.Near(item, "left", expected.Left, left);
        found.Near(item, "right", expected.Right, right);
    });

    [TestMethod]
    public void Pages_are_numbered_from_the_second_in_the_middle_above_the_text() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        found.True(item, "words above the first page", paper.Lines(1)[0].Baseline > expected.Top);
        foreach (var number in Enumerable.Range(2, paper.Pages - 1).Select(page => paper.Lines(page)[0]))
        {
            found.True(item, $"“{number.Text}” is no number of page {number.Page}", number.Text == $"{number.Page}");
            found.Near(item, $"the middle of number {number.Page}", expected.Middle, number.Middle);
            found.Near(item, $"the top of number {number.Page}", expected.NumberTop, LineTop(number, expected));
        }
    });

    [TestMethod]
    public void A_signature_has_two_lines_above_it_on_its_page() => Deviations.ExpectNone(_ => true, (item, paper, _, found) =>
    {
        var foot = paper.AllLines.Last(line => line.Text.Contains(item.HasTable ? "Nơi nhận:" : "NGƯỜI LẬP KẾ HOẠCH", StringComparison.Ordinal));
        var heads = Grid(paper, foot.Page).Select(rule => rule.Top).Take(2).ToList();

        found.True(item, "the name leaves its words", foot.Page == paper.Pages);
        found.True(item, "the signature stands alone", paper.Lines(foot.Page).Skip(foot.Page == 1 ? 0 : 1)
            .Count(line => line.Baseline < foot.Baseline - 1 && !(heads.Count == 2 && line.Baseline > heads[0] && line.Baseline < heads[1])) >= 2);
    });

    [TestMethod]
    public void A_paper_under_any_heading_saved_again_by_LibreOffice_reads_back_the_same()
    {
        foreach (var item in LayoutPapers.Resaved)
        {
            var document = Unit.Templates.Reading.Of(LayoutPapers.Get().Saved(item));

            Assert.AreEqual(Unit.Templates.Reading.Json(item.Form, item.Values), Unit.Templates.Reading.Json(item.Form, document.Values), item.Name);
            Assert.IsEmpty(document.Findings, $"{item.Name}: {string.Join('\n', document.Findings.Select(finding => finding.Message))}");
            Assert.IsTrue(document.Outcomes.Values.All(outcome => outcome is FieldOutcome.Kept), item.Name);
        }
    }

    [ClassCleanup]
    public static void Clear() => LayoutPapers.Clear();

    // Every program sets an exact line on four fifths of its height.
    private static double LineTop(PaperLine line, ExpectedLayout expected) => line.Baseline - (0.8 * expected.Pitch);

    private static HeadingVariant HeadingOf(LayoutCase item) => HeadingVariants.Find(item.Heading)!; // all cases come from the list

    private static LayoutProfile ProfileOf(LayoutCase item) => LayoutProfiles.Find(item.Profile)!; // all cases come from the list

    private static PaperLine Title(LayoutCase item, MeasuredPaper paper) => paper.Line(item.Form.Print.First(block => block.Block == "title").Text);

    // The level lines of the table; rules and underlines are shorter.
    private static List<PdfLine> Grid(MeasuredPaper paper, int page) =>
        [.. paper.Rules.Where(rule => rule.Page == page && rule.IsLevel && rule.Right - rule.Left > 150).OrderBy(rule => rule.Top)];
}
