using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>The places for texts of the campaign that templates may have, by tag.</summary>
internal static class CampaignPlaces
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["campaignYear"] = "năm của đợt",
        ["headerTitle"] = "tiêu đề đầu văn bản",
        ["learningCommitment"] = "câu cam kết cuối mục I",
        ["provinceThemeText"] = "chuyên đề năm",
        ["provinceThemeOwner"] = "cấp ban hành chuyên đề năm",
        ["termThemeText"] = "chuyên đề toàn khóa",
        ["termThemeScope"] = "nhiệm kỳ của chuyên đề toàn khóa",
        ["legalBases"] = "các căn cứ",
        ["orgPlanBasis"] = "căn cứ kế hoạch của đơn vị",
    };

    public static bool IsOne(string tag) => tag.StartsWith(Ooxml.CampaignPrefix, StringComparison.Ordinal);

    public static bool IsKnown(string tag) => Labels.ContainsKey(tag[Ooxml.CampaignPrefix.Length..]);

    public static string LabelOf(string tag) => Labels.GetValueOrDefault(tag[Ooxml.CampaignPrefix.Length..], tag);

    /// <summary>Those that a form prints, each once.</summary>
    public static IEnumerable<string> Of(FormDefinition form) => form.Print.SelectMany(block => block.Lines)
        .SelectMany(TextPattern.Split).Where(piece => piece.IsCampaign).Select(piece => piece.Name).Distinct();
}
