using HocTap.Office.AddIn;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>What a clerk does in the pane: filing for people, and what the documents of a unit have in common.</summary>
internal static class ClerkPages
{
    private const int MostPeople = 20;

    /// <summary>The clerk's tools on the duties page; null for who is no clerk, or while no campaign takes filings.</summary>
    public static ClerkModel? Tools(Caller caller, DateTimeOffset now)
    {
        var campaigns = caller.Directory.Campaigns.Where(campaign => campaign.TakesFilingsAt(now)).Select(campaign => new Choice(campaign.Code, T("Năm {0}", campaign.Year))).ToList();
        var units = Units(caller).Select(unit => new Choice(unit.Code, unit.Name, IsName: true)).ToList();
        return campaigns.Count > 0 && units.Count > 0 ? new ClerkModel(campaigns, units) : null;
    }

    /// <summary>People of the clerk's scope that fit the words; without words, who of the clerk's own organizations has not filed yet.</summary>
    public static async Task<IResult> PeopleAsync(string? q, string? campaign, Caller caller, Database database, TimeProvider clock)
    {
        if (caller.Directory.Campaign(campaign) is not { } its)
        {
            return new Problem.NotFound("Không có đợt đăng ký này.").ToHttp();
        }

        var (words, now) = (q?.Trim() ?? "", clock.GetUtcNow());
        await using var connection = database.Open();
        var filed = (await SubmissionsTable.OfCampaignAsync(connection, its.Code)).ToLookup(submission => submission.Duty);
        var states = Candidates(caller, words).Select(person => Duty.OfPerson(caller.Directory, its, person)).Select(duty => DutyState.Of(caller.Directory, duty, filed[duty.Key], now))
            .Where(state => words.Length > 0 || state.IsMissing).ToList();
        return new RazorComponentResult<ClerkPeople>(new
        {
            Model = new ClerkPeopleModel
            {
                Form = FormCatalog.All.First(form => form.Personal).Code,
                Campaign = its.Code,
                Query = words,
                Total = states.Count,
                People = [.. states.Take(MostPeople).Select(state => Of(state, caller, now))],
            },
        });
    }

    /// <summary>What a clerk keeps for a unit.</summary>
    public static async Task<IResult> DefaultsAsync(string? campaign, string? organization, Caller caller, Database database, TimeProvider clock)
    {
        if (!DefaultsApi.Resolve(caller, campaign, organization).TryGet(out var unit, out var problem))
        {
            return problem.ToHttp();
        }

        await using var connection = database.Open();
        var kept = await DefaultsTable.FindAsync(connection, unit.Campaign.Code, unit.Organization);
        return new RazorComponentResult<UnitDefaultsView>(new { Model = Of(unit.Campaign, unit.Organization, kept, clock.GetUtcNow()) });
    }

    private static IEnumerable<Organization> Units(Caller caller) =>
        caller.Roles.Where(role => role.Kind == RoleKind.Clerk).Select(role => caller.Directory.Organization(role.OrganizationCode)).OfType<Organization>().DistinctBy(unit => unit.Code);

    // Found in the whole scope; listed unasked are only the clerk's colleagues, whose plans lie on the clerk's own desk.
    private static IEnumerable<Person> Candidates(Caller caller, string words) => words.Length > 0
        ? LookupApi.Find(caller, words, null).Where(person => caller.Directory.Organization(person.OrganizationCode) is { } its && caller.Holds(its, RoleKind.Clerk))
        : Units(caller).SelectMany(unit => LookupApi.Find(caller, null, unit.Code).Where(person => person.OrganizationCode == unit.Code && person.Code != caller.Person.Code));

    private static PersonDuty Of(DutyState state, Caller caller, DateTimeOffset now)
    {
        var person = state.Duty.Person!; // a personal plan has its person
        return new PersonDuty
        {
            Person = person.Code,
            FullName = person.FullName,
            Position = person.Position,
            Organization = state.Duty.Organization.Code,
            OrganizationName = state.Duty.Organization.Name,
            Obligation = Enum.Parse<AddIn.Pane.Obligation>(state.Duty.Obligation.ToString()),
            State = state.State,
            Late = state.IsLate,
            Submission = state.Current is { } current ? Guid.Parse(current.Id.ToString()) : null,
            Revision = state.Current?.Revision ?? 0,
            Version = state.Current?.Version ?? 0,
            CanWithdraw = DutyCards.MayWithdraw(state, caller, now),
        };
    }

    private static UnitDefaultsModel Of(Campaign campaign, Organization organization, UnitDefaults kept, DateTimeOffset now) => new()
    {
        Campaign = campaign.Code,
        Year = campaign.Year,
        Organization = organization.Code,
        OrganizationName = organization.Name,
        Version = kept.Version,
        Groups = [.. Groups()],
        Values = kept.Fields,
        CannotKeep = campaign.TakesFilingsAt(now) ? "" : T("Đợt năm {0} không nhận hồ sơ lúc này nên không sửa được.", campaign.Year),
    };

    // A field that several forms have is asked for once, under the first of them.
    private static IEnumerable<(string Title, IReadOnlyList<FieldDefinition> Fields)> Groups()
    {
        var left = UnitDefaults.Kept.ToDictionary(field => field.Tag, StringComparer.Ordinal);
        foreach (var (form, group) in FormCatalog.All.SelectMany(form => form.Groups.Select(group => (form, group))))
        {
            var fields = group.Fields.Where(field => left.Remove(field.Tag)).ToList();
            if (fields.Count > 0)
            {
                yield return ($"{group.Title} ({form.ShortTitle.Split(" - ")[0]})", fields);
            }
        }
    }
}
