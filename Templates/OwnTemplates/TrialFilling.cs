using System.Globalization;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Fills a template for trial and reads it back: whatever people did to it, what goes in must come out, with nothing to complain about.</summary>
/// <param name="form">The form.</param>
/// <param name="profile">The layout it is tried with.</param>
/// <param name="prepared">The template.</param>
/// <param name="causes">What would explain that a field does not come back, by its tag.</param>
internal sealed class TrialFilling(FormDefinition form, LayoutProfile profile, byte[] prepared, IReadOnlyDictionary<string, string> causes)
{
    private const int Year = 2031;
    private const int MostNamed = 3;

    private static readonly CampaignTexts Campaign = new()
    {
        CampaignCode = "HTTHU",
        CampaignYear = Year,
        LayoutProfile = LayoutProfiles.Official,
        HeaderTitle = "ĐẢNG CỘNG SẢN VIỆT NAM",
        LearningCommitment = "Vận dụng hiệu quả vào việc tu dưỡng, rèn luyện.",
        ProvinceThemeText = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về tinh thần trách nhiệm",
        ProvinceThemeOwner = "Đảng bộ tỉnh",
        TermThemeText = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về ý chí tự lực, tự cường",
        TermThemeScope = "nhiệm kỳ Đại hội Đảng",
        LegalBases = ["Căn cứ Kết luận thứ nhất của cấp trên;", "Căn cứ Kế hoạch thứ hai về chuyên đề “{provinceThemeText}” của Đảng bộ tỉnh;"],
        OrgPlanBasis = "Căn cứ Kế hoạch số {orgPlanNumber}, ngày {orgPlanDate} của {orgPlanIssuer} về việc học tập và làm theo năm {campaignYear},",
    };

    /// <summary>What does not come back; empty when all does.</summary>
    public IEnumerable<Finding> Find()
    {
        var template = FormTemplate.FromBytes(form, prepared, profile.Name);
        foreach (var rows in new[] { 0, 1, 3 })
        {
            if (Fault(template, Values(rows)) is { } fault)
            {
                return [fault];
            }
        }

        return Read(template, FormValues.Empty) is { PrintedYear: { } year and not Year } ? [TemplateFindings.FixedYear(year)] : [];
    }

    private Finding? Fault(FormTemplate template, FormValues values)
    {
        var document = Read(template, values);
        if (document is null)
        {
            return TemplateFindings.TrialFailed("văn bản điền ra không mở lại được.");
        }

        var wrong = form.Fields.Where(field => !IsSame(field, values, document.Values)).ToList();
        return wrong.Concat(document.Findings.SelectMany(FieldsOf)).FirstOrDefault(field => causes.ContainsKey(field.Tag)) is { } explained ? TemplateFindings.TrialFailed(causes[explained.Tag], explained.Tag)
            : wrong.Count > 0 ? TemplateFindings.TrialFailed($"{TemplateFindings.Some(wrong.Select(field => field.Label))}. Hãy xem lại quanh các ô này.")
            : document.Findings.Count > 0 ? TemplateFindings.TrialFailed(string.Join(' ', document.Findings.Select(finding => finding.Message).Distinct().Take(MostNamed)))
            : null;
    }

    private IEnumerable<FieldDefinition> FieldsOf(Finding finding) => form.Fields.Where(field => finding.Path == field.Tag || finding.Path.StartsWith($"{field.Tag}[", StringComparison.Ordinal));

    private FormDocument? Read(FormTemplate template, FormValues values)
    {
        var bytes = FormFiller.Fill(form, Campaign with { LayoutProfile = profile.Name }, values, new DocumentIdentity(form.Code, Campaign.CampaignCode, "THU", form.Personal ? "THU" : null), template);
        using var stream = new MemoryStream(bytes, writable: false);
        return (FormReader.Read(stream, [form]) as ReadResult.Readable)?.Document;
    }

    private static bool IsSame(FieldDefinition field, FormValues before, FormValues after) => field.Type != FieldType.Rows
        ? before[field.Tag] == after[field.Tag]
        : before.RowsOf(field.Tag).Count == after.RowsOf(field.Tag).Count
            && before.RowsOf(field.Tag).Zip(after.RowsOf(field.Tag)).All(pair => field.Columns.All(column => pair.First[column.Tag] == pair.Second[column.Tag]));

    // Each value is another one, so that none can pass for its neighbour; with no rows everything is empty.
    private FormValues Values(int rows) => new(
        rows == 0 ? new Dictionary<string, string>() : form.SingleFields.Select((field, number) => (field, number)).ToDictionary(item => item.field.Tag, item => ValueOf(item.field, item.number)),
        form.RowFields.ToDictionary(field => field.Tag, field => (IReadOnlyList<FormRow>)[.. Enumerable.Range(1, rows).Select(row => new FormRow(null,
            field.Columns.Select((column, number) => (column, number)).ToDictionary(item => item.column.Tag, item => ValueOf(item.column, (100 * row) + item.number))))]));

    private string ValueOf(FieldDefinition field, int number) => field switch
    {
        { CopyOf.Length: > 0 } => ValueOf(form.Field(field.CopyOf), form.SingleFields.ToList().FindIndex(other => other.Tag == field.CopyOf)),
        { Type: FieldType.Date } => new DateOnly(Year, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Type: FieldType.Choice } => field.Choices[0].Code,
        { Type: FieldType.Multi } => $"Nội dung thử thứ {number}.\nDòng tiếp của phần {number}",
        { Type: FieldType.Lines } => $"Nơi nhận thử {number}\nLưu hồ sơ {number}",
        _ => $"Chữ thử {number}",
    };
}
