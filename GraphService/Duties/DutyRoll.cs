using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Duties;

/// <summary>Every duty of a campaign («danh sách phải nộp»): the denominator of completion.</summary>
internal static class DutyRoll
{
    private static readonly IReadOnlyList<FormCode> CollectiveForms = [.. OrganizationObligation.Forms.Select(FormCode.Parse)];

    /// <summary>The duties of one organization itself: its collective forms, then the plans of its people.</summary>
    public static IEnumerable<Duty> Of(OfficeDirectory directory, Campaign campaign, Organization organization) =>
        CollectiveForms.Select(form => Duty.OfOrganization(campaign, organization, form))
            .Concat(directory.PeopleByOrganization[organization.Code].Select(person => Duty.OfPerson(directory, campaign, person)));

    /// <summary>The duty of a target; null when a personal form has no person or a collective one has.</summary>
    public static Duty? Find(OfficeDirectory directory, Campaign campaign, FormDefinition form, Organization organization, Person? person) => (form.Personal, person) switch
    {
        (true, not null) => Duty.OfPerson(directory, campaign, person).For(form.Code),
        (false, null) => Duty.OfOrganization(campaign, organization, form.Code),
        _ => null,
    };
}
