using System.Text.RegularExpressions;

namespace HocTap.Office.Tests.Render.Layout;

public sealed partial class LayoutTests
{
    [TestMethod]
    public void The_head_stands_in_the_middle_of_its_two_columns() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        var (left, right) = (HeadLeft(item, paper, expected), HeadRight(item, paper, expected));
        foreach (var (line, from, to) in left.Select(line => (line, expected.Left, expected.HeadSplit)).Concat(right.Select(line => (line, expected.HeadSplit, expected.HeadRight))))
        {
            found.Near(item, $"the middle of “{line.Text}”", (from + to) / 2, line.Middle);
            found.Within(item, $"“{line.Text}”", from, to, line.Left, line.Right);
        }

        found.Near(item, "the first lines beside one another", left[0].Baseline, right[0].Baseline);
    });

    [TestMethod]
    public void The_head_has_the_lines_of_its_heading_and_long_names_take_three() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        var (heading, left, right) = (HeadingOf(item), HeadLeft(item, paper, expected), HeadRight(item, paper, expected));
        var titles = heading.Right.Select(line => line.Text.Replace("{campaign.headerTitle}", "ĐẢNG CỘNG SẢN VIỆT NAM", StringComparison.Ordinal)).ToList();

        CollectionAssert.AreEqual(titles, right.Take(titles.Count).Select(line => line.Text).ToList(), item.Name);
        if (heading.NameMark.Length > 0)
        {
            Assert.AreEqual(heading.NameMark, left[^1].Text, item.Name);
        }

        found.True(item, $"{right.Count} lines at the right", right.Count == titles.Count + (item.Content == LayoutCase.Place ? 2 : 1) || item.Content == LayoutCase.Unbroken);
        if (item.Content == LayoutCase.Names)
        {
            found.True(item, $"{SuperiorLines(item, left).Count} lines of the superior body", SuperiorLines(item, left).Count == 3);
            found.True(item, $"{OwnLines(item, left).Count} lines of the own name", OwnLines(item, left).Count == 3);
        }
    });

    [TestMethod]
    public void The_rule_at_the_right_is_as_long_as_the_line_above_it() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        var (titles, lines, rules) = (HeadingOf(item).Right.Count, HeadRight(item, paper, expected), HeadRules(item, paper, rule => rule.Left > expected.HeadSplit - 1));

        found.True(item, $"{rules.Count} rules at the right", rules.Count == Math.Min(1, titles));
        foreach (var rule in rules)
        {
            found.Near(item, "the rule's left end", lines[titles - 1].Left, rule.Left);
            found.Near(item, "the rule's right end", lines[titles - 1].Right, rule.Right);
            found.True(item, "the rule stands between title and date", rule.Top > lines[titles - 1].Baseline + 1 && rule.Top < lines[titles].Baseline - 3);
        }
    });

    [TestMethod]
    public void The_rule_under_a_name_is_a_third_to_a_half_of_it() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        var (share, lines, rules) = (HeadingOf(item).NameRuleShare, HeadLeft(item, paper, expected), HeadRules(item, paper, rule => rule.Right < expected.HeadSplit));

        found.True(item, $"{rules.Count} rules at the left", rules.Count == (share > 0 ? 1 : 0));
        foreach (var rule in rules)
        {
            Share(item, "the rule under the name", OwnLines(item, lines).Max(line => line.Right - line.Left), rule, found);
            found.Near(item, "the middle of the rule", (expected.Left + expected.HeadSplit) / 2, (rule.Left + rule.Right) / 2);
            found.True(item, "the rule stands under the name", rule.Top > lines[^1].Baseline + 1 && rule.Top < lines[^1].Baseline + 5);
        }
    });

    [TestMethod]
    public void Under_a_subtitle_stands_what_the_profile_wants() => Deviations.ExpectNone(item => item.Form.Print.Any(block => block.Block == "subtitle"), (item, paper, expected, found) =>
    {
        var subtitle = paper.Line("Học tập và làm theo tư tưởng");
        var rules = paper.Rules.Where(rule => rule is { Page: 1, IsLevel: true } && rule.Top > subtitle.Baseline && rule.Top < subtitle.Baseline + 5).ToList();
        var hyphens = paper.Lines(1).Find(line => line.Text == "-----");

        found.Near(item, "the middle of the subtitle", expected.Middle, subtitle.Middle);
        found.True(item, "one of both", (hyphens is null) == (rules.Count == 1) && (ProfileOf(item).SubtitleRuleShare > 0) == (rules.Count == 1));
        foreach (var rule in rules)
        {
            Share(item, "the rule under the subtitle", subtitle.Right - subtitle.Left, rule, found);
        }

        found.Near(item, "the middle of what stands under it", expected.Middle, hyphens?.Middle ?? ((rules[0].Left + rules[0].Right) / 2));
    });

    [TestMethod]
    public void Place_and_date_are_italic_below_the_rule_in_their_column() => Deviations.ExpectNone(_ => true, (item, paper, expected, found) =>
    {
        var date = string.Join(' ', HeadRight(item, paper, expected).Skip(HeadingOf(item).Right.Count).Select(line => line.Text));
        var printed = Regex.Matches(LayoutPapers.Get().Looks(item), "<text [^>]*>(.*?)</text>").Select(text => text.Groups[1].Value)
            .First(text => text.Contains(item.Values["placeName"].Split(' ')[0], StringComparison.Ordinal) && !text.Contains("ĐẢNG", StringComparison.Ordinal));

        found.True(item, $"“{date}”", Regex.IsMatch(date, $"^{Regex.Escape(item.Values["placeName"])}, ngày [0-9]+ tháng [0-9]+ năm 2024$"));
        found.True(item, $"“{printed}” is not italic", printed.StartsWith("<i>", StringComparison.Ordinal));
    });

    private static void Share(LayoutCase item, string what, double line, PdfLine rule, Deviations found) =>
        found.True(item, FormattableString.Invariant($"{what}: {rule.Right - rule.Left:0.0} of {line:0.0} mm"), rule.Right - rule.Left >= (line / 3) - ExpectedLayout.Tolerance && rule.Right - rule.Left <= (line / 2) + ExpectedLayout.Tolerance);

    private static List<PaperLine> HeadLeft(LayoutCase item, MeasuredPaper paper, ExpectedLayout expected) => Head(item, paper, 0, expected.HeadSplit);

    private static List<PaperLine> HeadRight(LayoutCase item, MeasuredPaper paper, ExpectedLayout expected) => Head(item, paper, expected.HeadSplit, expected.Width);

    private static List<PaperLine> Head(LayoutCase item, MeasuredPaper paper, double from, double to)
    {
        var title = Title(item, paper);
        return [.. paper.Lines(1, from, to).TakeWhile(line => line.Baseline < title.Baseline - 1)];
    }

    private static List<PdfLine> HeadRules(LayoutCase item, MeasuredPaper paper, Func<PdfLine, bool> where)
    {
        var title = Title(item, paper);
        return [.. paper.Rules.Where(rule => rule is { Page: 1, IsLevel: true } && rule.Top < title.Baseline - 3 && where(rule))];
    }

    private static List<PaperLine> SuperiorLines(LayoutCase item, List<PaperLine> left) => Lines(left, 0, item.Values["superiorOrgName"]);

    private static List<PaperLine> OwnLines(LayoutCase item, List<PaperLine> left) => Lines(left, SuperiorLines(item, left).Count, item.Values["orgName"]);

    // The lines that a text takes, from a line on.
    private static List<PaperLine> Lines(List<PaperLine> lines, int from, string text)
    {
        var (taken, letters) = (new List<PaperLine>(), text.Count(letter => letter != ' '));
        foreach (var line in lines.Skip(from).TakeWhile(_ => letters > 0))
        {
            taken.Add(line);
            letters -= line.Text.Count(letter => letter != ' ');
        }

        return taken;
    }
}
