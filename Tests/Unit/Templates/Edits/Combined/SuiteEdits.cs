using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.Paper;
using static HocTap.Office.Tests.Unit.Templates.Edits.Combined.ProgramEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>The handwriting of one office program each, and of one command each: nothing changes for the eye, so nothing may be told.</summary>
internal static class SuiteEdits
{
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
    private static readonly XNamespace Wps = "http://www.wps.cn/officeDocument/2013/wpsCustomData";

    public static IReadOnlyList<PaperEdit> All =>
    [
        new("an online editor that puts controls of its own around runs", GoogleControls),
        PaperEdit.Always("marks of another office suite between runs", paper => Some(paper, run =>
        {
            run.AddBeforeSelf(new XElement(Wps + "docfieldStart", new XAttribute("docfieldname", "x"), new XAttribute("hidden", 0)));
            run.AddAfterSelf(new XElement(Wps + "docfieldEnd"));
        })),
        PaperEdit.Always("numbers of controls and bookmarks given anew", NumberAnew),
        PaperEdit.Always("names of Word 2013 dropped", paper => paper.Body.Descendants().Where(element => element.Name.Namespace == W15).Remove()),
        PaperEdit.Always("looks of another machine on every run", Relook),
        PaperEdit.Always("the whole document in one control", WrapAll),
        new("the section of rows opened and its items left", paper => OpenFirst(paper, control => Docx.TagOf(control) == paper.Rows.Tag)),
        new("the items of the section opened and the section left", paper => OpenEach(paper, control => control.Parent?.Parent is { } section && Docx.TagOf(section) == paper.Rows.Tag)),
        PaperEdit.Always("capitals by formatting", paper => Some(paper, run => Properties(run, "rPr").Add(Element(paper.Dice.Next(2) == 0 ? "caps" : "smallCaps")))),
        PaperEdit.Always("spaces written as line feeds", paper => Some(paper, FeedLines)),
        PaperEdit.Always("runs written twice for newer and older programs", paper => Some(paper, run => run.ReplaceWith(new XElement(Mc + "AlternateContent",
            new XElement(Mc + "Choice", new XAttribute("Requires", "w16du"), Noted(new XElement(run), null)),
            new XElement(Mc + "Fallback", new XElement(run)))))),
        PaperEdit.Always("words hidden by a style", HideByStyle),
        new("a first letter dropped over the lines", DropLetter),
        PaperEdit.Always("the table given a place of its own on the page", paper => paper.Body.Descendants(W + "tbl").ToList().ForEach(table => Properties(table, "tblPr").AddFirst(Element("tblpPr", new XAttribute(W + "vertAnchor", "text"))))),
    ];

    private static void Some(Paper paper, Action<XElement> edit) => paper.AllRuns().Where(_ => paper.Dice.Next(3) == 0).ToList().ForEach(edit);

    // A run in a style of its own keeps what the style says.
    private static void Relook(Paper paper)
    {
        foreach (var run in paper.AllRuns().Where(run => run.Element(W + "rPr")?.Element(W + "rStyle") is null))
        {
            Properties(run, "rPr").Add(
                Element("rFonts", new XAttribute(W + "hint", "default"), new XAttribute(W + "ascii", "Times New Roman"), new XAttribute(W + "cs", "Times New Roman")),
                Element("rtl", Value(0)), Element("vanish", Value(0)), Element("strike", Value("false")), Element("dstrike", Value(0)), Element("lang", Value("vi-VN")));
        }
    }

    // No control, bookmark, part or style of ours is left, and some runs stand in a control that nobody made.
    private static bool GoogleControls(Paper paper)
    {
        if (!PaperEdit.Named("an online editor: no controls, bookmarks, part or styles").Apply(paper))
        {
            return false;
        }

        var number = 0;
        XElement Around(XElement inner) => Element("sdt",
            Element("sdtPr", Element("id", Value(++number)), Element("tag", Value(string.Create(CultureInfo.InvariantCulture, $"goog_rdk_{number}")))), Element("sdtContent", inner));
        Some(paper, run => run.ReplaceWith(Around(new XElement(run))));
        foreach (var line in paper.Body.Elements(W + "p").Where(_ => paper.Dice.Next(4) == 0).ToList())
        {
            line.ReplaceWith(Around(new XElement(line)));
        }

        return true;
    }

