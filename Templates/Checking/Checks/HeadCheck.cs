using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>The head: the rule under the title, as long as the title, and the marks of the layout that have no letters (the asterisk, the hyphens).</summary>
internal static class HeadCheck
{
    // A fifth of a millimetre at each end.
    private const int Tolerance = 12;
    private const string RuleStyle = "HtRule";

    private static readonly string[] Sides = ["top", "bottom"];

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        AddRule(paper, faults);
        AddMarks(paper, faults);
    }

    private static void AddRule(CheckedPaper paper, FaultList faults)
    {
        var title = paper.Of("HtHeadTitle").LastOrDefault();
        if (title is null || title.Paragraph.Ancestors().FirstOrDefault(element => element.Is("tc")) is not { } cell || Visible.HasPicture(cell))
        {
            // Without its title there is nothing to measure by, and a line that somebody drew is nothing we can measure.
            return;
        }

        var indent = TitleRule.IndentTwips(VietnameseText.Words(Visible.Text(title.Paragraph)), paper.Form.Orientation, paper.Profile);
        var wanted = $"dài bằng tiêu đề ({LayoutWords.Millimetres(Width(paper, indent, indent))})";
        if (Below(title.Paragraph).FirstOrDefault(paragraph => HasLine(paper.Styles, paragraph)) is not { } rule)
        {
            faults.Add(LayoutRule.TitleRule, title.At, title.Place, "không có", wanted, paper.Edit(() => Insert(paper, title.Paragraph, indent)));
            return;
        }

        var look = ParagraphLook.Of(paper.Styles, rule);
        if (Math.Abs(look.Left - indent) > Tolerance || Math.Abs(look.Right - indent) > Tolerance)
        {
            faults.Add(LayoutRule.TitleRule, title.At, title.Place, $"dài {LayoutWords.Millimetres(Width(paper, look.Left, look.Right))}", wanted,
                paper.Edit(() => ParagraphMend.Sides(paper.Styles, rule, indent, indent)));
        }
    }

    // An empty paragraph that has lost its line gets it back; else there is a new one.
    private static void Insert(CheckedPaper paper, XElement title, int indent)
    {
        var rule = Below(title).FirstOrDefault();
        if (rule is null)
        {
            title.AddAfterSelf(paper.Make(RuleStyle, title));
            rule = (XElement)title.NextNode!; // just added
        }

        rule.Child("pPr")?.Child("pBdr")?.Remove();
        if (!HasLine(paper.Styles, rule))
        {
            rule.Properties("pPr").Put("pBdr").Put("top").Set("val", "single").Set("sz", paper.Profile.RuleEighthPoints).Set("space", 1).Set("color", "auto");
        }

        if (paper.Reference.OfStyle(RuleStyle) is { } role)
        {
            ParagraphMend.Line(paper.Styles, rule, role.Paragraph);
            ParagraphMend.Gaps(paper.Styles, rule, role.Paragraph);
        }

        ParagraphMend.Sides(paper.Styles, rule, indent, indent);
    }

    // Empty paragraphs between the title and the line of place and date.
    private static IEnumerable<XElement> Below(XElement title) => title.ElementsAfterSelf().TakeWhile(element => element.Is("p") && Visible.IsBlank(element));

    private static bool HasLine(StyleBook book, XElement paragraph) => Sides.Any(side =>
        book.OfParagraph(paragraph).Select(layer => layer.Child("pBdr")?.Child(side).Val()).LastOrDefault(value => value is not null) is not (null or "nil" or "none"));

    private static int Width(CheckedPaper paper, int left, int right) => paper.Page.HeadRight - left - right;

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
