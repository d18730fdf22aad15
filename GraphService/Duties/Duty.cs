using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Duties;

/// <summary>One document someone owes, or may file, in a campaign («nhiệm vụ đăng ký»): a form of an organization, or of a person in it.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Form">The form.</param>
/// <param name="Organization">The organization; for a personal form the person's own.</param>
/// <param name="Person">The person; null for a collective form.</param>
/// <param name="Obligation">Whether it is owed.</param>
/// <param name="Basis">The clauses it rests on.</param>
/// <param name="Reason">The clause that decides.</param>
/// <param name="Rows">The bounds its rows are judged by.</param>
/// <param name="Copies">How many copies go out, 1 or 2.</param>
/// <param name="ManagingCommittee">Who receives the second copy; null when there is none, or it lies outside the city.</param>
internal sealed record Duty(
    Campaign Campaign, FormCode Form, Organization Organization, Person? Person, Obligation Obligation, string Basis, string Reason, RowBounds Rows, int Copies,
    Organization? ManagingCommittee)
{
    /// <summary>True when it is owed.</summary>
    public bool IsRequired => Obligation == Obligation.Required;

    /// <summary>The key under which its documents and work are lined up: campaign, form, organization and person.</summary>
    public DutyKey Key => new(Campaign.Code, Form.Value, Organization.Code, Person?.Code);

    /// <summary>What the rules of a document of this duty are judged against.</summary>
    public RuleContext RuleContext(DateOnly today) => new(Campaign.Year, today, IsRequired, Rows.Min, Rows.Max);

    /// <summary>The personal plan (Mẫu 03) of someone.</summary>
    public static Duty OfPerson(OfficeDirectory directory, Campaign campaign, Person person)
    {
        var organization = directory.Organization(person.OrganizationCode) ?? throw new InvalidOperationException($"Person {person.Code} belongs to no known organization.");
        var owed = PersonalObligation.Of(person, organization, campaign);
        return new Duty(
            campaign, PersonalForm, organization, person, owed.Plan, campaign.People.Basis, owed.Reason, owed.Rows, owed.Copies,
            owed.Copies > 1 ? directory.ManagingCommittee(person) : null);
    }

    /// <summary>The same person's duty of a form: the guideline knows one personal form, any other is welcome and owed by nobody.</summary>
    public Duty For(FormCode form) => form == Form ? this : this with
    {
        Form = form, Obligation = Obligation.Voluntary, Basis = "none", Reason = "none", Rows = new RowBounds(0, null, "none"), Copies = 1, ManagingCommittee = null,
    };

    /// <summary>A collective form of an organization.</summary>
    public static Duty OfOrganization(Campaign campaign, Organization organization, FormCode form)
    {
        var owed = OrganizationObligation.Of(organization, form.Value, campaign);
        return new Duty(campaign, form, organization, null, owed.Plan, owed.Rows.Basis, owed.Rows.Basis, owed.Rows, 1, null);
    }

    private static FormCode PersonalForm { get; } = FormCode.Parse("mau03");
}

/// <summary>What identifies a duty across revisions.</summary>
internal sealed record DutyKey(string Campaign, string Form, string Organization, string? Person)
{
    /// <inheritdoc/>
    public override string ToString() => Person is null ? $"{Campaign}/{Form}/{Organization}" : $"{Campaign}/{Form}/{Organization}/{Person}";
}
