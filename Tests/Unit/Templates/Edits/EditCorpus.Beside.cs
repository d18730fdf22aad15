using HocTap.Office.Templates.Reading;
using static HocTap.Office.Tests.Unit.Templates.Edits.PaperEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>Words typed beside, above or below a field.</summary>
internal static partial class EditCorpus
{
    private static IReadOnlyList<EditCase> Beside =>
    [
        new("typed behind the last bookmark of a field of several paragraphs", () => PlanDocument.Filled()
            .Edit(body =>
            {
                LeaveOnlyBookmarks(body);
                EndBookmarkInside(Line(body, "- Việc hai."));
                Line(body, "- Việc hai.").Add(Docx.Run(" Thêm cuối."));
            })
            .ExpectValue("actionContent", "- Việc một.\n- Việc hai. Thêm cuối.").ExpectOutcome<FieldOutcome.Changed>("actionContent").ExpectOnly()),
        new("typed before the first bookmark of a field of several paragraphs", () => PlanDocument.Filled()
            .Edit(body =>
            {
                LeaveOnlyBookmarks(body);
                Line(body, "Giao ban").Element(Docx.W + "pPr")!.AddAfterSelf(Docx.Run("Trước hết: "));
            })
            .ExpectValue("actionSolution", "Trước hết: Giao ban tuần.\nTừ tháng 3.").ExpectOnly()),
        new("a paragraph below a field of several paragraphs", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(body, "actionContent").AddAfterSelf(Paragraph("- Việc ba.")))
            .ExpectValue("actionContent", "- Việc một.\n- Việc hai.\n- Việc ba.").ExpectOnly()),
        new("a paragraph below the bookmark of a field of several paragraphs", () => PlanDocument.Filled()
            .Edit(body => Line(body, "2. Giải pháp").AddBeforeSelf(Paragraph("- Việc ba."), Paragraph("- Việc bốn.")))
            .ExpectValue("actionContent", "- Việc một.\n- Việc hai.\n- Việc ba.\n- Việc bốn.").ExpectOnly()),
        new("a paragraph below the last field of section II", () => PlanDocument.Filled()
            .Edit(body => Line(body, "III.").ElementsBeforeSelf(Docx.W + "bookmarkStart").Last().AddBeforeSelf(Paragraph("Tổng kết tháng 12.")))
            .ExpectValue("actionSolution", "Giao ban tuần.\nTừ tháng 3.\nTổng kết tháng 12.").ExpectOnly()),
        new("a paragraph between a heading and its field", () => PlanDocument.Filled()
            .Edit(body => Line(body, "1. Nội dung, công việc").AddAfterSelf(Paragraph("- Việc không.", "HtHeading")))
            .ExpectValue("actionContent", "- Việc không.\n- Việc một.\n- Việc hai.").ExpectOnly()),
        new("a paragraph below the dots of an empty field", () => PlanDocument.Filled(("actionContent", ""))
            .Edit(body => Line(body, "2. Giải pháp").AddBeforeSelf(Paragraph("- Việc duy nhất.")))
            .ExpectValue("actionContent", "- Việc duy nhất.").ExpectOnly()),
        new("typed behind a field on its label line", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Chức vụ Đảng").Add(Docx.Run(", chi ủy viên")))
            .ExpectValue("partyPosition", "Đảng viên, chi ủy viên").ExpectOtherValues("partyPosition").ExpectOnly()),
        new("typed between a label and its field", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(body, "fullName").AddBeforeSelf(Docx.Run("Ông ")))
            .ExpectValue("fullName", "Ông Đường Duy Đệ").ExpectOnly()),
        new("typed behind a field inside a sentence", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(body, "orgPlanNumber").AddAfterSelf(Docx.Run("-TP")))
            .ExpectValue("orgPlanNumber", "03-KH/CB-TP").ExpectOtherValues("orgPlanNumber").ExpectOnly()),
        new("typed behind the dots of an empty field on its label line", () => PlanDocument.Filled(("workUnit", ""))
            .Edit(body => Line(body, "Đơn vị công tác").Add(Docx.Run(" Phòng Nội vụ")))
            .ExpectValue("workUnit", "Phòng Nội vụ").ExpectOnly()),
        new("a control on a label line replaced by plain words", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Đơn vị công tác").Reword("Đơn vị công tác: Phòng Nội vụ"))
            .ExpectValue("workUnit", "Phòng Nội vụ").ExpectOnly()),
        new("a signature's field emptied so that its control holds nothing", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(body, "confirmerName").Element(Docx.W + "sdtContent")!.RemoveNodes())
            .ExpectEmptied("confirmerName")),
        new("a signature's field emptied so that its run holds no letters", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(body, "confirmerTitle").Descendants(Docx.W + "t").First().Value = "")
            .ExpectEmptied("confirmerTitle")),
        new("a signature's field emptied that has its bookmark only", () => PlanDocument.Filled()
            .Edit(body =>
            {
                Docx.Control(body, "confirmerName").Remove();
                Assert.Contains("_ht_confirmerName", body.Descendants(Docx.W + "bookmarkStart").Select(start => (string?)start.Attribute(Docx.W + "name")));
            })
            .ExpectEmptied("confirmerName")),
        new("a signature's field emptied and its line typed anew elsewhere", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(body, "confirmerName").Element(Docx.W + "sdtContent")!.RemoveNodes())
            .Edit(body => Line(body, "Chức vụ Đảng").Reword("Chức vụ Đảng: Chi ủy viên"))
            .ExpectValue("confirmerName", "").ExpectValue("partyPosition", "Chi ủy viên").ExpectOtherValues("confirmerName", "partyPosition").ExpectOnly()),
        new("label lines typed anew with a space before the colon", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Đơn vị công tác").Reword("Đơn vị công tác : Văn phòng"))
            .Edit(body => Line(body, "Chức vụ Đảng").Reword("Chức vụ Đảng :  Đảng viên"))
            .ExpectValue("workUnit", "Văn phòng").ExpectOtherValues("workUnit").ExpectOnly()),
        new("a label line with a space before the colon and its control", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Chức vụ Đảng").Elements(Docx.W + "r").First().Element(Docx.W + "t")!.Value = "Chức vụ Đảng : ")
            .ExpectAllValues().ExpectOnly()),
        new("a label line typed anew with a dash for the colon", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Đơn vị công tác").Reword("Đơn vị công tác – Văn phòng - Thống kê : tổ 1"))
            .ExpectValue("workUnit", "Văn phòng - Thống kê : tổ 1").ExpectOtherValues("workUnit").ExpectOnly()),
        new("a second label line typed below the first", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Họ và tên").AddAfterSelf(Paragraph("Họ và tên: Người Khác")))
            .ExpectAllValues().ExpectFinding("D08", "Họ và tên: Người Khác").ExpectOnly("D08")),
        new("a paragraph among the bases", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Tôi xây dựng").AddBeforeSelf(Paragraph("- Căn cứ chức năng, nhiệm vụ được giao;")))
            .ExpectAllValues().ExpectFinding("D08", "- Căn cứ chức năng, nhiệm vụ được giao;").ExpectOnly("D08")),
        new("an empty date whose prompt is Word's own, and a date in the body", () => PlanDocument.Filled(("documentDate", ""), ("actionContent", "Dự sinh hoạt chuyên đề của chi bộ, ngày 03/6/2024"))
            .Package(docx => WithoutBases(docx))
            .Edit(body => Empty(body, "documentDate", "Click or tap here to enter text."))
            .ExpectValue("documentDate", "").ExpectRule("C01", "documentDate").ExpectOnly()),
        new("an emptied date beside bases that name dates", () => PlanDocument.Filled()
            .Edit(body => Empty(body, "documentDate", "Bấm hoặc gõ nhẹ vào đây để nhập văn bản."))
            .ExpectValue("documentDate", "").ExpectOtherValues("documentDate").ExpectOnly()),
        new("a deleted date and a date in the body", () => PlanDocument.Filled(("actionSolution", "Tại trụ sở, ngày 20 tháng 3 năm 2024"))
            .Edit(body => Docx.Control(body, "documentDate").Remove())
            .ExpectValue("documentDate", "").ExpectValue("placeName", "Lam Kiều").ExpectRule("C01", "documentDate")),
        new("an emptied owner's name", () => PlanDocument.Filled()
            .Edit(body => Empty(body, "planOwnerName", "Click or tap here to enter text."))
            .ExpectValue("planOwnerName", "").ExpectRule("C01", "planOwnerName")),
        new("real words in a control that still says it shows its prompt", () => PlanDocument.Filled()
            .Edit(body => Docx.Control(body, "partyPosition").Element(Docx.W + "sdtPr")!.Element(Docx.W + "id")!.AddAfterSelf(new System.Xml.Linq.XElement(Docx.W + "showingPlcHdr")))
            .ExpectAllValues().ExpectOnly()),
    ];

    private static void LeaveOnlyBookmarks(System.Xml.Linq.XElement body)
    {
        foreach (var control in body.Descendants(Docx.W + "sdt").Reverse().ToList())
        {
            control.ReplaceWith(control.Element(Docx.W + "sdtContent")!.Nodes());
        }
    }

    // Where LibreOffice puts it.
    private static void EndBookmarkInside(System.Xml.Linq.XElement paragraph)
    {
        var end = paragraph.ElementsAfterSelf(Docx.W + "bookmarkEnd").First();
        end.Remove();
        paragraph.Add(end);
    }

    private static byte[] WithoutBases(byte[] docx)
    {
        var bare = Docx.Edit(docx, body => body.Descendants(Docx.W + "p").Where(line => TextOf(line).StartsWith("- Căn cứ K", StringComparison.Ordinal) && !line.Descendants(Docx.W + "sdt").Any()).ToList().ForEach(line => line.Remove()));
        return Docx.EditPart(bare, "customXml/item1.xml", form => form.Descendants().Where(line => line.Name.LocalName == "line" && line.Value.StartsWith("- Căn cứ K", StringComparison.Ordinal) && !line.Value.Contains('{', StringComparison.Ordinal)).ToList().ForEach(line => line.Remove()));
    }
}
