using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.PaperEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>What the eye sees and is no plain letter: signs, breaks, formulas, boxes, pictures, numbering, notes.</summary>
internal static partial class EditCorpus
{
    private static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    private static IReadOnlyList<EditCase> Visible =>
    [
        new("the arrow Word makes of two hyphens", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, Sign("Wingdings", "F0E0"), Docx.Run(" đích")))
            .ExpectValue("actionContent", "- Việc một.→ đích\n- Việc hai.").ExpectOnly()),
        new("an arrow that another program wrote as a letter of the sign font", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, new XElement(Docx.W + "r", new XElement(Docx.W + "rPr", new XElement(Docx.W + "rFonts", new XAttribute(Docx.W + "ascii", "Wingdings"))), new XElement(Docx.W + "t", "\uF0E0"))))
            .ExpectValue("actionContent", "- Việc một.→\n- Việc hai.").ExpectOnly()),
        new("a sign nobody knows", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, Sign("Webdings", "F021")))
            .ExpectAllValues().ExpectFinding("D09", "II.1 Nội dung, công việc cụ thể", "actionContent").ExpectOnly("D09")),
        new("a page break between words", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, new XElement(Docx.W + "r", new XElement(Docx.W + "br", new XAttribute(Docx.W + "type", "page"))), Docx.Run("Trang sau.")))
            .ExpectValue("actionContent", "- Việc một.\nTrang sau.\n- Việc hai.").ExpectOnly()),
        new("a formula", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, new XElement(Math + "oMath", new XElement(Math + "r", new XElement(Math + "t", "x=2")))))
            .ExpectValue("actionContent", "- Việc một.x=2\n- Việc hai.").ExpectFinding("D09", "công thức", "actionContent").ExpectOnly("D09")),
        new("a text box in a field", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, TextBox("Chữ trong khung")))
            .ExpectAllValues().ExpectFinding("D09", "Chữ trong khung", "actionContent").ExpectOnly("D09")),
        new("a text box outside the fields", () => PlanDocument.Filled()
            .Edit(body => Line(body, "I. NỘI DUNG").Add(TextBox("Chữ bay")))
            .ExpectAllValues().ExpectFinding("D08", "Chữ bay").ExpectOnly("D08")),
        new("a picture in a field", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, new XElement(Docx.W + "r", new XElement(Docx.W + "drawing"))))
            .ExpectAllValues().ExpectFinding("D09", "hình", "actionContent").ExpectOnly("D09")),
        new("a seal or signature as a picture at the foot", () => PlanDocument.Filled()
            .Edit(body => Line(body, "(Ký, ghi rõ").Add(new XElement(Docx.W + "r", new XElement(Docx.W + "drawing"))))
            .ExpectAllValues().ExpectOnly()),
        new("a footnote in a field", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, new XElement(Docx.W + "r", new XElement(Docx.W + "footnoteReference", new XAttribute(Docx.W + "id", 2)))))
            .ExpectAllValues().ExpectFinding("D09", "chú thích", "actionContent").ExpectOnly("D09")),
        new("hyphens that Word turned into a list", () => PlanDocument.Filled()
            .Package(docx => WithNumbering(docx, "bullet", "-"))
            .Edit(body => Number(body, "- ")).ExpectAllValues().ExpectOnly()),
        new("numbers that Word counts", () => PlanDocument.Filled(("actionContent", "1. Việc một.\n2. Việc hai."))
            .Package(docx => WithNumbering(docx, "decimal", "%1."))
            .Edit(body => Number(body, "1. ", "2. ")).ExpectAllValues().ExpectOnly()),
        new("numbers of a kind we cannot count", () => PlanDocument.Filled(("actionContent", "Việc một.\nViệc hai."))
            .Package(docx => WithNumbering(docx, "hebrew1", "%1."))
            .Edit(body => Number(body)).ExpectAllValues().ExpectFinding("D09", "số thứ tự", "actionContent").ExpectOnly("D09")),
    ];

    private static void AddToContent(XElement body, params object[] content) => Docx.Control(body, "actionContent").Descendants(Docx.W + "p").First().Add(content);

    private static XElement Sign(string font, string code) =>
        new(Docx.W + "r", new XElement(Docx.W + "sym", new XAttribute(Docx.W + "font", font), new XAttribute(Docx.W + "char", code)));

    private static XElement TextBox(string text)
    {
        XNamespace vml = "urn:schemas-microsoft-com:vml";
        return new XElement(Docx.W + "r", new XElement(Docx.W + "pict", new XElement(vml + "shape", new XElement(vml + "textbox",
            new XElement(Docx.W + "txbxContent", new XElement(Docx.W + "p", Docx.Run(text)))))));
    }

    // The letters that counted by hand disappear into the numbering.
    private static void Number(XElement body, params string[] marks)
    {
        foreach (var (paragraph, index) in Docx.Control(body, "actionContent").Descendants(Docx.W + "p").Select((paragraph, index) => (paragraph, index)))
        {
            paragraph.Element(Docx.W + "pPr")!.Add(new XElement(Docx.W + "numPr",
                new XElement(Docx.W + "ilvl", new XAttribute(Docx.W + "val", 0)), new XElement(Docx.W + "numId", new XAttribute(Docx.W + "val", 7))));
            var text = paragraph.Descendants(Docx.W + "t").First();
            text.Value = marks.Length == 0 ? text.Value : text.Value[marks[int.Min(index, marks.Length - 1)].Length..];
        }
    }

    private static byte[] WithNumbering(byte[] docx, string format, string text) => Docx.EditPart(docx, "word/numbering.xml", numbering =>
    {
        var level = new XElement(Docx.W + "lvl", Value("ilvl", 0), new XElement(Docx.W + "start", Value("val", 1)), new XElement(Docx.W + "numFmt", Value("val", format)), new XElement(Docx.W + "lvlText", Value("val", text)));
        numbering.AddFirst(new XElement(Docx.W + "abstractNum", Value("abstractNumId", 33), level));
        numbering.Add(new XElement(Docx.W + "num", Value("numId", 7), new XElement(Docx.W + "abstractNumId", Value("val", 33))));
    });

    private static XAttribute Value(string name, object value) => new(Docx.W + name, value);
}
