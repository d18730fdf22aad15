using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>Forms typed in the fonts from before Unicode, which offices still have.</summary>
[TestClass]
public sealed class SalvageLegacyTests
{
    private static readonly string[] Plan =
    [
        "Chi bộ Phòng Tư pháp", "Lam Kiều, ngày 20 tháng 02 năm 2024", "Kế hoạch", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024",
        "Họ và tên: Nguyễn Thị Hường", "Ngày, tháng, năm sinh: 05/9/1980", "Đơn vị công tác: Phòng Tư pháp", "Chức vụ Đảng: Chi ủy viên", "Chức vụ chính quyền, đoàn thể: Phó trưởng phòng",
        "II. Nội dung làm theo", "1. Nội dung, công việc cụ thể:", "- Không để tồn đọng đơn, thư quá hạn; ứng xử đúng mực.", "2. Giải pháp, thời gian thực hiện:", "Giao ban tuần; từ tháng 3 đến hết tháng 12.",
        "Trên đây là kế hoạch học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024 của cá nhân tôi. Đề nghị cấp ủy chi bộ Phòng Tư pháp quan tâm, đánh giá thường xuyên để tôi hoàn thành tốt kế hoạch đề ra.",
        "Người lập kế hoạch", "Nguyễn Thị Hường",
    ];

    [TestMethod]
    [DataRow(".VnTime", DisplayName = "TCVN3")]
    [DataRow("VNI-Times", DisplayName = "VNI")]
    public void A_form_in_an_old_font_is_read_as_if_it_were_Unicode(string font)
    {
        var form = SalvageOracle.Read(Typed(font).ToBytes());

        ExpectPlan(form);
        Assert.AreEqual(ConfidenceLevel.High, form.Confidence["fullName"].Level);
        Assert.Contains(finding => finding.Rule == "S03", form.Findings);
    }

    [TestMethod]
    [DataRow(".VnTime", DisplayName = "TCVN3")]
    [DataRow("VNI-Times", DisplayName = "VNI")]
    public void Runs_cut_inside_of_a_letter_are_read_whole(string font)
    {
        var typed = new TypedDocument { Font = font, Hand = HandOf(font), SplitRuns = true }.Lines(Plan);

        ExpectPlan(SalvageOracle.Read(typed.ToBytes()));
    }

    [TestMethod]
    [DataRow(".VnTime", DisplayName = "TCVN3")]
    [DataRow("VNI-Times", DisplayName = "VNI")]
    public void Letters_without_their_font_are_guessed_and_it_is_said(string font)
    {
        var typed = new TypedDocument { Hand = HandOf(font) }.Lines(Plan);

        var form = SalvageOracle.Read(typed.ToBytes());

        ExpectPlan(form);
        Assert.AreNotEqual(ConfidenceLevel.High, form.Confidence["fullName"].Level);
    }

    [TestMethod]
    public void The_font_of_capitals_makes_capitals()
    {
        var typed = new TypedDocument { Font = ".VnTimeH", Hand = LegacyLetters.InTcvn3 }.Lines(Plan);

        var form = SalvageOracle.Read(typed.ToBytes());

        Assert.AreEqual("Nguyễn Thị Hường", form.Values["fullName"]);
        Assert.AreEqual("PHÒNG TƯ PHÁP", form.Values["workUnit"]);
    }

    [TestMethod]
    public void Unicode_in_an_old_font_stays_as_it_is()
    {
        var form = SalvageOracle.Read(new TypedDocument { Font = ".VnTime" }.Lines(Plan).ToBytes());

        ExpectPlan(form);
        Assert.IsFalse(form.Findings.Any(finding => finding.Rule == "S03"));
    }

    private static TypedDocument Typed(string font) => new TypedDocument { Font = font, Hand = HandOf(font) }.Lines(Plan);

    private static Func<string, string> HandOf(string font) => font == ".VnTime" ? LegacyLetters.InTcvn3 : LegacyLetters.InVni;

    private static void ExpectPlan(SalvagedForm form)
    {
        Assert.AreEqual("Nguyễn Thị Hường", form.Values["fullName"]);
        Assert.AreEqual("Phó trưởng phòng", form.Values["governmentPosition"]);
        Assert.AreEqual("- Không để tồn đọng đơn, thư quá hạn; ứng xử đúng mực.", form.Values["actionContent"]);
        Assert.AreEqual("Giao ban tuần; từ tháng 3 đến hết tháng 12.", form.Values["actionSolution"]);
        Assert.AreEqual("Phòng Tư pháp", form.Values["closingAddressee"]);
        Assert.AreEqual("2024-02-20", form.Values["documentDate"]);
    }
}
