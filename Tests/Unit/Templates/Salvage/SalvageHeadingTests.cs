using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>Lines of a plan that begin like a heading of the form.</summary>
[TestClass]
public sealed class SalvageHeadingTests
{
    private static readonly string[] Head =
    [
        "KẾ HOẠCH", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024", "Họ và tên: Nguyễn Văn An", "Ngày, tháng, năm sinh: 05/9/1980", "Đơn vị công tác: Phòng Tư pháp",
        "Chức vụ Đảng: Chi ủy viên", "Chức vụ chính quyền, đoàn thể: Chuyên viên", "I. NỘI DUNG HỌC TẬP", "II. NỘI DUNG LÀM THEO",
    ];

    private static readonly string[] Foot = ["2. Giải pháp, thời gian thực hiện:", "Cả năm.", "Trên đây là kế hoạch học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024 của cá nhân tôi. Đề nghị cấp ủy chi bộ Tư pháp quan tâm, đánh giá thường xuyên."];

    [TestMethod]
    [DataRow("- Học tập nghị quyết của Đảng.\n- Tiếp dân.")]
    [DataRow("- Tiếp dân.\n- Học tập nghị quyết của Đảng.\n- Họp tuần.")]
    [DataRow("- Học tập và làm theo Bác về tiết kiệm.\n- Tiếp dân.")]
    [DataRow("- Giải pháp kỹ thuật được áp dụng.\n- Nội dung học tập được cụ thể hóa.\n- Thực hiện tốt quy chế.")]
    [DataRow("- Đăng ký nêu gương trong chi bộ.\n- Nêu gương về giờ giấc.")]
    [DataRow("- Xác nhận hồ sơ đúng hạn.\n- Tiếp dân.")]
    [DataRow("Tích cực đọc sách.\nTích cực nghiên cứu, học tập Chuyên đề năm 2024.\nTiếp dân.")]
    public void A_sentence_that_begins_like_a_heading_is_a_line_of_the_plan(string text)
    {
        var form = Read([.. Head, "1. Nội dung, công việc cụ thể:", .. text.Split('\n'), .. Foot]);

        Assert.AreEqual(text, form.Values["actionContent"]);
        Assert.AreEqual("Cả năm.", form.Values["actionSolution"]);
    }

    [TestMethod]
    [DataRow("1. Tiếp dân.\n2. Giải pháp công nghệ thông tin.\nI. Nội dung học tập nghị quyết\n3. Họp tuần.")]
    [DataRow("Tiếp dân.\nHọc tập:\nĐọc sách.")]
    [DataRow("Nội dung học tập:\nĐọc sách.")]
    public void A_line_that_may_be_a_heading_makes_its_part_doubtful_and_loses_nothing(string text)
    {
        var form = Read([.. Head, "1. Nội dung, công việc cụ thể:", .. text.Split('\n'), .. Foot]);

        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence["actionContent"].Level);
        Assert.Contains(text.Split('\n')[^1], string.Join('\n', form.Values["actionContent"], string.Join('\n', form.Leftovers.Select(left => left.Text))));
    }

    [TestMethod]
    [DataRow("Thực hiện tốt quy chế.")]
    [DataRow("Vận dụng chuyển đổi số.")]
    [DataRow("Tăng cường tiếp dân")]
    public void A_text_whose_heading_is_gone_is_not_lost(string text) =>
        Assert.AreEqual(text, Read([.. Head, text, .. Foot]).Values["actionContent"]);

    [TestMethod]
    public void A_basis_below_an_unknown_line_is_still_a_basis()
    {
        var form = Read([.. Head[..6], "Quê quán: Lam Kiều", "- Căn cứ Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW;", .. Head[7..], "1. Nội dung, công việc cụ thể:", "Tiếp dân.", .. Foot]);

        CollectionAssert.AreEqual(new[] { "Quê quán: Lam Kiều" }, form.Leftovers.Select(left => left.Text).ToArray());
    }

    private static SalvagedForm Read(IEnumerable<string> lines) => SalvageOracle.Read(new TypedDocument().Lines(lines).ToBytes());
}
