using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Edits;

namespace HocTap.Office.Tests.Render;

/// <summary>What people do in LibreOffice, done in LibreOffice: it drops tags and sections, so that words and looks alone must tell.</summary>
[TestClass]
public sealed class LibreOfficeEditTests
{
    private static readonly PlanRow LabelsInside = new("r1", "1", "x\n- Giải pháp, thời gian thực hiện:\ny", "z\n2. Công việc số 2\nw", "liên kết A");
    private static readonly PlanRow LabelsFirst = new("r2", "2", "- Giải pháp, thời gian thực hiện:\ny", "2. Công việc số 2\nw");

    private static readonly Lazy<LibreOfficeEdits> Played = new(() => new LibreOfficeEdits(Stories!)); // set before any test runs

    private static IReadOnlyList<OfficeStory> Stories { get; } =
    [
        OfficeStory.Of("saved as it was", PlanDocument.Filled(), saved => saved.ExpectAllValues().ExpectOnly()),
        OfficeStory.Of("labels inside saved", PlanDocument.WithRows(LabelsInside, PlanDocument.RowB), saved => saved.ExpectAllValues().ExpectOnly()),
        OfficeStory.Of("labels first saved", PlanDocument.WithRows(PlanDocument.RowA, LabelsFirst, PlanDocument.RowB), saved => saved.ExpectAllValues().ExpectOnly()),
        OfficeStory.Of("headings inside saved", PlanDocument.Filled(("actionContent", "a\n2. Giải pháp, thời gian thực hiện:\nb\nIII. ĐĂNG KÝ NÊU GƯƠNG\n1. Công việc số 1")), saved => saved.ExpectAllValues().ExpectOnly()),
        OfficeStory.Of("empty works saved", PlanDocument.WithRows(new("r1", "1", "", ""), new("r2", "2", "X", "Y")), saved => saved.ExpectAllValues().ExpectOnly()),
        OfficeStory.Of("one empty work saved", PlanDocument.WithRows(new PlanRow("r1", "1", "", "")), saved => saved.ExpectRows(1).ExpectAllValues().ExpectOnly()),
        OfficeStory.Of("no works saved", PlanDocument.WithRows(), saved => saved.ExpectAllValues().ExpectOnly()),
        OfficeStory.Of("typed at the end of fields", PlanDocument.Filled(), saved => saved
            .ExpectValue("actionContent", "- Việc một.\n- Việc hai. Thêm cuối.").ExpectValue("partyPosition", "Đảng viên, chi ủy viên")
            .ExpectValue("[1].exemplarySolution", "Giải pháp B thêm").ExpectValue("orgPlanNumber", "03-KH/CB-TP").ExpectOnly())
            .Type("- Việc hai.", " Thêm cuối.").Type("Đảng viên", ", chi ủy viên").Type("Giải pháp B", " thêm").Type("03-KH/CB", "-TP"),
        OfficeStory.Of("Enter at the end of fields", PlanDocument.Filled(), saved => saved
            .ExpectValue("actionContent", "- Việc một.\n- Việc hai.\n- Việc ba.").ExpectValue("actionSolution", "Giao ban tuần.\nTừ tháng 3.\nĐến tháng 12.")
            .ExpectValue("[0].exemplaryContent", "Nội dung A\nDòng mới A").ExpectValue("[1].exemplarySolution", "Giải pháp B\nDòng mới B").ExpectOnly())
            .Enter("- Việc hai.", "- Việc ba.").Enter("Từ tháng 3.", "Đến tháng 12.").Enter("Nội dung A", "Dòng mới A").Enter("Giải pháp B", "Dòng mới B"),
        OfficeStory.Of("Enter below a heading", PlanDocument.Filled(), saved => saved
            .ExpectValue("actionContent", "- Việc không.\n- Việc một.\n- Việc hai.").ExpectFinding("D08", "Lời dẫn.").ExpectOnly("D08"))
            .Enter("1. Nội dung, công việc cụ thể:", "- Việc không.").Enter("2. Công việc số 2", "Lời dẫn."),
        OfficeStory.Of("words behind a label", PlanDocument.Filled(), saved => saved
            .ExpectValue("[0].exemplaryContent", "Trước hết.\nNội dung A").ExpectValue("[1].exemplaryContent", "Nội dung B").ExpectOnly())
            .Type("- Nội dung, mục tiêu:", " Trước hết."),
        OfficeStory.Of("a work typed below", PlanDocument.WithRows(PlanDocument.RowA), saved => saved
            .ExpectRows(2).ExpectValue("[0].exemplarySolution", "Giải pháp A").ExpectValue("[1].exemplaryContent", "ND hai").ExpectValue("[1].exemplarySolution", "GP hai\nthêm").ExpectOnly("D03"))
            .Enter("Giải pháp A", "GP hai").Enter("Giải pháp A", "- Giải pháp, thời gian thực hiện:").Enter("Giải pháp A", "- Nội dung, mục tiêu: ND hai").Enter("Giải pháp A", "2. Công việc số 2")
            .Enter("GP hai", "thêm"),
        OfficeStory.Of("labels and headings in other words", PlanDocument.Filled(), saved => saved
            .ExpectAllValues().ExpectFinding("D02", "- Mục tiêu cụ thể:").ExpectFinding("D02", "2. Việc thứ hai").ExpectFinding("D02", "2. Cách làm:"))
            .Replace("- Nội dung, mục tiêu:", "- Mục tiêu cụ thể:").Replace("2. Công việc số 2", "2. Việc thứ hai").Replace("2. Giải pháp, thời gian thực hiện:", "2. Cách làm:"),
        OfficeStory.Of("a fixed line removed and words added", PlanDocument.Filled(), saved => saved
            .ExpectAllValues().ExpectFinding("D02", "-----").ExpectFinding("D08", "Ghi thêm.").ExpectOnly("D02", "D08"))
            .Remove("-----").Enter("Tôi xây dựng", "Ghi thêm."),
        OfficeStory.Of("dots filled in", PlanDocument.Filled(("actionContent", ""), ("documentDate", "")), saved => saved
            .ExpectValue("documentDate", "2024-02-07").ExpectValue("actionContent", "- Việc viết tay.").ExpectOnly())
            .Replace("ngày ..... tháng .....", "ngày 07 tháng 02").Enter("1. Nội dung, công việc cụ thể:", "- Việc viết tay."),
        OfficeStory.Of("a frame beside words", PlanDocument.Filled(), saved => saved
            .ExpectAllValues().ExpectFinding("D09", "Chữ trong khung", "actionContent").ExpectOnly("D09"))
            .Frame("- Việc một.", "Chữ trong khung"),
        OfficeStory.Of("tracked words behind words", PlanDocument.Filled(), saved => saved
            .ExpectValue("partyPosition", "Đảng viên, chi ủy viên").ExpectValue("actionContent", "- Việc một.\n- Việc hai. Thêm cuối.").ExpectValue("[1].exemplarySolution", "Giải pháp B thêm")
            .ExpectOtherValues("partyPosition", "actionContent").ExpectRows(2).ExpectOnly("D01", "D10"))
            .Track().Type("Đảng viên", ", chi ủy viên").Type("- Việc hai.", " Thêm cuối.").Type("Giải pháp B", " thêm"),
        OfficeStory.Of("tracked words amid words", PlanDocument.Filled(), saved => saved
            .ExpectValue("fullName", "Đường Duy Văn Đệ").ExpectValue("actionContent", "- Việc giữa một.\n- Việc hai.").ExpectOtherValues("fullName", "actionContent").ExpectOnly("D01", "D10"))
            .Track().Type("Đường Duy", " Văn").Type("- Việc", " giữa"),
        OfficeStory.Of("tracked replacements", PlanDocument.Filled(), saved => saved
            .ExpectValue("orgPlanNumber", "04-KH/CB").ExpectValue("[0].exemplaryContent", "Nội dung C").ExpectValue("actionSolution", "Từ tháng 3.")
            .ExpectOtherValues("orgPlanNumber", "actionSolution").ExpectOnly("D01", "D10"))
            .Track().Replace("03-KH/CB", "04-KH/CB").Replace("Nội dung A", "Nội dung C").Replace("Giao ban tuần.", ""),
        OfficeStory.Of("tracked paragraphs", PlanDocument.Filled(), saved => saved
            .ExpectValue("actionContent", "- Việc một.\n- Việc hai.\n- Việc ba.").ExpectValue("[1].exemplarySolution", "Giải pháp B\nDòng mới B").ExpectOtherValues("actionContent").ExpectOnly("D01"))
            .Track().Enter("- Việc hai.", "- Việc ba.").Enter("Giải pháp B", "Dòng mới B"),
        new OfficeStory("a row added to a table", Sample.Named("mau01-2-typical").Fill(), ExpectAddedRow)
            .AddRow("Nội dung nhiệm vụ đột phá", 2, "", "Việc mới", "UBND phường", "Không", "Quý IV"),
    ];

    public static IEnumerable<object[]> Names => Stories.Select(story => new object[] { story.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_edit_in_LibreOffice_loses_no_words_unsaid(string name)
    {
        RenderTools.Need("soffice");

        Stories.Single(story => story.Name == name).Expect(Played.Value.Saved(name));
    }

    [ClassCleanup]
    public static void Clear()
    {
        if (Played.IsValueCreated)
        {
            Played.Value.Dispose();
        }
    }

    private static void ExpectAddedRow(byte[] saved)
    {
        var (before, document) = (Sample.Named("mau01-2-typical").Normalized.RowsOf("breakthroughTasks"), Unit.Templates.Reading.Of(saved));
        var rows = document.Values.RowsOf("breakthroughTasks");

        Assert.HasCount(before.Count + 1, rows);
        Assert.AreEqual(("Việc mới", "UBND phường"), (rows[1]["taskContent"], rows[1]["leadUnit"]));
        Assert.AreEqual(before[1]["taskContent"], rows[2]["taskContent"]);
        Assert.AreEqual("D03 breakthroughTasks[1]", string.Join(' ', document.Findings.Select(finding => $"{finding.Rule} {finding.Path}")));
    }
}
