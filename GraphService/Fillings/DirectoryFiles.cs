using System.Globalization;
using System.Text.Json;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.SampleCity;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>The directory as files («tệp danh bạ»): what an office exports when it has no tenant.</summary>
internal static class DirectoryFiles
{
    /// <summary>Campaigns of a JSON file: an object of settings by code, or the settings of one campaign.</summary>
    public static IEnumerable<Campaign> Campaigns(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        if (file.RootElement.TryGetProperty("campaignCode", out _))
        {
            return [Campaign.FromSettings(file.RootElement.GetRawText())];
        }

        return [.. file.RootElement.EnumerateObject().Select(campaign => Campaign.FromSettings(campaign.Value.GetRawText()))];
    }

    /// <summary>Organizations of a CSV file; columns that are missing read as "".</summary>
    public static IEnumerable<Organization> Organizations(string path) => CsvFile.Read(path).Select(record => new Organization(
        record["code"], Text(record, "kind"), record["name"], Text(record, "headerSuperior"), Text(record, "headerName"), OrNull(record, "parentCode"), Text(record, "placeName"), Text(record, "email"),
        Text(record, "headingVariant")));

    /// <summary>People of a CSV file; columns that are missing read as "" or no.</summary>
    public static IEnumerable<Person> People(string path) => CsvFile.Read(path).Select(record => new Person(
        record["code"], record["fullName"], OrNull(record, "dateOfBirth") is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null, Text(record, "email"), record["organizationCode"],
        Text(record, "position"), Text(record, "partyPosition"), Text(record, "governmentPosition"), Text(record, "category"),
        Text(record, "isPartyMember") == "1", Text(record, "isCommitteeMember") == "1", Text(record, "isLeader") == "1", Text(record, "isHead") == "1", OrNull(record, "managingOrganization")));

    private static string Text(IReadOnlyDictionary<string, string> record, string column) => record.GetValueOrDefault(column, "");

    private static string? OrNull(IReadOnlyDictionary<string, string> record, string column) => Text(record, column) is { Length: > 0 } text ? text : null;
}
