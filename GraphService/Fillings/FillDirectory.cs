using System.Text.Json;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Filling;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>Campaigns, organizations, people and what clerks keep, for work without a caller: from the read model, or from files.</summary>
/// <param name="Directory">What is known.</param>
/// <param name="KnowsEverybody">False when only campaigns were given: then codes are taken as they come and nothing is filled in.</param>
internal sealed record FillDirectory(OfficeDirectory Directory, bool KnowsEverybody)
{
    /// <summary>The template of an organization's own to fill with; null where nobody registered one and the official template serves.</summary>
    public Func<Organization?, FormTemplate?> Templates { get; init; } = _ => null;

    /// <summary>Nothing known at all.</summary>
    public static FillDirectory Empty { get; } = new(new OfficeDirectory([], [], [], []), KnowsEverybody: false);

    /// <summary>What clerks keep, each organization and campaign once.</summary>
    public IEnumerable<UnitDefaults> Defaults
    {
        init => defaults = value.ToDictionary(kept => (kept.Campaign, kept.Organization));
    }

    private readonly Dictionary<(string Campaign, string Organization), UnitDefaults> defaults = [];

    /// <summary>What the clerk of an organization keeps for a campaign.</summary>
    public UnitDefaults DefaultsOf(string campaign, Organization organization) =>
        defaults.GetValueOrDefault((campaign, organization.Code)) ?? UnitDefaults.None(campaign, organization);

    /// <summary>Puts values over those the clerks keep.</summary>
    public FillDirectory With(IEnumerable<UnitDefaults> given)
    {
        var merged = new Dictionary<(string Campaign, string Organization), UnitDefaults>(defaults);
        foreach (var kept in given)
        {
            var key = (kept.Campaign, kept.Organization);
            merged[key] = merged.TryGetValue(key, out var before) ? before with { Fields = Over(before.Fields, kept.Fields) } : kept;
        }

        return this with { Defaults = merged.Values };
    }

    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> given)
    {
        var merged = new Dictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (tag, value) in given)
        {
            merged[tag] = value;
        }

        return merged;
    }

    /// <summary>Reads files: campaigns as JSON by code, people and organizations as CSV with the columns of their lists.</summary>
    /// <returns>400 for a file that cannot be read.</returns>
    public static Result<FillDirectory> FromFiles(string campaigns, string? people, string? organizations)
    {
        if (!Read(campaigns, DirectoryFiles.Campaigns).TryGet(out var known, out var problem)
            || !Read(organizations, DirectoryFiles.Organizations).TryGet(out var units, out problem)
            || !Read(people, DirectoryFiles.People).TryGet(out var persons, out problem))
        {
            return problem;
        }

        return new FillDirectory(new OfficeDirectory(units, persons, [], known), people is not null && organizations is not null);
    }

    private static Result<List<T>> Read<T>(string? path, Func<string, IEnumerable<T>> read)
    {
        try
        {
            return path is null ? new List<T>() : read(path).ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or KeyNotFoundException or JsonException)
        {
            return new Problem.Malformed($"Không đọc được tệp {path}: {Trouble(exception)}");
        }
    }

    private static string Trouble(Exception exception) => exception switch
    {
        JsonException { LineNumber: { } line } => $"dòng {line + 1} không đúng cú pháp JSON.",
        JsonException => "nội dung không đúng như một tệp đợt đăng ký.",
        KeyNotFoundException => "thiếu cột hoặc mục bắt buộc.",
        FormatException => "có ngày, số hoặc giá trị viết không đúng.",
        _ => "không có tệp này, hoặc không mở được.",
    };
}
