using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>What is no form of ours is not made into one.</summary>
[TestClass]
public sealed class SalvageRefusalTests
{
    private static readonly string[] Person = ["Họ và tên: Nguyễn Văn An", "Ngày, tháng, năm sinh: 05/9/1980", "Đơn vị công tác: Phòng Tư pháp", "Chức vụ Đảng: Chi ủy viên", "Chức vụ chính quyền, đoàn thể: Chuyên viên"];
    private static readonly string[] Heads = ["TT", "Nội dung nhiệm vụ đột phá", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"];

    [TestMethod]
    public void A_letter_that_names_a_form_is_none() => ExpectRefused(new TypedDocument().Lines(
        "THÀNH ỦY LAM KIỀU", "V/v nộp Biểu đăng ký nội dung học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024", "Kính gửi: Các chi bộ trực thuộc", "Nơi nhận:", "- Như trên."));

    [TestMethod]
    public void A_self_criticism_has_the_same_labels_and_is_none() =>
        ExpectRefused(new TypedDocument().Lines(["BẢN KIỂM ĐIỂM CÁ NHÂN", "Năm 2024", .. Person, "I. Ưu điểm, kết quả đạt được", "1. Về tư tưởng chính trị", "II. Hạn chế, khuyết điểm"]));

    [TestMethod]
    public void A_commitment_has_the_same_labels_and_is_none() =>
        ExpectRefused(new TypedDocument().Lines(["BẢN CAM KẾT", "Tu dưỡng, rèn luyện, phấn đấu năm 2024", .. Person, "1. Nội dung, công việc cụ thể:", "Rèn luyện.", "2. Giải pháp, thời gian thực hiện:", "Cả năm."]));

    [TestMethod]
    public void A_plan_of_an_organization_has_the_same_title_and_is_none() => ExpectRefused(new TypedDocument().Lines(
        "KẾ HOẠCH", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "Nâng cao nhận thức.", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"));

    [TestMethod]
    public void A_report_with_the_same_columns_is_none() =>
        ExpectRefused(new TypedDocument().Lines("BÁO CÁO", "Kết quả thực hiện nhiệm vụ đột phá năm 2024").Table([Heads, ["1", "Việc", "Đơn vị", "Không", "Quý I"]]));

    [TestMethod]
    public void An_empty_document_is_none() => ExpectRefused(new TypedDocument());

    [TestMethod]
    public void Two_forms_in_one_file_are_not_mixed()
    {
        var both = new TypedDocument().Lines("BIỂU ĐĂNG KÝ NỘI DUNG HỌC TẬP, LÀM THEO TƯ TƯỞNG,", "ĐẠO ĐỨC, PHONG CÁCH HỒ CHÍ MINH", "NĂM 2024").Table([Heads, ["1", "Việc", "Đơn vị", "Không", "Quý I"]])
            .Lines("BIỂU ĐĂNG KÝ XÂY DỰNG MÔ HÌNH TIÊU BIỂU", "NĂM 2024").Table(["TT", "Tên mô hình", "Địa chỉ", "Thực trạng của mô hình", "Mục tiêu, dự kiến hiệu quả của mô hình"], ["1", "A", "B", "C", "D"]);

        Assert.Contains("nhiều mẫu", ExpectRefused(both));
    }

    [TestMethod]
    public void A_file_that_is_no_docx_is_refused_as_the_reader_does()
    {
        foreach (var bytes in new[] { "văn bản"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0x50, 0x4B, 0x03, 0x04, 0, 0] })
        {
            var read = (ReadResult.Refused)FormReader.Read(new MemoryStream(bytes));
            var salvaged = (SalvageResult.Refused)FormSalvager.Read(new MemoryStream(bytes));

            Assert.AreEqual((read.Kind, read.Detail), (salvaged.Kind, salvaged.Detail));
        }
    }

    [TestMethod]
    public void A_document_far_longer_than_a_form_is_refused()
    {
        var longest = new TypedDocument().Lines(Enumerable.Range(0, 7_000).Select(number => $"Dòng {number}"));

        Assert.AreEqual(RefusalKind.TooLarge, ((SalvageResult.Refused)FormSalvager.Read(new MemoryStream(longest.ToBytes()))).Kind);
    }

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void A_document_with_our_controls_is_read_by_them_and_surely(string name)
    {
        var sample = Sample.Named(name);

        var form = SalvageOracle.Read(sample.Fill());

        Assert.IsTrue(form.HasControls);
        Assert.AreEqual(Reading.Json(sample.Form, Reading.Of(sample.Fill()).Values), Reading.Json(sample.Form, form.Values));
        Assert.IsTrue(form.Confidence.Values.All(confidence => confidence.Level == ConfidenceLevel.High));
    }

    private static string ExpectRefused(TypedDocument typed)
    {
        var refused = FormSalvager.Read(new MemoryStream(typed.ToBytes())) as SalvageResult.Refused;
        Assert.IsNotNull(refused, "It was read as a form.");
        Assert.AreEqual(RefusalKind.NotOurForm, refused.Kind);
        return refused.Detail;
    }
}
