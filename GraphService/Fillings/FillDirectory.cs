using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Filling;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>Campaigns, organizations and people for work without a caller: from the read model, or from files.</summary>
/// <param name="Directory">What is known.</param>
/// <param name="KnowsEverybody">False when only campaigns were given: then codes are taken as they come and nothing is filled in.</param>
internal sealed record FillDirectory(OfficeDirectory Directory, bool KnowsEverybody)
{
    /// <summary>The template of an organization's own to fill with; null where nobody registered one and the official template serves.</summary>
    public Func<Organization?, FormTemplate?> Templates { get; init; } = _ => null;

    /// <summary>Nothing known at all.</summary>
    public static FillDirectory Empty { get; } = new(new OfficeDirectory([], [], [], []), KnowsEverybody: false);

    /// <summary>Reads files: campaigns as JSON by code, people and organizations as CSV with the columns of their lists.</summary>
    /// <returns>400 for a file that cannot be read.</returns>
    public static Result<FillDirectory> FromFiles(string campaigns, string? people, string? organizations)
    {
        try
        {
            var directory = new OfficeDirectory(
                organizations is null ? [] : [.. DirectoryFiles.Organizations(organizations)], people is null ? [] : [.. DirectoryFiles.People(people)], [], [.. DirectoryFiles.Campaigns(campaigns)]);
            return new FillDirectory(directory, people is not null && organizations is not null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or KeyNotFoundException or System.Text.Json.JsonException)
        {
            return new Problem.Malformed($"Không đọc được tệp danh bạ hoặc đợt đăng ký: {exception.Message}");
        }
    }
}
