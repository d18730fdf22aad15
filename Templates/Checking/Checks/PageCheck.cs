using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>Paper, margins and the distance of the page number, section by section.</summary>
internal static class PageCheck
{
    private const int Tolerance = 6;

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        var number = 0;
        foreach (var section in Sections(paper.Paper.Body))
        {
            var at = $"s{LayoutWords.Count(++number)}";
            var place = new DocumentPlace("", number == 1 ? "Trang giấy" : $"Trang giấy của phần {LayoutWords.Count(number)}");
            AddSize(paper, section, at, place, faults);
            AddMargins(paper, section, at, place, faults);
        }
    }

    /// <summary>The sections of a body from top to bottom; the last one is the body's own.</summary>
    public static IReadOnlyList<XElement> Sections(XElement body) =>
        [.. body.Descendants().Where(element => element.Is("sectPr") && (element.Parent == body || element.Parent!.Is("pPr")))]; // below a body

    private static void AddSize(CheckedPaper paper, XElement section, string at, DocumentPlace place, FaultList faults)
    {
        var (page, size) = (paper.Page, section.Child("pgSz"));
        if (Differ(size, "w", page.Width) || Differ(size, "h", page.Height))
        {
            faults.Add(LayoutRule.Paper, at, place, Size(size.Twips("w") ?? 0, size.Twips("h") ?? 0), Size(page.Width, page.Height), paper.Edit(() => section.Put("pgSz")
                .Set("w", page.Width).Set("h", page.Height).Set("orient", paper.Form.Orientation == PageOrientation.Landscape ? "landscape" : null).Set("code", null)));
        }
    }

    private static void AddMargins(CheckedPaper paper, XElement section, string at, DocumentPlace place, FaultList faults)
    {
        var (page, margins) = (paper.Page, section.Child("pgMar"));
        (string Name, string Words, int Wanted)[] sides = [("top", "trên", page.Top), ("bottom", "dưới", page.Bottom), ("left", "trái", page.Left), ("right", "phải", page.Right)];
        foreach (var side in sides.Where(side => Math.Abs(Found(margins, side.Name) - side.Wanted) > Tolerance))
        {
            faults.Add(LayoutRule.Margin, $"{at}.{side.Name}", place, $"{side.Words} {LayoutWords.Millimetres(Found(margins, side.Name))}", $"{side.Words} {LayoutWords.Millimetres(side.Wanted)}",
                paper.Edit(() => SetMargin(section.Put("pgMar"), side.Name, side.Wanted)));
        }

        if (Differ(margins, "header", page.Header))
        {
            faults.Add(LayoutRule.HeaderDistance, at, place, LayoutWords.Millimetres(margins.Twips("header") ?? 0), LayoutWords.Millimetres(page.Header), paper.Edit(() => section.Put("pgMar").Set("header", page.Header)));
        }
    }

    // A gutter adds to the left.
    private static int Found(XElement? margins, string side) => (margins.Twips(side) ?? 0) + (side == "left" ? margins.Twips("gutter") ?? 0 : 0);

    private static void SetMargin(XElement margins, string side, int wanted)
    {
        margins.Set(side, wanted);
        if (side == "left")
        {
            margins.Set("gutter", 0);
        }
    }

    private static bool Differ(XElement? element, string name, int wanted) => Math.Abs((element.Twips(name) ?? 0) - wanted) > Tolerance;

    private static string Size(int width, int height) => $"{LayoutWords.Millimetres(width)} × {LayoutWords.Millimetres(height)}";
}
