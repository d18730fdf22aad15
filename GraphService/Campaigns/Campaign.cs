using System.Text.Json;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Campaigns;

/// <summary>How many rows a form must and may have, and the clause that says so.</summary>
internal sealed record RowBounds(int Min, int? Max, string Basis);

/// <summary>What a campaign asks of people («kế hoạch cá nhân»): the exemplary works of those who owe section III, the copies of leaders.</summary>
internal sealed record PeopleObligations(RowBounds Exemplary, int CopiesForLeaders, string Basis);

/// <summary>A yearly campaign («đợt đăng ký»): texts, days and duties as data. Nothing of a year is code.</summary>
internal sealed record Campaign(
    CampaignTexts Texts,
    DateOnly Opens,
    DateOnly Deadline,
    DateOnly Closes,
    string DeadlineText,
    string? Previous,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, RowBounds>> ObligationsByKind,
    PeopleObligations People,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> DocumentDefaultsByKind)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The code, <c>HT2027</c>.</summary>
    public string Code => Texts.CampaignCode;

    /// <summary>The year the forms name.</summary>
    public int Year => Texts.CampaignYear;

    /// <summary>The instant from which a filing is late.</summary>
    public DateTimeOffset DueAt => VietnamTime.EndOf(Deadline);

    /// <summary>True while filings are taken.</summary>
    public bool TakesFilingsAt(DateTimeOffset instant) => instant >= VietnamTime.StartOf(Opens) && instant < VietnamTime.EndOf(Closes);

    /// <summary>True when something received at this instant, or still missing then, is late.</summary>
    public bool IsLateAt(DateTimeOffset instant) => instant >= DueAt;

    /// <summary>What documents of an organization's kind usually carry (authority to sign, recipients), by tag; empty when the campaign names nothing for the kind.</summary>
    public IReadOnlyDictionary<string, string> DocumentDefaultsOf(Organization organization) =>
        DocumentDefaultsByKind.GetValueOrDefault(organization.Kind) ?? new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The texts as papers of an organization print them, with its own heading.</summary>
    /// <returns>409.3 when the organization's heading is none there is.</returns>
    public Result<CampaignTexts> TextsOf(Organization organization)
    {
        if (organization.Heading.Length == 0)
        {
            return Texts;
        }

        return HeadingVariants.Find(organization.Heading) is { } heading
            ? Texts with { Heading = heading.Name }
            : new Problem.WrongState($"{organization.Name} đặt mẫu đầu văn bản “{organization.Heading}” mà hệ thống không có. Đề nghị quản trị chọn lại trong danh sách Tổ chức: {string.Join(", ", HeadingVariants.All.Select(known => known.Title))}; để trống thì dùng mẫu của Đảng.");
    }

    /// <summary>Reads a campaign from its settings, as the Campaigns list keeps them.</summary>
    /// <exception cref="JsonException">The settings are not a campaign.</exception>
    public static Campaign FromSettings(string settings)
    {
        var file = JsonSerializer.Deserialize<Settings>(settings, Json) ?? throw new JsonException("The settings of a campaign are null.");
        var texts = JsonSerializer.Deserialize<CampaignTexts>(settings, Json)!; // not null: the same text just gave an object
        if (file.ObligationsByKind is null || file.ObligationsOfPeople?.GetValueOrDefault("mau03") is not { Exemplary: not null } people)
        {
            throw new JsonException("The settings of a campaign name no obligations.");
        }

        if (LayoutProfiles.Find(texts.LayoutProfile) is null || HeadingVariants.Find(texts.Heading) is null)
        {
            throw new JsonException($"There is no layout profile '{texts.LayoutProfile}' or no heading '{texts.Heading}'.");
        }

        return new Campaign(texts, file.Opens, file.Deadline, file.Closes, file.DeadlineText, file.Previous, file.ObligationsByKind, people,
            file.DocumentDefaultsByKind ?? new Dictionary<string, IReadOnlyDictionary<string, string>>());
    }

    private sealed record Settings(
        DateOnly Opens, DateOnly Deadline, DateOnly Closes, string DeadlineText, string? Previous,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, RowBounds>>? ObligationsByKind,
        IReadOnlyDictionary<string, PeopleObligations>? ObligationsOfPeople,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? DocumentDefaultsByKind);
}
