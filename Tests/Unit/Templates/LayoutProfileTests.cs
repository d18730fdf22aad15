using HocTap.Office.Templates.Authoring;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>The profiles against the figures of the documents they come from.</summary>
[TestClass]
public sealed class LayoutProfileTests
{
    [TestMethod]
    [DataRow("HD36-2018", 20, 20, 20, 20, 30, 30, 15, 15)]
    [DataRow("HD05-2026", 20, 20, 20, 20, 30, 30, 15, 15)]
    [DataRow("ND30-2020", 20, 25, 20, 25, 30, 35, 15, 20)]
    public void Margins_are_within_the_rule(string name, int topFrom, int topTo, int bottomFrom, int bottomTo, int leftFrom, int leftTo, int rightFrom, int rightTo)
    {
        foreach (var page in new[] { Profile(name).Portrait, Profile(name).Landscape })
        {
            Between(topFrom, topTo, page.Top);
            Between(bottomFrom, bottomTo, page.Bottom);
            Between(leftFrom, leftTo, page.Left);
            Between(rightFrom, rightTo, page.Right);
            Between(10, 10, page.Header);
            Between(210, 210, Math.Min(page.Width, page.Height));
            Between(297, 297, Math.Max(page.Width, page.Height));
        }
    }

    // One row an element: the sizes that the rules of each profile allow, and the style (b bold, i italic, u underlined).
    [TestMethod]
    [DataRow("headTitle", "HD36-2018", 15, 15, "b")]
    [DataRow("headTitle", "ND30-2020", 12, 13, "b")]
    [DataRow("headSuperior", "HD36-2018", 14, 14, "")]
    [DataRow("headSuperior", "ND30-2020", 12, 13, "")]
    [DataRow("headOwn", "HD36-2018", 14, 14, "b")]
    [DataRow("headOwn", "ND30-2020", 12, 13, "b")]
    [DataRow("headStateSuperior", "", 12, 13, "")]
    [DataRow("headStateOwn", "", 12, 13, "b")]
    [DataRow("headNation", "", 12, 13, "b")]
    [DataRow("headMotto", "", 13, 14, "b")]
    [DataRow("headDate", "", 13, 14, "i")]
    [DataRow("title", "HD36-2018", 15, 16, "b")]
    [DataRow("title", "ND30-2020", 13, 14, "b")]
    [DataRow("subtitle", "HD36-2018", 14, 15, "b")]
    [DataRow("subtitle", "ND30-2020", 13, 14, "b")]
    [DataRow("body", "HD36-2018", 14, 15, "")]
    [DataRow("body", "ND30-2020", 13, 14, "")]
    [DataRow("basis", "HD36-2018", 14, 15, "")]
    [DataRow("basis", "ND30-2020", 13, 14, "i")]
    [DataRow("signTitle", "HD36-2018", 14, 14, "b")]
    [DataRow("signTitle", "ND30-2020", 13, 14, "b")]
    [DataRow("signPosition", "HD36-2018", 14, 14, "")]
    [DataRow("signPosition", "ND30-2020", 13, 14, "b")]
    [DataRow("signName", "", 13, 14, "b")]
    [DataRow("recipientsTitle", "HD36-2018", 14, 14, "u")]
    [DataRow("recipientsTitle", "ND30-2020", 12, 12, "bi")]
    [DataRow("recipient", "HD36-2018", 12, 12, "")]
    [DataRow("recipient", "ND30-2020", 11, 11, "")]
    [DataRow("pageNumber", "HD36-2018", 14, 14, "")]
    [DataRow("pageNumber", "ND30-2020", 13, 14, "")]
    public void Elements_have_the_size_and_style_of_the_rule(string look, string profile, int from, int to, string style)
    {
        // HD05 keeps the sizes of HD36; an element without a profile is the same in all.
        foreach (var judged in LayoutProfiles.All.Where(one => profile.Length == 0 || one.Name == profile || (profile == "HD36-2018" && one.Name == "HD05-2026")))
        {
            var its = judged.Looks[look];
            Assert.IsTrue(its.Points >= from && its.Points <= to, $"{judged.Name}: {its.Points}");
            Assert.AreEqual(style, (its.Bold ? "b" : "") + (its.Italic ? "i" : "") + (its.Underline ? "u" : ""), judged.Name);
        }
    }

    [TestMethod]
    [DataRow("HD36-2018", ",", false)]
    [DataRow("HD05-2026", ";", false)]
    [DataRow("ND30-2020", ";", true)]
    public void Lists_end_their_lines_and_subtitles_are_closed_as_the_rule_says(string name, string mark, bool rule)
    {
        var profile = Profile(name);

        Assert.AreEqual((mark, "."), (profile.LineMark, profile.LastLineMark));
        Assert.IsTrue(rule ? profile.SubtitleRuleShare is >= 1 / 3.0 and <= 0.5 : profile.SubtitleRuleShare == 0);
    }

    [TestMethod]
    public void Lines_and_paragraphs_are_those_of_the_rule_in_every_profile()
    {
        foreach (var profile in LayoutProfiles.All)
        {
            Between(10, 10, profile.FirstLineTwips);
            Assert.AreEqual((18 * 20, 6 * 20), (profile.ExactLineTwips, profile.ParagraphGapTwips), profile.Name);
        }
    }

    private static LayoutProfile Profile(string name) => LayoutProfiles.Find(name)!; // the names are those of the rules

    private static void Between(int from, int to, int twips)
    {
        var millimetres = twips * 25.4 / 1440;
        Assert.IsTrue(millimetres > from - 0.05 && millimetres < to + 0.05, $"{millimetres} mm");
    }
}
