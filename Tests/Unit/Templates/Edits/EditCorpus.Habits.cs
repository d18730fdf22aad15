using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.PaperEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>Habits brought along from paper and from older programs.</summary>
internal static partial class EditCorpus
{
    private static IReadOnlyList<EditCase> Habits =>
    [
        new("words struck out instead of deleted are read, and told", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, Looking(" Việc bỏ.", new XElement(Docx.W + "strike"))))
            .ExpectValue("actionContent", "- Việc một. Việc bỏ.\n- Việc hai.").ExpectFinding("D09", "gạch ngang “Việc bỏ.”", "actionContent").ExpectOnly("D09")),
        new("words struck out in a work", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(Item(body, 0), "exemplaryContent").Descendants(Docx.W + "p").First().Add(Looking(" bỏ", new XElement(Docx.W + "dstrike"))))
            .ExpectValue("[0].exemplaryContent", "Nội dung A bỏ").ExpectFinding("D09", "gạch ngang", "exemplaryTasks[0].exemplaryContent").ExpectOnly("D09")),
        new("a choice in the manner of old forms", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, Mark("begin"), new XElement(Docx.W + "r", new XElement(Docx.W + "instrText", " FORMDROPDOWN ")), Mark("separate"), Mark("end")))
            .ExpectAllValues().ExpectFinding("D09", "ô chọn", "actionContent").ExpectOnly("D09")),
        new("a sign made by a field that shows it", () => PlanDocument.Filled()
            .Edit(body => AddToContent(body, Mark("begin"), new XElement(Docx.W + "r", new XElement(Docx.W + "instrText", " SYMBOL 252 ")), Mark("separate"), Docx.Run(" ✓"), Mark("end")))
            .ExpectValue("actionContent", "- Việc một. ✓\n- Việc hai.").ExpectOnly()),
        new("a line in a font from before Unicode", () => PlanDocument.Filled()
            .Edit(body =>
            {
                var line = Line(body, "Đơn vị công tác");
                line.Reword("Đơn vị công tác: ");
                line.Add(Looking("Phßng T­ ph¸p thµnh phè", new XElement(Docx.W + "rFonts", new XAttribute(Docx.W + "ascii", ".VnTime"))));
            })
            .ExpectValue("workUnit", "Phòng Tư pháp thành phố").ExpectOnly()),
        new("a name typed over the beginning of the dots", () => PlanDocument.Filled(("workUnit", ""))
            .Edit(LeaveOnlyText).Edit(body => Line(body, "Đơn vị công tác").Reword("Đơn vị công tác: Phòng Nội vụ................"))
            .ExpectValue("workUnit", "Phòng Nội vụ").ExpectOtherValues("workUnit").ExpectOnly()),
        new("a name typed between the dots", () => PlanDocument.Filled(("workUnit", ""))
            .Edit(body => Line(body, "Đơn vị công tác").Reword("Đơn vị công tác: …… Phòng Nội vụ ……"))
            .ExpectValue("workUnit", "Phòng Nội vụ").ExpectOnly()),
        new("words that end in three dots keep them", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Đơn vị công tác").Reword("Đơn vị công tác: Phòng Tư pháp, Thanh tra..."))
            .ExpectValue("workUnit", "Phòng Tư pháp, Thanh tra...").ExpectOnly()),
        new("a paragraph moved to another field with tracked changes", () => PlanDocument.Filled()
            .Edit(body =>
            {
                var from = Docx.Control(body, "actionContent").Descendants(Docx.W + "p").Last();
                var copy = new XElement(from);
                Track(from, "moveFrom", isGone: true);
                Track(copy, "moveTo", isGone: false);
                Docx.Control(body, "actionSolution").Descendants(Docx.W + "p").First().AddBeforeSelf(copy);
            })
            .ExpectValue("actionContent", "- Việc một.").ExpectValue("actionSolution", "- Việc hai.\nGiao ban tuần.\nTừ tháng 3.").ExpectOnly("D01")),
        new("headings of works numbered by Word", () => PlanDocument.Filled()
            .Package(docx => WithNumbering(docx, "decimal", "%1."))
            .Edit(body =>
            {
                foreach (var heading in new[] { Line(Item(body, 0), "1."), Line(Item(body, 1), "2.") })
                {
                    heading.Reword(TextOf(heading)[3..]);
                    heading.Element(Docx.W + "pPr")!.Add(new XElement(Docx.W + "numPr", new XElement(Docx.W + "ilvl", Value("val", 0)), new XElement(Docx.W + "numId", Value("val", 7))));
                }
            })
            .ExpectAllValues().ExpectOnly()),
        .. new[] { "05/3/2024", "5.3.2024", "05-03-2024", "ngày 5 tháng 3 năm 2024", "Ngày 05 tháng 03 năm 2024." }.Select(date => new EditCase($"the date as {date}", () => PlanDocument.Filled()
            .Edit(body => Redate(body, date)).ExpectValue("documentDate", "2024-03-05").ExpectOtherValues("documentDate").ExpectOnly())),
        .. new[] { "05/3/24", "31/02/2024", "tháng 3 năm 2024", "ngày ..... tháng 3 năm 2024", "đầu tháng 3" }.Select(date => new EditCase($"no sure day in {date}", () => PlanDocument.Filled()
            .Edit(body => Redate(body, date)).ExpectValue("documentDate", "").ExpectOtherValues("documentDate").ExpectFinding("D04", date, "documentDate").ExpectOnly("D04"))),
    ];

    private static XElement Looking(string text, XElement look)
    {
        var run = Docx.Run(text);
        run.AddFirst(new XElement(Docx.W + "rPr", look));
        return run;
    }

    private static XElement Mark(string type) => new(Docx.W + "r", new XElement(Docx.W + "fldChar", new XAttribute(Docx.W + "fldCharType", type)));

    private static void Redate(XElement body, string date)
    {
        var texts = Docx.Control(body, "documentDate").Descendants(Docx.W + "t").ToList();
        texts.ForEach(text => text.Value = "");
        texts[0].Value = date;
    }

    private static void Track(XElement paragraph, string kind, bool isGone)
    {
        paragraph.Element(Docx.W + "pPr")!.Add(new XElement(Docx.W + "rPr", new XElement(Docx.W + kind, new XAttribute(Docx.W + "id", 90))));
        foreach (var run in paragraph.Descendants(Docx.W + "r").ToList())
        {
            run.ReplaceWith(new XElement(Docx.W + kind, new XAttribute(Docx.W + "id", 91), isGone ? new XElement(Docx.W + "r", new XElement(Docx.W + "delText", run.Value)) : new XElement(run)));
        }
    }
}
