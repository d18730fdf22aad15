using System.Text.RegularExpressions;

namespace HocTap.Office.Tests.Render.Layout;

public sealed partial class LayoutTests
{
    // What of a form is printed in which look of the profile.
    private static readonly (string Start, string Look)[] PlanLooks =
    [
        ("KẾ HOẠCH", "title"), ("Học tập và làm theo tư tưởng, đạo đức,", "subtitle"), ("Họ và tên:", "body"), ("- Căn cứ Kết luận", "basis"), ("- Căn cứ Kế hoạch số 07", "basis"),
        ("Tôi xây dựng", "body"), ("I. NỘI DUNG HỌC TẬP", "section"), ("1. Nội dung, công việc cụ thể:", "heading"), ("- Nội dung, mục tiêu:", "body"), ("Trên đây là", "body"),
        ("XÁC NHẬN (CỦA", "signTitle"), ("NGƯỜI LẬP KẾ HOẠCH", "signTitle"), ("(Ký, ghi rõ họ tên)", "signNote"), ("{confirmerTitle}", "signPosition"), ("{planOwnerName}", "signName"),
    ];

    private static readonly (string Start, string Look)[] TableLooks =
    [
        ("BIỂU ĐĂNG KÝ", "title"), ("NĂM 2024", "title"), ("TT", "tableHead"), ("Nơi nhận:", "recipientsTitle"), ("- Ban Tuyên giáo", "recipient"), ("- Lưu Văn phòng", "recipient"),
        ("{signAuthority}", "signTitle"), ("{signerPosition}", "signPosition"), ("{signerName}", "signName"),
    ];

    [TestMethod]
    public void Every_element_is_printed_in_the_size_and_style_of_its_profile() => Deviations.ExpectNone(item => item.Content == "typical", (item, paper, _, found) =>
    {
        var (profile, heading, looks) = (ProfileOf(item), HeadingOf(item), LayoutPapers.Get().Looks(item));
        (string Start, string Look)[] head =
        [
            ("{superiorOrgName}", heading.SuperiorLook), ("{orgName}", heading.OwnLook), ("{placeName},", "headDate"),
            .. heading.Right.Select(line => (line.Text.Replace("{campaign.headerTitle}", "ĐẢNG CỘNG SẢN VIỆT NAM", StringComparison.Ordinal), line.Look)),
        ];
        foreach (var (pattern, look) in head.Concat(item.HasTable ? TableLooks : PlanLooks))
        {
            var start = Regex.Replace(pattern, "{(.*?)}", place => item.Values[place.Groups[1].Value]);
            var (expected, points, style) = (profile.Looks[look], PointsOf(paper, start), StyleOf(looks, start));
            found.True(item, FormattableString.Invariant($"“{start}”: {points:0.0} points, {style}, instead of {expected}"), Math.Abs(points - expected.Points) < 0.1 && style == (expected.Bold, expected.Italic));
        }
    });

    [TestMethod]
    public void Only_what_the_profile_underlines_is_underlined() => Deviations.ExpectNone(item => item.HasTable && item.Content == "typical", (item, paper, _, found) =>
    {
        var title = paper.Words.Where(word => word.Text is "Nơi" or "nhận:").ToList();
        var under = paper.Rules.Where(rule => rule.IsLevel && rule.Top > title[0].Baseline && rule.Top < title[0].Baseline + 2).ToList();

        found.True(item, "the underline of «Nơi nhận»", under.Count > 0 == ProfileOf(item).Looks["recipientsTitle"].Underline);
        foreach (var rule in under)
        {
            found.Within(item, "the underline", title[0].Left, title[1].Right, rule.Left, rule.Right);
        }
    });

    private static double PointsOf(MeasuredPaper paper, string start)
    {
        var words = start.Split(' ');
        return Enumerable.Range(0, paper.Words.Count - words.Length + 1)
            .Where(from => words.Select((word, index) => index < words.Length - 1 ? paper.Words[from + index].Text == word : paper.Words[from + index].Text.StartsWith(word, StringComparison.Ordinal)).All(same => same))
            .Select(from => paper.Words[from].Points).FirstOrDefault(); // 0 for words that stand nowhere
    }

    private static (bool Bold, bool Italic)? StyleOf(string looks, string start)
    {
        var text = Regex.Matches(looks, "<text [^>]*>(.*?)</text>").Select(match => match.Groups[1].Value)
            .FirstOrDefault(text => System.Net.WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]*>", "")).Trim().StartsWith(start, StringComparison.Ordinal));
        return text is null ? null : (text.StartsWith("<b>", StringComparison.Ordinal) || text.StartsWith("<i><b>", StringComparison.Ordinal), text.StartsWith("<i>", StringComparison.Ordinal) || text.StartsWith("<b><i>", StringComparison.Ordinal));
    }
}
