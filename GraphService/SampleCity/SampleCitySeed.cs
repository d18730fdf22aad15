using System.Globalization;
using System.Text.Json;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.GraphService.SampleCity;

/// <summary>The invented city Lam Kiều as list items: organizations, people, roles and campaigns of the demo and of the tests.</summary>
internal static class SampleCitySeed
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "SampleCity");

    /// <summary>The items of each seeded list, each with its key.</summary>
    public static IEnumerable<(ListSchema List, IReadOnlyList<SeedItem> Items)> Lists()
    {
        yield return (SiteSchema.Campaigns, [.. Campaigns()]);
        yield return (SiteSchema.Organizations, [.. CsvFile.Read(Path.Combine(Folder, "organizations.csv")).Select(Organization)]);
        yield return (SiteSchema.People, [.. CsvFile.Read(Path.Combine(Folder, "people.csv")).Select(Person)]);
        yield return (SiteSchema.Roles, [.. CsvFile.Read(Path.Combine(Folder, "roles.csv")).Select(Role)]);
    }

    private static IEnumerable<SeedItem> Campaigns()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "campaigns.json")));
        foreach (var campaign in file.RootElement.EnumerateObject())
        {
            yield return new SeedItem(campaign.Name, new Dictionary<string, object?>
            {
                ["Title"] = campaign.Name,
                ["Code"] = campaign.Name,
                ["Year"] = campaign.Value.GetProperty("campaignYear").GetInt32(),
                ["Deadline"] = campaign.Value.GetProperty("deadline").GetString(),
                ["Settings"] = JsonSerializer.Serialize(campaign.Value, Compact),
            });
        }
    }

    private static SeedItem Organization(IReadOnlyDictionary<string, string> record) => new(record["code"], new Dictionary<string, object?>
    {
        ["Title"] = record["name"],
        ["Code"] = record["code"],
        ["Name"] = record["name"],
        ["Kind"] = record["kind"],
        ["ParentCode"] = OrNull(record["parentCode"]),
        ["HeaderSuperior"] = record["headerSuperior"],
        ["HeaderName"] = record["headerName"],
        ["PlaceName"] = record["placeName"],
        ["Email"] = record["email"],
    });

    private static SeedItem Person(IReadOnlyDictionary<string, string> record) => new(record["code"], new Dictionary<string, object?>
    {
        ["Title"] = record["fullName"],
        ["Code"] = record["code"],
        ["FullName"] = record["fullName"],
        ["DateOfBirth"] = OrNull(record["dateOfBirth"]),
        ["Email"] = record["email"],
        ["OrganizationCode"] = record["organizationCode"],
        ["Position"] = record["position"],
        ["PartyPosition"] = record["partyPosition"],
        ["GovernmentPosition"] = record["governmentPosition"],
        ["Category"] = record["category"],
        ["IsPartyMember"] = record["isPartyMember"] == "1",
        ["IsCommitteeMember"] = record["isCommitteeMember"] == "1",
        ["IsLeader"] = record["isLeader"] == "1",
        ["IsHead"] = record["isHead"] == "1",
    });

    private static SeedItem Role(IReadOnlyDictionary<string, string> record)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{record["personCode"]}/{record["role"]}/{record["organizationCode"]}");
        return new SeedItem(key, new Dictionary<string, object?>
        {
            ["Title"] = key,
            ["RoleKey"] = key,
            ["PersonCode"] = record["personCode"],
            ["Role"] = record["role"],
            ["OrganizationCode"] = record["organizationCode"],
        });
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>An item to seed: the value of its list's key column and its fields.</summary>
internal sealed record SeedItem(string Key, IReadOnlyDictionary<string, object?> Fields);
