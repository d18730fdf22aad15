using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>The rules of a paper, each by the words it stands under, and the marks of the layout that have no letters (the asterisk, the hyphens).</summary>
internal static class HeadCheck
{
    // A fifth of a millimetre at each end.
    private const int Tolerance = 12;

    private static readonly string[] Sides = ["top", "bottom"];

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        AddRules(paper, "HtRule", 1, "dài bằng dòng trên", faults);
        AddRules(paper, "HtNameRule", paper.Heading.NameRuleShare, "dài một phần dòng trên", faults);
        AddRules(paper, "HtSubtitleRule", paper.Profile.SubtitleRuleShare, "dài một phần dòng trên", faults);
        AddMarks(paper, faults);
    }

    private static void AddRules(CheckedPaper paper, string style, double share, string words, FaultList faults)
    {
        foreach (var (above, rule) in paper.Reference.Below(style))
        {
            // Without the words above there is nothing to measure by, and a line that somebody drew is nothing we can measure.
            if (paper.Of(above.Style).LastOrDefault() is { } line && !Visible.HasPicture(Cell(line.Paragraph) ?? line.Paragraph)
                && paper.Profile.Looks.TryGetValue(StyleSheet.LookOf(above.Style), out var look))
            {
                var width = Cell(line.Paragraph)?.Child("tcPr")?.Child("tcW").Twips("w") ?? paper.Page.TextWidth;
                Add(paper, line, rule, width, LineWidths.Indent(Visible.Text(line.Paragraph), look, width, share), words, faults);
            }
        }
    }

    private static void Add(CheckedPaper paper, CheckedLine line, Role role, int width, int indent, string words, FaultList faults)
    {
        string length(int left, int right) => LayoutWords.Millimetres(width - left - right);
        var wanted = $"{words} ({length(indent, indent)})";
        if (Below(line.Paragraph).FirstOrDefault(paragraph => LineOf(paper.Styles, paragraph) is not null) is not { } rule)
        {
            faults.Add(LayoutRule.TitleRule, line.At, line.Place, "không có", wanted, paper.Edit(() => Insert(paper, line.Paragraph, role, indent)));
            return;
        }

        var look = ParagraphLook.Of(paper.Styles, rule);
        if (Math.Abs(look.Left - indent) > Tolerance || Math.Abs(look.Right - indent) > Tolerance)
        {
            faults.Add(LayoutRule.TitleRule, line.At, line.Place, $"dài {length(look.Left, look.Right)}", wanted, paper.Edit(() => ParagraphMend.Sides(paper.Styles, rule, indent, indent)));
        }

        AddThickness(paper, line, rule, faults);
    }

    private static void AddThickness(CheckedPaper paper, CheckedLine line, XElement rule, FaultList faults)
    {
        var (border, wanted) = (LineOf(paper.Styles, rule)!, paper.Profile.RuleEighthPoints); // it has a line
        if (!IsRight(border, wanted))
        {
            faults.Add(LayoutRule.TitleRuleWidth, line.At, line.Place, LayoutWords.RuleLine(border.Val()!, border.Number("sz") ?? 0), LayoutWords.RuleLine("single", wanted),
                paper.Edit(() => ParagraphMend.Rule(rule, wanted, () => LineOf(paper.Styles, rule) is { } own && IsRight(own, wanted))));
        }
    }

    private static bool IsRight(XElement border, int eighthPoints) => border.Val() == "single" && border.Number("sz") == eighthPoints;

    // An empty paragraph that has lost its line gets it back; else there is a new one.
    private static void Insert(CheckedPaper paper, XElement above, Role role, int indent)
    {
        var rule = Below(above).FirstOrDefault();
        if (rule is null)
        {
            above.AddAfterSelf(paper.Make(role.Style, above));
            rule = (XElement)above.NextNode!; // just added
        }

        ParagraphMend.Rule(rule, paper.Profile.RuleEighthPoints, () => LineOf(paper.Styles, rule) is { } own && IsRight(own, paper.Profile.RuleEighthPoints));
        ParagraphMend.Line(paper.Styles, rule, role.Paragraph);
        ParagraphMend.Gaps(paper.Styles, rule, role.Paragraph);
        ParagraphMend.Sides(paper.Styles, rule, indent, indent);
    }

    private static XElement? Cell(XElement paragraph) => paragraph.Ancestors().FirstOrDefault(element => element.Is("tc"));

    // Empty paragraphs between the title and the line of place and date.
    private static IEnumerable<XElement> Below(XElement title) => title.ElementsAfterSelf().TakeWhile(element => element.Is("p") && Visible.IsBlank(element));

    // The line above or below an empty paragraph; null when there is none.
    private static XElement? LineOf(StyleBook book, XElement paragraph) => Sides
        .Select(side => book.OfParagraph(paragraph).Select(layer => layer.Child("pBdr")?.Child(side)).LastOrDefault(border => border.Val() is not null))
        .FirstOrDefault(border => border.Val() is not (null or "nil" or "none"));

    // A lost mark comes back behind the line it followed, where that still stands.
    private static void AddMarks(CheckedPaper paper, FaultList faults)
    {
        var claims = paper.Paper.Reading.Frame.Claims.ToList();
        foreach (var (place, expected) in paper.Paper.Reading.Frame.LostAt.Where(lost => lost.Line.Text.Length > 0 && !lost.Line.Text.Any(letter => char.IsLetterOrDigit(letter) || letter == '{')))
        {
            var before = claims.Where(item => item.Claim.Place == place - 1).Select(item => paper.Lines.FirstOrDefault(line => line.Number == item.Line)).FirstOrDefault();
            var role = paper.Reference.OfWords(expected.Text);
            faults.Add(LayoutRule.Mark, LayoutWords.Count(place), new DocumentPlace("", before?.Place.Words ?? "Phần đầu văn bản"), "không có", $"có dòng “{expected.Text}” ở dưới",
                before is null || role is null ? null : paper.Edit(() => before.Paragraph.AddAfterSelf(paper.Make(role.Style, before.Paragraph, Run(before.Paragraph, expected.Text)))));
        }
    }

    private static XElement Run(XElement like, string text) => new(like.Name.Namespace + "r", new XElement(like.Name.Namespace + "t", text));
}
