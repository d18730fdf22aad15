using System.Xml.Linq;
using static HocTap.Office.Tests.Unit.Templates.Edits.PaperEdits;
using static HocTap.Office.Tests.Unit.Templates.Edits.PlanDocument;

namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>What happens among the works of section III.</summary>
internal static partial class EditCorpus
{
    private static readonly PlanRow LabelsInside = new("r1", "1", "x\n- Giải pháp, thời gian thực hiện:\ny", "z\n2. Công việc số 2\nw", "liên kết A");
    private static readonly PlanRow LabelsFirst = new("r2", "2", "- Giải pháp, thời gian thực hiện:\ny", "2. Công việc số 2\nw");

    private static IReadOnlyList<EditCase> Works =>
    [
        new("works whose words look like labels, without controls and bookmarks", () => WithRows(LabelsInside, RowB)
            .Edit(LeaveOnlyText).ExpectAllValues().ExpectOnly()),
        new("works that begin with words like labels, without controls and bookmarks", () => WithRows(RowA, LabelsFirst, RowB)
            .Edit(LeaveOnlyText).ExpectAllValues().ExpectOnly()),
        new("works whose words look like labels, without any style", () => WithRows(LabelsInside, LabelsFirst)
            .Edit(body =>
            {
                LeaveOnlyText(body);
                LeaveNoStyles(body);
            })
            .ExpectAllValues().ExpectOnly()),
        new("a second work typed with its words on the label lines", () => WithRows(RowA)
            .Edit(body => BelowRows(body, "2. Công việc số 2", "- Nội dung, mục tiêu: ND hai", "- Giải pháp, thời gian thực hiện: GP hai"))
            .ExpectRows(2).ExpectValue("[0].exemplarySolution", "Giải pháp A")
            .ExpectValue("[1].exemplaryContent", "ND hai").ExpectValue("[1].exemplarySolution", "GP hai").ExpectOnly("D03")),
        new("a second work typed on label and further lines", () => WithRows(RowA)
            .Edit(body => BelowRows(body, "2. Công việc số 2", "- Nội dung, mục tiêu: ND hai", "thêm", "- Giải pháp, thời gian thực hiện:", "GP hai"))
            .ExpectValue("[1].exemplaryContent", "ND hai\nthêm").ExpectValue("[1].exemplarySolution", "GP hai").ExpectOnly("D03")),
        new("words typed behind a label", () => WithRows(RowA)
            .Edit(body => Line(Item(body, 0), "- Nội dung").Add(Docx.Run(" Trước hết.")))
            .ExpectRows(1).ExpectValue("[0].exemplaryContent", "Trước hết.\nNội dung A").ExpectValue("[0].rowId", "r1").ExpectOnly()),
        new("a paragraph between the heading of a work and its first label", () => Filled()
            .Edit(body => Line(body, "2. Công việc số 2").AddAfterSelf(Paragraph("Lời dẫn của tôi.")))
            .ExpectAllValues().ExpectFinding("D08", "Lời dẫn của tôi.").ExpectOnly("D08")),
        new("a paragraph between the section and its first work", () => Filled()
            .Edit(body => Line(body, "III.").AddAfterSelf(Paragraph("Lời mở đầu.")))
            .ExpectAllValues().ExpectFinding("D08", "Lời mở đầu.").ExpectOnly("D08")),
        new("an Enter behind the last words of a work", () => Filled()
            .Edit(body => Docx.Control(Item(body, 1), "exemplarySolution").AddAfterSelf(Paragraph("Dòng mới cuối B")))
            .ExpectValue("[1].exemplarySolution", "Giải pháp B\nDòng mới cuối B").ExpectValue("[1].rowId", "r2").ExpectOnly()),
        new("the label of the solution in other words", () => Filled()
            .Edit(body => Line(Item(body, 0), "- Giải pháp").Reword("- Biện pháp, tiến độ:"))
            .ExpectAllValues().ExpectFinding("D02", "- Giải pháp, thời gian thực hiện:").ExpectFinding("D02", "- Biện pháp, tiến độ:").ExpectOnly("D02")),
        new("the label of the content in other words", () => Filled()
            .Edit(body => Line(Item(body, 0), "- Nội dung").Reword("- Mục tiêu cụ thể:"))
            .ExpectAllValues().ExpectFinding("D02", "- Mục tiêu cụ thể:").ExpectOnly("D02")),
        new("a label deleted", () => Filled()
            .Edit(body => Line(Item(body, 1), "- Giải pháp").Remove())
            .ExpectAllValues().ExpectFinding("D02", "- Giải pháp, thời gian thực hiện:").ExpectOnly("D02")),
        new("the heading of a work in other words", () => Filled()
            .Edit(body => Line(Item(body, 1), "2. Công việc").Reword("2. Việc thứ hai"))
            .ExpectAllValues().ExpectFinding("D02", "2. Việc thứ hai").ExpectOnly("D02")),
        new("the heading of a work with a title behind it", () => Filled()
            .Edit(body => Line(Item(body, 1), "2. Công việc").Reword("2. Công việc số 2: chống rác thải"))
            .ExpectAllValues().ExpectFinding("D08", "chống rác thải").ExpectOnly("D08")),
        new("a third work typed with a title in its heading", () => Filled()
            .Edit(body => BelowRows(body, "3. Công việc số 3: chống rác thải", "- Nội dung, mục tiêu:", "ND ba", "- Giải pháp, thời gian thực hiện:", "GP ba"))
            .ExpectRows(3).ExpectValue("[1].exemplarySolution", "Giải pháp B").ExpectValue("[2].exemplaryContent", "ND ba").ExpectValue("[2].exemplarySolution", "GP ba")
            .ExpectFinding("D08", "chống rác thải").ExpectOnly("D08", "D03")),
        new("a second work under a heading of people's own", () => WithRows(RowA)
            .Edit(body => BelowRows(body, "2. Việc số hai", "- Nội dung, mục tiêu:", "ND hai", "- Giải pháp, thời gian thực hiện:", "GP hai"))
            .ExpectRows(2).ExpectValue("[0].exemplarySolution", "Giải pháp A").ExpectValue("[1].exemplaryContent", "ND hai").ExpectValue("[1].exemplarySolution", "GP hai")
            .ExpectFinding("D02", "2. Việc số hai").ExpectOnly("D02", "D03")),
        new("a second work without a heading", () => WithRows(RowA)
            .Edit(body => BelowRows(body, "- Nội dung, mục tiêu:", "ND hai", "- Giải pháp, thời gian thực hiện:", "GP hai"))
            .ExpectRows(2).ExpectValue("[1].exemplaryContent", "ND hai").ExpectFinding("D02", "Công việc số").ExpectOnly("D02", "D03")),
        new("the first work typed where none was printed", () => WithRows()
            .Edit(body => Line(body, "Trên đây").AddBeforeSelf(Paragraph("III. ĐĂNG KÝ NÊU GƯƠNG"), Paragraph("1. Công việc số 1:"), Paragraph("Nội dung, mục tiêu: ND"), Paragraph("Giải pháp: GP")))
            .ExpectRows(1).ExpectValue("[0].exemplaryContent", "ND").ExpectValue("[0].exemplarySolution", "GP")
            .ExpectOtherValues().ExpectFinding("D02", "- Giải pháp, thời gian thực hiện:").ExpectOnly("D02", "D03")),
        new("section III deleted and its bookmark left, as LibreOffice saves it", () => PlanDocument.Filled()
            .Edit(body =>
            {
                LeaveOnlyText(body);
                foreach (var line in Line(body, "III. ").ElementsAfterSelf().TakeWhile(line => !TextOf(line).StartsWith("Trên đây", StringComparison.Ordinal)).Prepend(Line(body, "III. ")).ToList())
                {
                    line.Remove();
                }

                Line(body, "Từ tháng 3.").Add(new XElement(Docx.W + "bookmarkStart", new XAttribute(Docx.W + "id", 99), new XAttribute(Docx.W + "name", "_ht_exemplaryTasks")));
                Line(body, "Trên đây").Element(Docx.W + "pPr")!.AddAfterSelf(new XElement(Docx.W + "bookmarkEnd", new XAttribute(Docx.W + "id", 99)));
            })
            .ExpectRows(0).ExpectOtherValues().ExpectFinding("D02", "III. ĐĂNG KÝ NÊU GƯƠNG").ExpectOnly("D02")),
        new("words below the heading of the section and no work", () => WithRows()
            .Edit(body => Line(body, "Trên đây").AddBeforeSelf(Paragraph("III. ĐĂNG KÝ NÊU GƯƠNG"), Paragraph("Không đăng ký vì mới chuyển công tác.")))
            .ExpectRows(0).ExpectOtherValues().ExpectFinding("D07", "công việc").ExpectFinding("D08", "Không đăng ký vì mới chuyển công tác.").ExpectOnly("D07", "D08")),
        new("the first work deleted and another one added", () => Filled()
            .Edit(body =>
            {
                var second = Item(body, 1);
                Item(body, 0).Remove();
                second.AddAfterSelf(Reworded(second, "Chống lấn chiếm vỉa hè", "Ra quân mỗi tuần"));
            })
            .ExpectValue("[0].rowId", "r2").ExpectValue("[0].exemplaryGroup", "2").ExpectValue("[1].rowId", "").ExpectValue("[1].exemplaryGroup", "").ExpectValue("[1].termPlanLink", "")
            .ExpectFinding("D03", "Công việc số 2", "exemplaryTasks[1]").ExpectOnly("D03")),
        new("both works written anew", () => Filled()
            .Edit(body =>
            {
                Item(body, 0).ReplaceWith(Reworded(Item(body, 0), "Chống lấn chiếm vỉa hè", "Ra quân mỗi tuần"));
                Item(body, 1).ReplaceWith(Reworded(Item(body, 1), "Xóa điểm nghẽn hồ sơ đất", "Họp giao ban thứ hai"));
            })
            .ExpectValue("[0].rowId", "").ExpectValue("[1].rowId", "").ExpectValue("[0].exemplaryGroup", "").ExpectOnly("D03", "D03")),
        new("works swapped and their content edited", () => Filled()
            .Edit(body =>
            {
                var first = Item(body, 0);
                first.Remove();
                Item(body, 0).AddAfterSelf(first);
                foreach (var content in body.Descendants(Docx.W + "sdt").Where(control => Docx.TagOf(control) == "exemplaryContent"))
                {
                    content.Descendants(Docx.W + "t").First().Value = "Viết lại hết cả";
                }
            })
            .ExpectValue("[0].rowId", "r2").ExpectValue("[0].termPlanLink", "liên kết B").ExpectValue("[1].rowId", "r1").ExpectValue("[1].exemplaryGroup", "1").ExpectOnly()),
        new("a work edited in part keeps its place", () => Filled()
            .Edit(body => Item(body, 0).ReplaceWith(Reworded(Item(body, 0), "Nội dung A sửa lại", "Giải pháp A bổ sung")))
            .ExpectValue("[0].rowId", "r1").ExpectValue("[0].exemplaryGroup", "1").ExpectValue("[1].rowId", "r2").ExpectOnly()),
        new("a work printed without words", () => WithRows(new PlanRow("r1", "1", "", ""), new PlanRow("r2", "2", "X", "Y"))
            .ExpectRows(2).ExpectAllValues().ExpectRule("C01", "exemplaryTasks[0].exemplaryContent").ExpectRule("C01", "exemplaryTasks[0].exemplarySolution").ExpectOnly()),
        new("nothing but a work without words", () => WithRows(new PlanRow("r1", "1", "", ""))
            .ExpectRows(1).ExpectAllValues().ExpectRule("C01", "exemplaryTasks[0].exemplaryContent").ExpectOnly()),
        new("the same without controls", () => WithRows(new PlanRow("r1", "1", "", ""), new PlanRow("r2", "2", "X", "Y"))
            .Edit(LeaveOnlyText).ExpectRows(2).ExpectAllValues().ExpectOnly()),
        new("words typed below the dots of an empty work", () => WithRows(new PlanRow("r1", "1", "", "Y"))
            .Edit(body => Docx.Control(body, "exemplaryContent").AddAfterSelf(Paragraph("Việc viết tay.")))
            .ExpectValue("[0].exemplaryContent", "Việc viết tay.").ExpectValue("[0].rowId", "r1").ExpectOnly()),
        new("a work deleted with tracked changes is gone", () => Filled()
            .Edit(body => DeleteTracked(Item(body, 1)))
            .ExpectRows(1).ExpectValue("[0].rowId", "r1").ExpectOnly("D01")),
        new("the whole document pasted a second time with its controls", () => Filled()
            .Edit(body => body.Element(Docx.W + "sectPr")!.AddBeforeSelf(body.Elements().Where(element => element.Name != Docx.W + "sectPr").Select(element => new XElement(element)).ToArray<object>()))
            .ExpectAllValues().ExpectFinding("D08", "Nội dung A").ExpectFinding("D08", "III. ĐĂNG KÝ NÊU GƯƠNG")),
        new("another document pasted behind with its controls", () => Filled()
            .Edit(body => body.Element(Docx.W + "sectPr")!.AddBeforeSelf(Docx.Body(Filled(("actionContent", "Việc khác.")).Docx).Elements().Where(element => element.Name != Docx.W + "sectPr").ToArray<object>()))
            .ExpectRows(2).ExpectValue("[1].exemplarySolution", "Giải pháp B").ExpectValue("actionContent", "").ExpectFinding("D04", "II.1", "actionContent").ExpectFinding("D08", "Nội dung A")),
        new("a control of a work copied into section II", () => Filled()
            .Edit(body => Docx.Control(body, "actionContent").AddAfterSelf(new XElement(Docx.Control(body, "exemplaryContent"))))
            .ExpectRows(2).ExpectValue("[0].exemplaryContent", "Nội dung A").ExpectValue("[0].rowId", "r1").ExpectValue("actionContent", "- Việc một.\n- Việc hai.\nNội dung A").ExpectValue("actionSolution", "Giao ban tuần.\nTừ tháng 3.").ExpectOnly()),
        new("the heading of section III deleted", () => Filled()
            .Edit(body => Line(body, "III.").Remove()).ExpectAllValues().ExpectOnly("D02")),
        new("the closing sentence deleted", () => Filled()
            .Edit(body => Line(body, "Trên đây").Remove()).ExpectRows(2).ExpectValue("[1].exemplarySolution", "Giải pháp B").ExpectValue("confirmerName", "Vũ Thế Chiểu").ExpectFinding("D05", "Đề nghị cấp ủy chi bộ")),
        new("a picture and a text box in a work", () => Filled()
            .Edit(body => Docx.Control(Item(body, 1), "exemplaryContent").Descendants(Docx.W + "p").First().Add(TextBox("Khung chữ"), new XElement(Docx.W + "r", new XElement(Docx.W + "drawing"))))
            .ExpectAllValues().ExpectFinding("D09", "Khung chữ", "exemplaryTasks[1].exemplaryContent").ExpectFinding("D09", "hình", "exemplaryTasks[1].exemplaryContent")),
        new("a work added by Word below the last", () => Filled()
            .Edit(body => Item(body, 1).AddAfterSelf(Reworded(Item(body, 1), "Việc ba", "Cách ba")))
            .ExpectRows(3).ExpectValue("[2].exemplaryContent", "Việc ba").ExpectValue("[2].rowId", "").ExpectOnly("D03")),
        new("words typed in the style of labels below a label", () => Filled()
            .Edit(body => Line(Item(body, 0), "- Nội dung").AddAfterSelf(Paragraph("Gõ ngay dưới nhãn.", "HtLead")))
            .ExpectValue("[0].exemplaryContent", "Gõ ngay dưới nhãn.\nNội dung A").ExpectValue("[0].exemplarySolution", "Giải pháp A").ExpectOnly()),
    ];

    private static void BelowRows(XElement body, params string[] texts) =>
        Docx.Control(body, Rows).AddAfterSelf(texts.Select(text => Paragraph(text)).ToArray<object>());

    private static XElement Reworded(XElement item, string content, string solution)
    {
        var copy = new XElement(item);
        Docx.Control(copy, "exemplaryContent").Descendants(Docx.W + "t").First().Value = content;
        Docx.Control(copy, "exemplarySolution").Descendants(Docx.W + "t").First().Value = solution;
        return copy;
    }

    private static void DeleteTracked(XElement item)
    {
        foreach (var paragraph in item.Descendants(Docx.W + "p").ToList())
        {
            paragraph.Element(Docx.W + "pPr")!.Add(new XElement(Docx.W + "rPr", new XElement(Docx.W + "del", new XAttribute(Docx.W + "id", 1))));
            foreach (var run in paragraph.Descendants(Docx.W + "r").ToList())
            {
                run.ReplaceWith(new XElement(Docx.W + "del", new XAttribute(Docx.W + "id", 2), new XElement(Docx.W + "r", new XElement(Docx.W + "delText", run.Value))));
            }
        }
    }
}
