using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>A document as the product made it, now or a year ago, under one profile or the other.</summary>
internal sealed record PaperBase(string Name, FormDefinition Form, FormValues Values, byte[] Docx)
{
    private static readonly Dictionary<string, string> OtherWords = new()
    {
        ["Tôi xây dựng kế hoạch của cá nhân về"] = "Tôi lập kế hoạch cá nhân năm nay về", ["II. NỘI DUNG LÀM THEO"] = "II. NỘI DUNG LÀM THEO BÁC", ["Chức vụ Đảng: "] = "Chức vụ trong Đảng: ",
        ["BIỂU ĐĂNG KÝ"] = "BẢNG ĐĂNG KÝ", ["Nơi nhận:"] = "Kính gửi:", ["Đơn vị chủ trì"] = "Cơ quan chủ trì", ["Thực trạng của mô hình"] = "Thực trạng mô hình",
    };

    public static IReadOnlyList<PaperBase> All { get; } =
    [
        .. new[] { "mau01-2-typical", "mau01-6-maximal", "mau02-2-typical", "mau02-6-maximal", "mau03-2-typical", "mau03-6-maximal", "mau01-1-minimal", "mau02-1-minimal", "mau03-1-minimal" }.Select(name => Of(name, "", campaign => campaign)),
        .. new[] { "mau01-2-typical", "mau02-2-typical", "mau03-6-maximal" }.SelectMany(name => new[]
        {
            Of(name, "other profile", campaign => campaign with { LayoutProfile = "HD05-2026" }),
            AYearOld(Of(name, "a year old", campaign => campaign with { CampaignCode = "HT2023", CampaignYear = 2023, ProvinceThemeText = "Học tập và làm theo Bác về dân chủ", LegalBases = ["Căn cứ Kế hoạch số 77-KH/TU;"] })),
        }),
    ];

    public static PaperBase Named(string name) => All.Single(item => item.Name == name);

    private static PaperBase Of(string sampleName, string variant, Func<CampaignTexts, CampaignTexts> change)
    {
        var sample = Sample.Named(sampleName);
        var values = WithIds(sample.Form, FilledValues.Complete(sample.Form, sample.Values));
        return new PaperBase(variant.Length == 0 ? sampleName : $"{sampleName} {variant}", sample.Form, values, FormFiller.Fill(sample.Form, change(sample.Campaign), values, sample.Identity));
    }

    // A template of another version printed other words, and its part tells them.
    private static PaperBase AYearOld(PaperBase made)
    {
        var docx = Unit.Templates.Docx.Replace(made.Docx, "customXml/item1.xml", "templateVersion=\"1\"", "templateVersion=\"0\" revision=\"3\"");
        foreach (var (now, then) in OtherWords)
        {
            docx = Unit.Templates.Docx.Replace(Unit.Templates.Docx.Replace(docx, Unit.Templates.Docx.Document, $">{now}", $">{then}"), "customXml/item1.xml", $"<line>{now.TrimEnd()}", $"<line>{then.TrimEnd()}");
        }

        return made with { Docx = docx };
    }

    private static FormValues WithIds(FormDefinition form, FormValues values)
    {
        var rows = form.RowFields.Single();
        return values with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { [rows.Tag] = [.. values.RowsOf(rows.Tag).Select((row, index) => row with { RowId = $"id{index}" })] } };
    }
}
