using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.ProgramEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>What people type: into fields, between them, over the form's own words.</summary>
internal static class WordsEdits
{
    public static IReadOnlyList<PaperEdit> All =>
    [
        new("words typed at the end of a field", paper => Type(paper, " gõ thêm", " gõ thêm")),
        new("smart quotes and dashes", paper => Type(paper, " “ngoặc” – ‘đơn’…", " “ngoặc” – ‘đơn’…")),
        new("non-breaking spaces", paper => Type(paper, "\u00A0số\u00A012", "\u00A0số\u00A012")),
        new("words in decomposed letters", paper => Type(paper, " Tiếng Việt".Normalize(NormalizationForm.FormD), " Tiếng Việt")),
        new("letters of no width between letters", paper => Type(paper, " c\u00ADh\u200Bữ\uFEFF", " chữ")),
        new("signs that joiners hold together", paper => Type(paper, " 👩‍👧", " 👩‍👧")),
        new("a tab", Tab),
        new("a break", Break),
        new("a date in other words", OtherDate),
        new("a paragraph of people's own", Loose),
        new("a sentence of the form in other words", Reword),
    ];

    private static bool Type(Paper paper, string typed, string read)
    {
        if (paper.TextPaths is not { Count: > 0 } paths)
        {
            return false;
        }

        var path = paper.Dice.Pick(paths);
        var last = paper.TextRuns(path)[^1];
        last.AddAfterSelf(RunLike(last, typed));
        paper.Expected[path] += read;
        return true;
    }

    private static bool Tab(Paper paper) => Sign(paper, "tab", "\t");

    private static bool Break(Paper paper) => Sign(paper, "br", "\n");

    private static bool Sign(Paper paper, string element, string read)
    {
        if (paper.TextPaths is not { Count: > 0 } paths)
        {
            return false;
        }

        var path = paper.Dice.Pick(paths);
        var last = paper.TextRuns(path)[^1];
        var run = RunLike(last, "sau dấu");
        run.Element(W + "t")!.AddBeforeSelf(Element(element));
        last.AddAfterSelf(run);
        paper.Expected[path] += (paper.Expected.FieldOf(path).Type == FieldType.Multi ? read : " ") + "sau dấu";
        return true;
    }

    private static bool OtherDate(Paper paper)
    {
        var paths = paper.Expected.Singles.Where(tag => paper.Expected.FieldOf(tag).Type == FieldType.Date && paper.Expected[tag].Length > 0 && paper.TextRuns(tag).Count > 0).ToList();
        if (paths.Count == 0)
        {
            return false;
        }

        var path = paper.Dice.Pick(paths);
        var runs = paper.TextRuns(path);
        runs.Skip(1).ToList().ForEach(run => run.Remove());
        runs[0].ReplaceWith(RunLike(runs[0], paper.Expected.FieldOf(path).LongDate ? "Ngày 7 tháng 3, năm 2024" : "07/03/2024"));
        paper.Expected[path] = "2024-03-07";
        return true;
    }

    private static bool Loose(Paper paper)
    {
        // Below the title block nothing but a fixed line follows: no field can claim it.
        var lines = paper.Body.Elements(W + "p").Where(line => Style(line) is "HtTitle" or "HtTitleMore").ToList();
        if (lines.Count == 0)
        {
            return false;
        }

        lines[0].AddBeforeSelf(Element("p", Element("r", Text($"Đoạn của tôi số {paper.Dice.Next(9)}."))));
        paper.Expected.Told.Add("D08");
        return true;
    }

    private static bool Reword(Paper paper)
    {
        var runs = paper.AllRuns().Where(run => FieldOf(run) is null && run.Value.Length > 12 && !run.Value.EndsWith(':') && run.Elements(W + "t").Count() == 1 && run.Ancestors(W + "p").First().Descendants(W + "r").All(other => FieldOf(other) is null) && !run.Ancestors(W + "tbl").Any()).ToList();
        if (runs.Count == 0)
        {
            return false;
        }

        var run = paper.Dice.Pick(runs);
        run.Element(W + "t")!.Value += " (đã sửa)";
        paper.Expected.Told.UnionWith(["D02", "D08"]);
        return true;
    }

    private static string? Style(XElement line) => (string?)line.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");
}
