using HocTap.Office.Templates.Reading;
using static HocTap.Office.Tests.Unit.Templates.Edits.PaperEdits;

namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>Printed words changed or lost, words of people's own between them, and copies without controls.</summary>
internal static partial class EditCorpus
{
    private static IReadOnlyList<EditCase> FixedWords =>
    [
        new("one fixed line deleted and words typed elsewhere", () => PlanDocument.Filled()
            .Edit(body =>
            {
                Line(body, "-----").Remove();
                Line(body, "Tôi xây dựng").AddAfterSelf(Paragraph("Ghi thêm của tôi."));
            })
            .ExpectFinding("D02", "-----").ExpectFinding("D08", "Ghi thêm của tôi.").ExpectAllValues().ExpectOnly("D02", "D08")),
        new("a fixed sentence with some words changed", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Tôi xây dựng").Descendants(Docx.W + "t").First().Value = "Tôi lập kế hoạch của cá nhân về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm ")
            .ExpectFinding("D02", "Tôi xây dựng").ExpectAllValues().ExpectOnly("D02")),
        new("two fixed lines deleted and a third one changed beside them", () => PlanDocument.Filled()
            .Edit(body =>
            {
                Line(body, "I. NỘI DUNG HỌC TẬP").Remove();
                Line(body, "II. NỘI DUNG LÀM THEO").Remove();
                Line(body, "Tôi xây dựng").Descendants(Docx.W + "t").First().Value = "Tôi lập kế hoạch của cá nhân về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm ";
            })
            .ExpectAllValues().ExpectOnly("D02", "D02", "D02")),
        new("a long sentence changed behind where its quote would end", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Trên đây").Descendants(Docx.W + "t").First(text => text.Value.Contains("2024", StringComparison.Ordinal)).Value = "2025")
            .ExpectAllValues().ExpectFinding("D02", "năm 2024 của cá nhân tôi").ExpectFinding("D02", "năm 2025 của cá nhân tôi").ExpectOnly("D02")),
        new("a long sentence changed behind a field of it", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Trên đây").Elements(Docx.W + "r").Last().Element(Docx.W + "t")!.Value = " xem xét và cho ý kiến.")
            .ExpectAllValues().ExpectFinding("D02", "xem xét và cho ý kiến.").ExpectOnly("D02")),
        new("a heading in quite other words", () => PlanDocument.Filled()
            .Edit(body => Line(body, "2. Giải pháp").Reword("2. Cách làm:"))
            .ExpectFinding("D02", "2. Giải pháp, thời gian thực hiện:").ExpectAllValues().ExpectOnly("D02")),
        new("a changed label line names no tags", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Chức vụ Đảng").Elements(Docx.W + "r").First().Element(Docx.W + "t")!.Value = "Chức danh Đảng: ")
            .ExpectFinding("D02", "Chức vụ Đảng: …").ExpectAllValues().ExpectOnly("D02")),
        new("loose words without the XML part", () => PlanDocument.Filled()
            .Package(docx => Docx.Without(docx, "customXml/item1.xml"))
            .Edit(body =>
            {
                Line(body, "Trên đây").AddAfterSelf(Paragraph("Ghi thêm ở cuối."));
                Line(body, "Tôi xây dựng").AddAfterSelf(Paragraph("- Ghi thêm ở giữa."));
            })
            .ExpectFinding("D08", "Ghi thêm ở cuối.").ExpectFinding("D08", "- Ghi thêm ở giữa.").ExpectOnly("D06", "D08", "D08").ExpectOtherValues()),
        new("a lost sentence without the XML part", () => PlanDocument.Filled()
            .Package(docx => Docx.Without(docx, "customXml/item1.xml"))
            .Edit(body => Line(body, "II. NỘI DUNG LÀM THEO").Remove())
            .ExpectFinding("D02", "II. NỘI DUNG LÀM THEO").ExpectOnly("D06", "D02").ExpectOtherValues()),
        new("an unaltered paper without controls and bookmarks", () => PlanDocument.Filled()
            .Edit(LeaveOnlyText).ExpectAllValues().ExpectOnly()),
        new("a paper without controls, bookmarks and XML part", () => PlanDocument.Filled()
            .Package(docx => Docx.Without(docx, "customXml/item1.xml")).Edit(LeaveOnlyText)
            .ExpectOtherValues().ExpectOnly("D06")),
        new("the same, the name of who issued the plan in doubt", () => PlanDocument.Filled(("orgPlanIssuer", "Ban Chỉ đạo về dân chủ ở cơ sở"))
            .Package(docx => Docx.Without(docx, "customXml/item1.xml")).Edit(LeaveOnlyText)
            .ExpectOtherValues("orgPlanNumber", "orgPlanDate", "orgPlanIssuer").ExpectOnly("D06", "D05", "D05", "D05")),
        new("the same, the basis of the unit's plan deleted: none of the others is taken for it", () => PlanDocument.Filled()
            .Package(docx => Docx.Without(docx, "customXml/item1.xml")).Edit(LeaveOnlyText)
            .Edit(body => Line(body, "Tôi xây dựng").ElementsBeforeSelf(Docx.W + "p").Last().Remove())
            .ExpectOtherValues("orgPlanNumber", "orgPlanDate", "orgPlanIssuer").ExpectOnly("D06", "D05", "D05", "D05")),
        new("a paper without controls, one value changed by hand", () => PlanDocument.Filled()
            .Edit(body =>
            {
                LeaveOnlyText(body);
                Line(body, "Chức vụ Đảng").Reword("Chức vụ Đảng: Bí thư chi bộ");
            })
            .ExpectValue("partyPosition", "Bí thư chi bộ").ExpectOtherValues("partyPosition").ExpectOnly()),
        new("a paper without controls whose values hold printed words", () => PlanDocument.Filled(("orgPlanNumber", "03-KH/CB, ngày ký của A"), ("orgPlanIssuer", "Chi bộ về thực hiện học tập"))
            .Edit(LeaveOnlyText).ExpectAllValues().ExpectOnly()),
        new("a paper without controls whose words look like headings", () => WithContent("a\n2. Giải pháp, thời gian thực hiện:\nb\nIII. ĐĂNG KÝ NÊU GƯƠNG")
            .Edit(LeaveOnlyText).ExpectAllValues().ExpectOnly()),
        new("a paper whose words look like headings, without any style", () => WithContent("a\n2. Giải pháp, thời gian thực hiện:\nb")
            .Edit(body =>
            {
                LeaveOnlyText(body);
                LeaveNoStyles(body);
            })
            .ExpectAllValues().ExpectOnly()),
        new("a filed copy without controls is read again the same", () => PlanDocument.Filled()
            .Package(docx => Docx.Without(docx, "customXml/item1.xml")).Edit(LeaveOnlyText)
            .Package(Stamped).ExpectOtherValues("orgPlanNumber", "orgPlanDate", "orgPlanIssuer")),
        new("a label line deleted", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Đơn vị công tác").Remove())
            .ExpectValue("workUnit", "").ExpectOutcome<FieldOutcome.Missing>("workUnit").ExpectFinding("D05", "Đơn vị công tác")),
        new("a hundred lines of people's own are counted, not all listed", () => PlanDocument.Filled()
            .Edit(body => Line(body, "Trên đây").AddAfterSelf(Enumerable.Range(1, 100).Select(n => Paragraph($"Đoạn thêm {n}.")).ToArray<object>()))
            .ExpectFinding("D08", "Đoạn thêm 1.").ExpectFinding("D08", "80 đoạn khác").ExpectAllValues()),
    ];

    private static PlanDocument WithContent(string content) => PlanDocument.Filled(("actionContent", content));

    private static byte[] Stamped(byte[] docx)
    {
        var document = Templates.Reading.Of(docx);
        return DocumentStamp.WithRowIds(docx, new(document.Form.Code, "HT2024", "P-TP", "N0326"), document.Form, document.Values);
    }
}
