using System.Text.Json;
using Dapper;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Organizations;

/// <summary>Gives the present <see cref="OfficeDirectory"/>: read from the mirror once and again after each delta that changed it.</summary>
internal sealed class DirectoryStore(Database database, ILogger<DirectoryStore> logger)
{
    private OfficeDirectory? current;

    /// <summary>The present directory.</summary>
    public OfficeDirectory Current => current ?? Reload();

    /// <summary>Reads the directory anew.</summary>
    public OfficeDirectory Reload()
    {
        using var connection = database.Open();
        var organizations = connection.Query<OrganizationRow>("SELECT code, kind, name, header_superior HeaderSuperior, header_name HeaderName, heading Heading, parent_code ParentCode, place_name PlaceName, email FROM mirror_organizations").Select(row => row.ToOrganization()).DistinctBy(organization => organization.Code).ToList();
        var codes = organizations.Select(organization => organization.Code).ToHashSet(StringComparer.Ordinal);
        return current = new OfficeDirectory(
            organizations,
            [.. connection.Query<PersonRow>("SELECT code, full_name FullName, date_of_birth DateOfBirth, email, organization_code OrganizationCode, position, party_position PartyPosition, government_position GovernmentPosition, category, is_party_member IsPartyMember, is_committee_member IsCommitteeMember, is_leader IsLeader, is_head IsHead, managing_organization ManagingOrganization FROM mirror_people").Select(row => row.ToPerson()).Where(person => HasHome(person, codes))],
            [.. connection.Query<RoleRow>("SELECT person_code PersonCode, role, organization_code OrganizationCode FROM mirror_roles").Select(row => row.ToRole()).OfType<Role>()],
            [.. connection.Query<string>("SELECT settings FROM mirror_campaigns").Select(ReadCampaign).OfType<Campaign>()]);
    }

    // Somebody whose organization was mistyped owes nothing anywhere until it is mended; the log says so.
    private bool HasHome(Person person, HashSet<string> organizations)
    {
        var known = organizations.Contains(person.OrganizationCode);
        if (!known)
        {
            logger.HomelessPerson(person.Code, person.OrganizationCode);
        }

        return known;
    }

    // A slip in settings edited natively must not take the whole directory down: that campaign is left out and the log says so.
    private Campaign? ReadCampaign(string settings)
    {
        try
        {
            return Campaign.FromSettings(settings);
        }
        catch (Exception exception) when (exception is JsonException)
        {
            logger.BrokenCampaign(exception);
            return null;
        }
    }

    private sealed class OrganizationRow
    {
        public required string Code { get; init; }
        public required string Kind { get; init; }
        public required string Name { get; init; }
        public required string HeaderSuperior { get; init; }
        public required string HeaderName { get; init; }
        public required string Heading { get; init; }
        public string? ParentCode { get; init; }
        public required string PlaceName { get; init; }
        public required string Email { get; init; }

        public Organization ToOrganization() => new(Code, Kind, Name, HeaderSuperior, HeaderName, ParentCode, PlaceName, Email, Heading);
    }

    private sealed class PersonRow
    {
        public required string Code { get; init; }
        public required string FullName { get; init; }
        public string? DateOfBirth { get; init; }
        public required string Email { get; init; }
        public required string OrganizationCode { get; init; }
        public required string Position { get; init; }
        public required string PartyPosition { get; init; }
        public required string GovernmentPosition { get; init; }
        public required string Category { get; init; }
        public bool IsPartyMember { get; init; }
        public bool IsCommitteeMember { get; init; }
        public bool IsLeader { get; init; }
        public bool IsHead { get; init; }
        public string? ManagingOrganization { get; init; }

        public Person ToPerson() => new(
            Code, FullName, DateOfBirth is null ? null : DateOnly.Parse(DateOfBirth, System.Globalization.CultureInfo.InvariantCulture), Email, OrganizationCode, Position,
            PartyPosition, GovernmentPosition, Category, IsPartyMember, IsCommitteeMember, IsLeader, IsHead, ManagingOrganization);
    }

    private sealed class RoleRow
    {
        public required string PersonCode { get; init; }
        public required string Role { get; init; }
        public required string OrganizationCode { get; init; }

        public Role? ToRole() => Enum.TryParse<RoleKind>(Role, ignoreCase: true, out var kind) ? new(PersonCode, kind, OrganizationCode) : null;
    }
}
