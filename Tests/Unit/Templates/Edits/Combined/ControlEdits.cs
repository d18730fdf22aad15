using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.ProgramEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>What happens to controls: opened, doubled, moved, renamed, nested, put around other levels, deleted.</summary>
internal static class ControlEdits
{
    public static IReadOnlyList<PaperEdit> All =>
    [
        PaperEdit.Always("all controls opened", paper => Open(paper.Body.Descendants(W + "sdt"))),
        new("a few controls opened", paper => Some(paper, control => Open([control]))),
        PaperEdit.Always("all tags lost", paper => paper.Body.Descendants(W + "tag").Remove()),
        PaperEdit.Always("all bookmarks lost", paper => paper.Body.Descendants().Where(mark => mark.Name == W + "bookmarkStart" || mark.Name == W + "bookmarkEnd").Remove()),
        new("controls renamed", paper => Some(paper, control =>
        {
            control.Element(W + "sdtPr")!.Elements(W + "tag").Attributes(W + "val").First().Value = "Text1";
            control.Element(W + "sdtPr")!.Elements(W + "alias").Remove();
        })),
        PaperEdit.Always("ids of controls made equal", paper => paper.Body.Descendants(W + "sdtPr").Elements(W + "id").Attributes(W + "val").ToList().ForEach(id => id.Value = "7")),
        new("controls nested in a control of people's own", paper => Some(paper, control => Around(control, Element("sdtPr", Element("alias", Value("Ô của tôi")), Element("tag", Value("cuatoi")))))),
        new("controls nested in their own copy", paper => Some(paper, control => Around(control, control.Element(W + "sdtPr")!))),
        new("a picker of Word on the web inside a control", Picker),
        new("controls of whole cells", WholeCells),
        new("a control copied within its line", CopyLine),
        new("a control copied and its copy changed", CopyLineChanged),
        new("a control moved to a line of its own", Move),
        new("a control deleted with its words", Delete),
        new("a control emptied", Empty),
    ];

    private static void Open(IEnumerable<XElement> controls)
    {
        foreach (var control in controls.Reverse().ToList())
        {
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        }
    }

    private static bool Some(Paper paper, Action<XElement> edit)
    {
        var controls = paper.Controls().Where(control => paper.Dice.Next(4) == 0).ToList();
        controls.ForEach(edit);
        return controls.Count > 0;
    }

    private static void Around(XElement control, XElement properties) =>
        control.ReplaceWith(Element("sdt", new XElement(properties), Element("sdtContent", new XElement(control))));

    private static bool Picker(Paper paper)
    {
        XElement[] kinds =
        [
            Element("date", new XAttribute(W + "fullDate", "2019-01-01T00:00:00Z"), Element("dateFormat", Value("dd/MM/yyyy"))),
            Element("dropDownList", Element("listItem", new XAttribute(W + "displayText", "Khác"), Value("k"))),
            Element("comboBox", Element("listItem", Value("k"))),
            Element("text"),
        ];
        var runs = paper.AllRuns().Where(run => FieldOf(run) is not null && paper.Dice.Next(3) == 0).ToList();
        runs.ForEach(run => run.ReplaceWith(Element("sdt", Element("sdtPr", Element("id", Value(-run.Value.Length)), paper.Dice.Pick(kinds)), Element("sdtContent", new XElement(run)))));
        return runs.Count > 0;
    }

    private static bool WholeCells(Paper paper)
    {
        var controls = paper.Body.Descendants(W + "tc").Elements(W + "sdt").Where(control => Docx.TagOf(control) is { } tag && paper.Rows.Columns.Any(column => column.Tag == tag)).ToList();
        foreach (var control in controls)
        {
            var (cell, outer) = (control.Parent!, Element("sdt", new XElement(control.Element(W + "sdtPr")!)));
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
            outer.Add(Element("sdtContent", new XElement(cell)));
            cell.ReplaceWith(outer);
        }

        return controls.Count > 0;
    }

    private static XElement? LineWithControl(Paper paper) => paper.Dice.Pick<XElement?>([null, .. paper.Controls().Where(control => control.Ancestors(W + "p").Any() && paper.Expected.Singles.Contains(Docx.TagOf(control)!) && control.Value.Trim().Length > 0)]);

    private static bool CopyLine(Paper paper)
    {
        if (LineWithControl(paper) is not { } control)
        {
            return false;
        }

        var line = control.Ancestors(W + "p").First();
        line.AddAfterSelf(new XElement(line));
        paper.Expected.Told.UnionWith(["D02", "D04", "D08"]);
        return true;
    }

    private static bool CopyLineChanged(Paper paper)
    {
        if (LineWithControl(paper) is not { } control || paper.TextPaths.All(path => path != Docx.TagOf(control)))
        {
            return false;
        }

        var line = control.Ancestors(W + "p").First();
        var copy = new XElement(line);
        var text = copy.Descendants(W + "sdt").First(inner => Docx.TagOf(inner) == Docx.TagOf(control)).Descendants(W + "t").FirstOrDefault();
        if (text is null)
        {
            return false;
        }

        text.Value = "Nơi khác hẳn";
        line.AddAfterSelf(copy);
        paper.Expected.Told.UnionWith(["D02", "D04", "D08"]);
        return true;
    }

    private static bool Move(Paper paper)
    {
        if (LineWithControl(paper) is not { } control || control.Ancestors(W + "tc").Any())
        {
            return false;
        }

        var line = control.Ancestors(W + "p").First();
        control.Remove();
        line.AddAfterSelf(Element("p", line.Element(W + "pPr") is { } look ? new XElement(look) : null, control));
        paper.Expected.Told.UnionWith(["D02", "D04", "D08"]);
        return true;
    }

    private static bool Delete(Paper paper)
    {
        if (LineWithControl(paper) is not { } control)
        {
            return false;
        }

        if (paper.Controls().Count(other => Docx.TagOf(other) == Docx.TagOf(control)) > 1)
        {
            paper.Expected.Allow(Docx.TagOf(control)!, paper.Expected[Docx.TagOf(control)!]);
        }

        paper.Expected[Docx.TagOf(control)!] = "";
        control.Remove();
        paper.Expected.Told.UnionWith(["D02", "D05"]);
        return true;
    }

    private static bool Empty(Paper paper)
    {
        if (LineWithControl(paper) is not { } control || control.Element(W + "sdtPr")!.Elements(W + "showingPlcHdr").Any())
        {
            return false;
        }

        if (paper.Controls().Count(other => Docx.TagOf(other) == Docx.TagOf(control)) > 1)
        {
            // Its copy still says it.
            paper.Expected.Allow(Docx.TagOf(control)!, paper.Expected[Docx.TagOf(control)!]);
        }

        paper.Expected[Docx.TagOf(control)!] = "";
        control.Element(W + "sdtPr")!.Add(Element("showingPlcHdr"));
        control.Element(W + "sdtContent")!.ReplaceNodes(Element("r", Element("rPr", Element("rStyle", Value("PlaceholderText"))), Text("Bấm hoặc gõ nhẹ vào đây để nhập văn bản.")));
        return true;
    }
}
