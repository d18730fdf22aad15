using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>Plans as people type them: a neighbour's words never pass for a field's own.</summary>
[TestClass]
public sealed class SalvagePlanTests
{
    private static readonly string[] Title = ["KẾ HOẠCH", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024"];
    private static readonly string[] Person = ["Họ và tên: Nguyễn Văn An", "Ngày, tháng, năm sinh: 05/9/1980", "Đơn vị công tác: Phòng Tư pháp", "Chức vụ Đảng: Chi ủy viên", "Chức vụ chính quyền, đoàn thể: Chuyên viên"];
    private static readonly string[] Action = ["II. NỘI DUNG LÀM THEO", "1. Nội dung, công việc cụ thể:", "Việc một.", "2. Giải pháp, thời gian thực hiện:", "Cả năm."];
    private static readonly string[] End = ["Trên đây là kế hoạch học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024 của cá nhân tôi. Đề nghị cấp ủy chi bộ Tư pháp quan tâm, đánh giá thường xuyên."];

    [TestMethod]
    [DataRow("Họ và tên: Nguyễn Văn An   Giới tính: Nam", DisplayName = "nhãn khác cách xa")]
    [DataRow("Họ và tên: Nguyễn Văn An; Giới tính: Nam", DisplayName = "nhãn khác sau chấm phẩy")]
    [DataRow("Họ tên: Đ/c Nguyễn Văn An, Dân tộc: Kinh", DisplayName = "xưng hô")]
    [DataRow("- Họ và tên (chữ in hoa): NGUYỄN VĂN AN", DisplayName = "chú thích sau nhãn, chữ hoa")]
    [DataRow("1. Họ và tên : ......Nguyễn Văn An......", DisplayName = "dấu chấm dẫn")]
    [DataRow("Họ và tên\tNguyễn Văn An", DisplayName = "phím Tab thay hai chấm")]
    [DataRow("Hộ và têm: Nguyễn Văn An", DisplayName = "lỗi gõ nhãn")]
    public void A_name_is_read_without_its_neighbours(string line) => Assert.AreEqual("Nguyễn Văn An", Read([.. Title, line, .. Person[1..], .. Action, .. End]).Values["fullName"]);

    [TestMethod]
    [DataRow("05/9/1980")]
    [DataRow("5-9-1980")]
    [DataRow("05.09.1980")]
    [DataRow("ngày 5 tháng 9 năm 1980")]
    [DataRow("ngày 05, tháng 09, năm 1980")]
    [DataRow("1980-09-05")]
    [DataRow("05 / 09 / 1980.")]
    [DataRow("5/IX/1980")]
    [DataRow("mùng 5 tháng chín năm 1980")]
    [DataRow("05tháng 9năm1980")]
    public void A_birthday_is_read_however_it_is_written(string day)
    {
        var form = Read([.. Title, Person[0], $"Sinh ngày: {day}", .. Person[2..], .. Action, .. End]);

        Assert.AreEqual("1980-09-05", form.Values["dateOfBirth"]);
        Assert.AreEqual(ConfidenceLevel.High, form.Confidence["dateOfBirth"].Level);
    }

    [TestMethod]
    [DataRow("05/9/80", "1980-09-05")]
    [DataRow("9/25/1980", "1980-09-25")]
    [DataRow("1980", "")]
    [DataRow("9/1980", "")]
    [DataRow("31/02/1980", "")]
    [DataRow("5/9/1980 (tuổi Thân)", "1980-09-05")]
    public void A_day_that_may_be_another_is_doubtful(string day, string read)
    {
        var form = Read([.. Title, Person[0], $"Ngày, tháng, năm sinh: {day}", .. Person[2..], .. Action, .. End]);

        Assert.AreEqual(read, form.Values["dateOfBirth"]);
        Assert.AreNotEqual(ConfidenceLevel.High, form.Confidence["dateOfBirth"].Level);
    }

    [TestMethod]
    public void One_label_for_both_positions_is_doubtful()
    {
        var form = Read([.. Title, .. Person[..3], "Chức vụ: Bí thư chi bộ", .. Action, .. End]);

        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence["governmentPosition"].Level);
        Assert.AreEqual(ConfidenceLevel.Missing, form.Confidence["partyPosition"].Level);
    }

    [TestMethod]
    public void Labels_above_all_their_values_take_no_value_that_is_not_their_own()
    {
        var form = Read([.. Title, .. Person.Select(line => line.Split(':')[0] + ":"), .. Person.Select(line => line.Split(": ")[1]), .. Action, .. End]);

        Assert.IsFalse(form.Confidence.Any(field => field.Key != "closingAddressee" && field.Value.Level == ConfidenceLevel.High && form.Values[field.Key].Length > 0 && Person.Any(line => line.EndsWith(form.Values[field.Key], StringComparison.Ordinal))));
        Assert.Contains(left => left.Text == "Nguyễn Văn An", form.Leftovers);
    }