    private static void NumberAnew(Paper paper)
    {
        var next = 4000;
        foreach (var id in paper.Body.Descendants(W + "sdtPr").Elements(W + "id"))
        {
            id.SetAttributeValue(W + "val", ++next);
        }

        foreach (var mark in paper.Body.Descendants().Where(mark => mark.Name == W + "bookmarkStart" || mark.Name == W + "bookmarkEnd"))
        {
            mark.SetAttributeValue(W + "id", $"1{mark.Attribute(W + "id")!.Value}");
        }
    }

    private static void WrapAll(Paper paper)
    {
        var content = paper.Body.Elements().Where(element => element.Name != W + "sectPr").ToList();
        content.ForEach(element => element.Remove());
        paper.Body.AddFirst(Element("sdt", Element("sdtPr", Element("id", Value(-77)), Element("docPartObj", Element("docPartGallery", Value("Cover Pages")))), Element("sdtContent", content)));
    }

    private static bool OpenFirst(Paper paper, Func<XElement, bool> test)
    {
        var control = paper.Body.Descendants(W + "sdt").FirstOrDefault(test);
        control?.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        return control is not null;
    }

    private static bool OpenEach(Paper paper, Func<XElement, bool> test)
    {
        var opened = 0;
        while (OpenFirst(paper, test))
        {
            opened++;
        }

        return opened > 0;
    }

    // Word shows a line feed between tags as the space it is in XML.
    private static void FeedLines(XElement run)
    {
        foreach (var text in run.Elements(W + "t"))
        {
            text.Value = string.Join('\n', text.Value.Split(' ', 2));
        }
    }

    private static void HideByStyle(Paper paper)
    {
        if (!paper.HasPart("word/styles.xml"))
        {
            return;
        }

        paper.EditText("word/styles.xml", text => text.Contains("\"An2\"", StringComparison.Ordinal) ? text : text.Replace("</w:styles>",
            "<w:style w:type=\"character\" w:styleId=\"An1\"><w:name w:val=\"Chữ ẩn\"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"An2\"><w:name w:val=\"Chữ ẩn 2\"/><w:basedOn w:val=\"An1\"/></w:style></w:styles>", StringComparison.Ordinal));
        Some(paper, run => run.AddAfterSelf(Element("r", Element("rPr", Element("rStyle", Value(paper.Dice.Next(2) == 0 ? "An1" : "An2"))), Text("ẩn theo kiểu"))));
    }

    private static bool DropLetter(Paper paper)
    {
        var runs = paper.TextPaths.Where(path => paper.Expected.FieldOf(path).Type == FieldType.Multi).Select(path => paper.TextRuns(path)[0])
            .Where(run => run.Value.Length > 1 && char.IsLetter(run.Value[0]) && char.IsLetter(run.Value[1]) && run.Elements(W + "t").First().Value.Length > 1 && IsFirst(run)).ToList();
        if (runs.Count == 0)
        {
            return false;
        }

        var run = paper.Dice.Pick(runs);
        var (paragraph, text) = (run.Ancestors(W + "p").First(), run.Elements(W + "t").First());
        var letter = RunLike(run, text.Value[..1]);
        text.Value = text.Value[1..];
        paragraph.AddBeforeSelf(Element("p", Element("pPr", Element("framePr", new XAttribute(W + "dropCap", "drop"), new XAttribute(W + "lines", 2))), letter));
        return true;
    }

    private static bool IsFirst(XElement run) => run.Parent!.Name == W + "p" && run.Parent.Descendants(W + "t").First().Parent == run;
}
