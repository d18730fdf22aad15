using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.ProgramEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>Things that the eye sees and that are no plain letters, put into a field.</summary>
internal static class VisibleEdits
{
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    public static IReadOnlyList<PaperEdit> All =>
    [
        new("a box of words in the old drawing language", paper => Told(paper, "D09", Element("r", OldBox("Khung cũ")))),
        new("a box of words in both drawing languages", paper => Told(paper, "D09", Element("r", BothBoxes("Khung mới")))),
        PaperEdit.Always("a box of words beside the title", paper =>
        {
            paper.Body.Descendants(W + "p").First(line => line.Value.Length > 0).Add(Element("r", BothBoxes("Khung bay")));
            paper.Expected.Told.Add("D08");
        }),
        new("a picture", paper => Told(paper, "D09", Element("r", Element("drawing")))),
        new("a footnote", paper => Told(paper, "D09", Note("footnote"))),
        new("an endnote", paper => Told(paper, "D09", Note("endnote"))),
        new("a sign of a sign font", paper => Seen(paper, " ✓", Element("r", Text(" "), Element("sym", new XAttribute(W + "font", "Wingdings"), new XAttribute(W + "char", "F0FC"))))),
        new("a sign nobody knows", paper => Told(paper, "D09", Element("r", Element("sym", new XAttribute(W + "font", "Hình lạ"), new XAttribute(W + "char", "F021"))))),
        new("a check box of Word on the web", paper => Seen(paper, " ☒", Element("sdt",
            Element("sdtPr", Element("id", Value(-5)), new XElement(W14 + "checkbox", new XElement(W14 + "checked", new XAttribute(W14 + "val", "1")))),
            Element("sdtContent", Element("r", Text(" ☒")))))),
        new("a drop-down list of Word on the web", paper => Seen(paper, " Quý I", Element("sdt",
            Element("sdtPr", Element("id", Value(-6)), Element("dropDownList", Element("listItem", new XAttribute(W + "displayText", "Quý I"), Value("1")))),
            Element("sdtContent", Element("r", Text(" Quý I")))))),
        new("a cross-reference field", paper => Seen(paper, " mục 2", Field("begin"), Element("r", Element("instrText", " REF _Ref12 \\h ")), Field("separate"), Element("r", Text(" mục 2")), Field("end"))),
        new("a page number field", paper => Seen(paper, " 3", Element("fldSimple", new XAttribute(W + "instr", " PAGE "), Element("r", Text(" 3"))))),
        new("a field inside a field", paper => Seen(paper, " trang 4",
            Field("begin"), Element("r", Element("instrText", " IF ")), Field("begin"), Element("r", Element("instrText", " PAGE ")), Field("separate"), Element("r", Text("77")), Field("end"),
            Element("r", Element("instrText", " > 1 \"x\" ")), Field("separate"), Element("r", Text(" trang 4")), Field("end"))),
    ];

    private static XElement Field(string type) => Element("r", Element("fldChar", new XAttribute(W + "fldCharType", type)));

    private static bool Told(Paper paper, string rule, params XElement[] content) => Into(paper, content) is { } && paper.Expected.Told.Add(rule) | true;

    private static bool Seen(Paper paper, string words, params XElement[] content)
    {
        if (Into(paper, content) is not { } path)
        {
            return false;
        }

        paper.Expected[path] += words;
        return true;
    }

    private static string? Into(Paper paper, XElement[] content)
    {
        var paths = paper.TextPaths;
        if (paths.Count == 0)
        {
            return null;
        }

        var path = paper.Dice.Pick(paths);
        var last = paper.TextRuns(path)[^1];
        // Words behind the last ones are the last ones from now on.
        foreach (var run in content.SelectMany(element => element.DescendantsAndSelf(W + "r")).Where(run => run.Elements(W + "t").Any() && !run.Ancestors(W + "txbxContent").Any() && run.Parent?.Name != W + "p"))
        {
            Noted(run, run.Value == "77" ? null : path);
        }

        last.AddAfterSelf(content);
        return path;
    }

    private static XElement OldBox(string words) => Element("pict", new XElement(Vml + "shape", new XElement(Vml + "textbox", Box(words))));

    private static XElement BothBoxes(string words) => new(Mc + "AlternateContent",
        new XElement(Mc + "Choice", new XAttribute("Requires", "wps"), Element("drawing", new XElement(Shape + "wsp", new XElement(Shape + "txbx", Box(words))))),
        new XElement(Mc + "Fallback", OldBox(words)));

    private static XElement Box(string words) => Element("txbxContent", Element("p", Element("r", Element("t", words))));

    private static XElement Note(string kind) => Element("r", Element("rPr", Element("rStyle", Value("FootnoteReference"))), Element($"{kind}Reference", Id(2)));
}