    [TestMethod]
    public void A_heading_that_is_gone_makes_the_text_above_it_doubtful()
    {
        var form = Read([.. Title, .. Person, .. Action[..3], "Giải pháp thực hiện là họp tuần.", .. End]);

        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence["actionContent"].Level);
        Assert.AreEqual(ConfidenceLevel.Missing, form.Confidence["actionSolution"].Level);
    }

    [TestMethod]
    public void A_work_without_one_of_its_labels_is_doubtful()
    {
        var form = Read([.. Title, .. Person, .. Action, "III. ĐĂNG KÝ NÊU GƯƠNG", "1. Công việc số 1", "- Nội dung, mục tiêu: Chấm dứt lấn chiếm.", "Họp tuần.", .. End]);

        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence["exemplaryTasks[0].exemplaryContent"].Level);
        Assert.AreEqual(ConfidenceLevel.Missing, form.Confidence["exemplaryTasks[0].exemplarySolution"].Level);
    }

    [TestMethod]
    public void Works_typed_as_free_text_are_one_doubtful_row()
    {
        var form = Read([.. Title, .. Person, .. Action, "III. ĐĂNG KÝ NÊU GƯƠNG", "Chấm dứt lấn chiếm vỉa hè trước 30/9.", .. End]);

        Assert.AreEqual("Chấm dứt lấn chiếm vỉa hè trước 30/9.", form.Values.RowsOf("exemplaryTasks")[0]["exemplaryContent"]);
        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence["exemplaryTasks"].Level);
    }

    [TestMethod]
    [DataRow("Không", DisplayName = "Không")]
    [DataRow(".....", DisplayName = "chấm chấm")]
    public void No_work_is_no_row(string said)
    {
        var form = Read([.. Title, .. Person, .. Action, "III. ĐĂNG KÝ NÊU GƯƠNG", said, .. End]);

        Assert.IsEmpty(form.Values.RowsOf("exemplaryTasks"));
        Assert.AreEqual(ConfidenceLevel.High, form.Confidence["exemplaryTasks"].Level);
    }

    [TestMethod]
    public void The_same_field_twice_with_other_words_keeps_both()
    {
        var form = Read([.. Title, .. Person, "Họ và tên: Trần Thị Bình", .. Action, .. End]);

        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence["fullName"].Level);
        Assert.AreEqual("Trần Thị Bình", form.Confidence["fullName"].Alternatives.Single());
    }

    [TestMethod]
    public void Words_nobody_asked_for_are_told_with_their_place()
    {
        var form = Read([.. Title, .. Person, "Quê quán: Lam Kiều", .. Action, .. End, "Ghi chú: nộp muộn một ngày."]);

        CollectionAssert.AreEqual(new[] { "Quê quán: Lam Kiều", "Ghi chú: nộp muộn một ngày." }, form.Leftovers.Select(left => left.Text).ToArray());
        Assert.AreEqual("đoạn 8", form.Leftovers[0].Place);
    }

    [TestMethod]
    public void The_basis_of_the_campaign_is_not_the_plan_of_the_unit()
    {
        var form = Read([.. Title, .. Person, "- Căn cứ Kế hoạch số 133-KH/TU, ngày 29/12/2023 của Ban Thường vụ Tỉnh ủy về học tập và làm theo;", .. Action, .. End]);

        Assert.AreEqual(ConfidenceLevel.Missing, form.Confidence["orgPlanNumber"].Level);
    }

    [TestMethod]
    public void Word_lists_count_as_typed()
    {
        var typed = new TypedDocument().Lines([.. Title, .. Person, .. Action[..2]]).List(["Việc một.", "Việc hai."], numbered: true).Lines([.. Action[3..], .. End]);

        Assert.AreEqual("1. Việc một.\n2. Việc hai.", SalvageOracle.Read(typed.ToBytes()).Values["actionContent"]);
    }

    [TestMethod]
    public void Names_in_the_wrong_place_of_the_signatures_are_doubtful()
    {
        var form = Read([.. Title, .. Person, .. Action, .. End, "XÁC NHẬN CỦA CHI BỘ\t\t\tNGƯỜI LẬP KẾ HOẠCH", "BÍ THƯ", "Vũ Thế Chiểu\t\t\tLê Thị Khác"]);

        Assert.AreEqual("Vũ Thế Chiểu", form.Values["confirmerName"]);
        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence["planOwnerName"].Level);
    }

    private static SalvagedForm Read(IEnumerable<string> lines) => SalvageOracle.Read(new TypedDocument().Lines(lines).ToBytes());
}
