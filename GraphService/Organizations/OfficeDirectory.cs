using HocTap.Office.GraphService.Campaigns;

namespace HocTap.Office.GraphService.Organizations;

/// <summary>Organizations, people, roles and campaigns as they are in SharePoint now («danh bạ»): an immutable snapshot.</summary>
internal sealed class OfficeDirectory(
    IEnumerable<Organization> organizations, IEnumerable<Person> people, IEnumerable<Role> roles, IEnumerable<Campaign> campaigns)
{
    private readonly Dictionary<string, Organization> byCode = organizations.DistinctBy(organization => organization.Code).ToDictionary(organization => organization.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, Person> peopleByCode = people.DistinctBy(person => person.Code).ToDictionary(person => person.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, Campaign> campaignsByCode = campaigns.DistinctBy(campaign => campaign.Code).ToDictionary(campaign => campaign.Code, StringComparer.Ordinal);
    private readonly ILookup<string, Role> rolesByPerson = roles.ToLookup(role => role.PersonCode, StringComparer.Ordinal);

    /// <summary>All organizations, by code.</summary>
    public IEnumerable<Organization> Organizations => byCode.Values.OrderBy(organization => organization.Code, StringComparer.Ordinal);

    /// <summary>All people, by code.</summary>
    public IEnumerable<Person> People => peopleByCode.Values.OrderBy(person => person.Code, StringComparer.Ordinal);

    /// <summary>All campaigns, the newest year first.</summary>
    public IEnumerable<Campaign> Campaigns => campaignsByCode.Values.OrderByDescending(campaign => campaign.Year);

    /// <summary>All roles.</summary>
    public IEnumerable<Role> Roles => rolesByPerson.SelectMany(group => group);

    /// <summary>The organization of a code; null when there is none.</summary>
    public Organization? Organization(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The person of a code; null when there is none.</summary>
    public Person? Person(string? code) => code is null ? null : peopleByCode.GetValueOrDefault(code);

    /// <summary>The campaign of a code; null when there is none.</summary>
    public Campaign? Campaign(string? code) => code is null ? null : campaignsByCode.GetValueOrDefault(code);

    /// <summary>The roles a person holds; empty when none.</summary>
    public IEnumerable<Role> RolesOf(string person) => rolesByPerson[person];

    /// <summary>The people of an organization itself, without those below.</summary>
    public ILookup<string, Person> PeopleByOrganization { get; } = people.ToLookup(person => person.OrganizationCode, StringComparer.Ordinal);

    /// <summary>The organizations directly below one; the top ones for "".</summary>
    public ILookup<string, Organization> Children { get; } = organizations.ToLookup(organization => organization.ParentCode ?? "", StringComparer.Ordinal);

    /// <summary>The organizations above one, the nearest first.</summary>
    public IEnumerable<Organization> Ancestors(Organization organization)
    {
        // A loop in natively edited data must not hang the service: no chain is longer than the number of organizations.
        var above = Organization(organization.ParentCode);
        for (var steps = byCode.Count; above is not null && steps > 0; steps--)
        {
            yield return above;
            above = Organization(above.ParentCode);
        }
    }

    /// <summary>True when an organization is <paramref name="top"/> or lies below it.</summary>
    public bool IsWithin(Organization organization, string top) => organization.Code == top || IsBelow(organization, top);

    /// <summary>True when an organization lies below <paramref name="top"/>.</summary>
    public bool IsBelow(Organization organization, string top) => Ancestors(organization).Any(above => above.Code == top);

    /// <summary>An organization and all below it.</summary>
    public IEnumerable<Organization> Subtree(Organization top) => Organizations.Where(organization => IsWithin(organization, top.Code));

    /// <summary>An organization and all below it, each before those below it, with its depth.</summary>
    public IEnumerable<(Organization Organization, int Depth)> TreeOrder(Organization top) => TreeOrder(top, 0, []);

    // The set guards against a loop in natively edited data.
    private IEnumerable<(Organization Organization, int Depth)> TreeOrder(Organization top, int depth, HashSet<string> seen)
    {
        if (!seen.Add(top.Code))
        {
            yield break;
        }

        yield return (top, depth);
        foreach (var below in Children[top.Code].SelectMany(child => TreeOrder(child, depth + 1, seen)))
        {
            yield return below;
        }
    }

    /// <summary>The committee that receives a leader's second copy («cấp ủy cấp trên theo phân cấp quản lý»); null when it lies outside the city.</summary>
    /// <remarks>The one set for the person, else the nearest ancestor that is a committee (guideline 2.2b, third dash).</remarks>
    public Organization? ManagingCommittee(Person person) =>
        Organization(person.ManagingOrganization)
        ?? (Organization(person.OrganizationCode) is { } own ? Ancestors(own).FirstOrDefault(above => above.IsManagingCommittee) : null);
}
