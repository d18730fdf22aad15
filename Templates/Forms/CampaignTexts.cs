namespace HocTap.Office.Templates.Forms;

/// <summary>The texts of a campaign («đợt đăng ký») that forms print; nothing of a year is fixed in a template.</summary>
public sealed record CampaignTexts
{
    /// <summary>The campaign's code, <c>HT2024</c>.</summary>
    public required string CampaignCode { get; init; }

    /// <summary>The year the forms name.</summary>
    public required int CampaignYear { get; init; }

    /// <summary>The name of the layout profile, <c>HD36-2018</c>.</summary>
    public required string LayoutProfile { get; init; }

    /// <summary>The name of the heading, that of the organization the document is for; the forms' own unless it has another.</summary>
    public string Heading { get; init; } = Authoring.HeadingVariants.Official;

    /// <summary>The title at the right of the head («ĐẢNG CỘNG SẢN VIỆT NAM»), where the heading prints one of the campaign.</summary>
    public required string HeaderTitle { get; init; }

    /// <summary>The last sentence of section I of Mẫu 03.</summary>
    public required string LearningCommitment { get; init; }

    /// <summary>The theme of the year («chuyên đề năm»).</summary>
    public required string ProvinceThemeText { get; init; }

    /// <summary>Who issued the theme of the year («Đảng bộ tỉnh»).</summary>
    public required string ProvinceThemeOwner { get; init; }

    /// <summary>The theme of the term («chuyên đề toàn khóa»).</summary>
    public required string TermThemeText { get; init; }

    /// <summary>The term it belongs to.</summary>
    public required string TermThemeScope { get; init; }

    /// <summary>The bases («căn cứ»), each a whole paragraph; <c>{provinceThemeText}</c> stands for the theme, printed italic.</summary>
    public required IReadOnlyList<string> LegalBases { get; init; }

    /// <summary>The pattern of the basis on the unit's own plan, with <c>{orgPlanNumber}</c>, <c>{orgPlanDate}</c>, <c>{orgPlanIssuer}</c>, <c>{campaignYear}</c>.</summary>
    public required string OrgPlanBasis { get; init; }
}
