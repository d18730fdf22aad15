using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Duties;

/// <summary>The duties a caller sees first («việc của tôi»): their own plan, and for a clerk or manager the collective forms of the role's organization.</summary>
internal static class MyDuties
{
    /// <summary>In every campaign that takes filings now, the newest first.</summary>
    public static async Task<IReadOnlyList<DutyState>> OfAsync(Caller caller, Database database, DateTimeOffset now)
    {
        await using var connection = database.Open();
        var states = new List<DutyState>();
        foreach (var duty in caller.Directory.Campaigns.Where(campaign => campaign.TakesFilingsAt(now)).SelectMany(campaign => Of(caller, campaign)))
        {
            states.Add(DutyState.Of(caller.Directory, duty, await SubmissionsTable.OfDutyAsync(connection, duty.Key), now));
        }

        return states;
    }

    private static IEnumerable<Duty> Of(Caller caller, Campaigns.Campaign campaign)
    {
        yield return Duty.OfPerson(caller.Directory, campaign, caller.Person);
        var organizations = caller.Roles.Where(role => role.Kind is RoleKind.Clerk or RoleKind.Manager).Select(role => role.OrganizationCode).Distinct(StringComparer.Ordinal);
        foreach (var organization in organizations.Select(caller.Directory.Organization).OfType<Organization>())
        {
            foreach (var form in OrganizationObligation.Forms)
            {
                yield return Duty.OfOrganization(campaign, organization, FormCode.Parse(form));
            }
        }
    }
}
