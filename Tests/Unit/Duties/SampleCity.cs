using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.SampleCity;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.Tests.Unit.Duties;

/// <summary>The sample city as the seed has it, without a service around it.</summary>
internal static class SampleCity
{
    public static OfficeDirectory Directory { get; } = Read();

    private static OfficeDirectory Read()
    {
        var lists = SampleCitySeed.Lists().ToDictionary(list => list.List, list => list.Items);
        return new OfficeDirectory(
            [.. lists[SiteSchema.Organizations].Select(Organization)],
            [.. lists[SiteSchema.People].Select(Person)],
            [.. lists[SiteSchema.Roles].Select(item => new Role(Text(item, "PersonCode"), Enum.Parse<RoleKind>(Text(item, "Role"), ignoreCase: true), Text(item, "OrganizationCode")))],
            [.. lists[SiteSchema.Campaigns].Select(item => Campaign.FromSettings(Text(item, "Settings")))]);
    }

    private static Organization Organization(SeedItem item) => new(
        item.Key, Text(item, "Kind"), Text(item, "Name"), Text(item, "HeaderSuperior"), Text(item, "HeaderName"),
        item.Fields["ParentCode"] as string, Text(item, "PlaceName"), Text(item, "Email"));

    private static Person Person(SeedItem item) => new(
        item.Key, Text(item, "FullName"), DateOnly.Parse(Text(item, "DateOfBirth"), System.Globalization.CultureInfo.InvariantCulture), Text(item, "Email"), Text(item, "OrganizationCode"),
        Text(item, "Position"), Text(item, "PartyPosition"), Text(item, "GovernmentPosition"), Text(item, "Category"),
        Flag(item, "IsPartyMember"), Flag(item, "IsCommitteeMember"), Flag(item, "IsLeader"), Flag(item, "IsHead"), null);

    private static string Text(SeedItem item, string column) => item.Fields[column] as string ?? "";

    private static bool Flag(SeedItem item, string column) => item.Fields[column] is true;
}
