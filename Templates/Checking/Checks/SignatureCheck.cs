using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>The room above the name of who signs: as many empty lines as the profile leaves.</summary>
internal static class SignatureCheck
{
    private const string BlankStyle = "HtSignPosition";

    // Far more than any form has; each is looked at together with all that stands above it.
    private const int MostNames = 20;

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        foreach (var name in paper.Of("HtSignName").Take(MostNames))
        {
            var above = Above(name.Paragraph);
            var blanks = above.Reverse().TakeWhile(element => element.Is("p") ? Visible.IsBlank(element) : IsBlankBlock(element)).Count();
            if (above.Count > blanks && blanks != paper.Profile.SignatureBlankLines)
            {
                var missing = paper.Profile.SignatureBlankLines - blanks;
                var spare = above.Reverse().Take(blanks).Where(IsSpare).Take(Math.Max(0, -missing)).ToList();
                faults.Add(LayoutRule.SignatureRoom, name.At, name.Place, $"{LayoutWords.Count(blanks)} dòng trống", $"{LayoutWords.Count(paper.Profile.SignatureBlankLines)} dòng trống",
                    missing < 0 && spare.Count < -missing ? null : paper.Edit(() => Change(paper, above[^1], missing, spare)));
            }
        }
    }

    private static void Change(CheckedPaper paper, XElement last, int missing, List<XElement> spare)
    {
        spare.ForEach(paragraph => paragraph.Remove());
        for (var i = 0; i < missing; i++)
        {
            last.AddAfterSelf(paper.Make(BlankStyle, last));
        }
    }

    // In the same cell, or at the end of the cell above when the names have a row of their own.
    private static IReadOnlyList<XElement> Above(XElement name)
    {
        var own = name.ElementsBeforeSelf().Where(IsBlock).ToList();
        if (own.Count > 0 || name.Ancestors().FirstOrDefault(element => element.Is("tc")) is not { } cell || cell.Ancestors().FirstOrDefault(element => element.Is("tr")) is not { } row)
        {
            return own;
        }

        var place = row.Inner("tc").ToList().IndexOf(cell);
        var above = row.ElementsBeforeSelf().LastOrDefault(element => element.Is("tr"))?.Inner("tc").ElementAtOrDefault(place);
        return above is null ? [] : [.. above.Elements().Where(IsBlock)];
    }

    private static bool IsBlock(XElement element) => element.Is("p") || element.Is("sdt") || element.Is("tbl");

    private static bool IsBlankBlock(XElement element) => element.Is("sdt") && element.Inner("p").All(Visible.IsBlank);

    // Nothing of the form or of another program lies in it.
    private static bool IsSpare(XElement element) => element.Is("p") && !element.Elements().Any(child => !child.Is("pPr") && !child.Is("r") && !child.Is("proofErr"))
        && element.Child("pPr")?.Child("sectPr") is null && !element.Inner("r").SelectMany(run => run.Elements()).Any(child => !child.Is("rPr") && !child.Is("t") && !child.Is("lastRenderedPageBreak"));
}
