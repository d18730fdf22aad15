using HocTap.Office.Templates.Drift;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.Templates.Edits;
using static HocTap.Office.Tests.Unit.Templates.Edits.PaperEdits;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>Every difference between a stored document and what is stored of it, each with its place, and no other.</summary>
[TestClass]
public sealed class DriftTests
{
    private static readonly PlanRow RowC = new("r3", "3", "Nội dung C", "Giải pháp C");

    private static readonly FormValues Stored = Unit.Templates.Reading.Of(PlanDocument.Filled().Docx).Values;

    [TestMethod]
    public void A_document_that_says_what_is_stored_has_no_drift() => Expect(PlanDocument.Filled());

    [TestMethod]
    public void A_changed_value_is_told_with_both_values() => Expect(
        PlanDocument.Filled(("partyPosition", "Bí thư chi bộ"), ("documentDate", "2024-03-08")),
        "Value documentDate: Ô “Ngày lập”: dữ liệu ghi “05/02/2024”, văn bản ghi “08/3/2024”.",
        "Value partyPosition: Ô “Chức vụ Đảng”: dữ liệu ghi “Đảng viên”, văn bản ghi “Bí thư chi bộ”.");

    [TestMethod]
    public void A_changed_cell_is_told_in_its_row() => Expect(
        PlanDocument.WithRows(PlanDocument.RowA, PlanDocument.RowB with { Content = "Nội dung B, đã sửa" }),
        "Cell exemplaryTasks[1].exemplaryContent: Mục III, công việc 2, ô “Nội dung, mục tiêu”: dữ liệu ghi “Nội dung B”, văn bản ghi “Nội dung B, đã sửa”.");

    [TestMethod]
    public void Rows_that_changed_places_are_moved_and_not_changed() => Expect(
        PlanDocument.WithRows(PlanDocument.RowB, PlanDocument.RowA),
        "RowMoved exemplaryTasks[1]: Mục III, công việc 2: trong dữ liệu là dòng thứ 1, trong văn bản là dòng thứ 2.");

    [TestMethod]
    public void A_row_that_only_the_document_has_is_added() => Expect(
        PlanDocument.WithRows(PlanDocument.RowA, RowC, PlanDocument.RowB),
        "RowAdded exemplaryTasks[1]: Mục III, công việc 2: chỉ có trong văn bản");

    [TestMethod]
    public void A_row_that_is_gone_is_missing() => Expect(
        PlanDocument.WithRows(PlanDocument.RowB),
        "RowMissing exemplaryTasks: Mục III, công việc 1: không còn trong văn bản");

    [TestMethod]
    public void Rows_without_ids_are_the_same_by_what_they_say()
    {
        var stored = Stored with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [PlanDocument.Rows] = [.. Stored.RowsOf(PlanDocument.Rows).Select(row => row with { RowId = null }).Reverse()] } };

        var drift = Layouts.Differences(PlanDocument.Filled().Docx, stored);

        Assert.AreEqual("RowMoved", string.Join(' ', drift.Select(difference => difference.Kind)));
    }

    [TestMethod]
    public void Fixed_text_is_told_as_lost_changed_or_added() => Expect(
        PlanDocument.Filled().Edit(body =>
        {
            Line(body, "1. Nội dung, công việc").Remove();
            Line(body, "2. Giải pháp").Reword("2. Giải pháp và thời gian:");
            Line(body, "Tôi xây dựng").AddAfterSelf(Paragraph("Ghi thêm của tôi."));
        }),
        "TextLost : Sau Mục II, dòng tên mục: mất dòng “1. Nội dung, công việc cụ thể:” của mẫu.",
        "TextChanged : Mục II, câu “2. Giải pháp và thời gian:”: câu “2. Giải pháp, thời gian thực hiện:” của mẫu đã thành “2. Giải pháp và thời gian:”.",
        "TextAdded : Sau câu “Tôi xây dựng kế hoạch của cá nhân về học…”: có thêm “Ghi thêm của tôi.” nằm ngoài các ô của mẫu.");

    [TestMethod]
    public void A_value_that_cannot_be_read_says_why() => Expect(
        PlanDocument.Filled().Edit(body => Line(body, "Đơn vị công tác").Remove()),
        "Value workUnit: Ô “Đơn vị công tác”: dữ liệu ghi “Phòng Tư pháp”, văn bản ghi trống. Không tìm thấy ô",
        "TextLost : Sau ô “Ngày, tháng, năm sinh”: mất dòng “Đơn vị công tác: …” của mẫu.");

    [TestMethod]
    public void Layout_is_told_when_a_profile_is_named()
    {
        var docx = PlanDocument.Filled().Edit(body => body.Descendants(Docx.W + "pgMar").Single().SetAttributeValue(Docx.W + "left", 1134)).Docx;

        Assert.AreEqual("", Layouts.Drift(docx, Stored));
        Assert.AreEqual("Layout : Trang giấy, lề trang: đang là trái 20 mm, đúng ra trái 30 mm.", Layouts.Drift(docx, Stored, "HD36-2018"));
    }

    [TestMethod]
    public void Only_what_is_stored_is_compared()
    {
        using var stream = new MemoryStream(PlanDocument.Filled(("partyPosition", "Khác"), ("actionContent", "Khác")).Docx);

        var drift = (DriftResult.Compared)FormDrift.Between(stream, Stored, kept: new HashSet<string> { "actionContent" });

        Assert.AreEqual("actionContent", drift.Differences.Single().Place.Path);
    }

    private static void Expect(PlanDocument plan, params string[] told)
    {
        var drift = Layouts.Differences(plan.Docx, Stored).Select(difference => $"{difference.Kind} {difference.Place.Path}: {difference.Message}").ToList();

        Assert.HasCount(told.Length, drift, string.Join('\n', drift));
        foreach (var (expected, found) in told.Zip(drift))
        {
            Assert.StartsWith(expected, found, string.Join('\n', drift));
        }
    }
}
