using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;

namespace HocTap.Office.GraphService.Duties;

/// <summary>Whether a form is owed, welcome, or not asked for («bắt buộc», «tự nguyện», «được miễn»).</summary>
internal enum Obligation
{
    /// <summary>Owed; counted as missing until it is filed.</summary>
    Required,

    /// <summary>Not owed and encouraged; never counted as missing.</summary>
    Voluntary,

    /// <summary>A member of a residential cell whom the guideline excepts (B3): voluntary too, but listed apart.</summary>
    Exempt,
}

/// <summary>What a person owes in a campaign, with the clause.</summary>
/// <param name="Plan">Whether the personal plan (Mẫu 03) is owed.</param>
/// <param name="Rows">The bounds of section III.</param>
/// <param name="Copies">1, or 2 for leaders.</param>
/// <param name="Reason">The clause that decides, such as <c>2.2a</c>.</param>
internal sealed record PersonalObligation(Obligation Plan, RowBounds Rows, int Copies, string Reason)
{
    /// <summary>True when section III is owed.</summary>
    public bool OwesSectionThree => Rows.Min > 0;

    /// <summary>Applies B1 to B6 of the guideline, sections 2.2a, 2.2b and 3.</summary>
    public static PersonalObligation Of(Person person, Organization organization, Campaign campaign)
    {
        var (plan, reason) = PlanOf(person, organization);
        var required = plan == Obligation.Required;
        var exemplary = campaign.People.Exemplary;
        var rows = required && (person.IsCommitteeMember || person.IsLeader) ? exemplary : exemplary with { Min = 0 };
        return new PersonalObligation(plan, rows, required && person.IsLeader ? campaign.People.CopiesForLeaders : 1, reason);
    }

    private static (Obligation Plan, string Reason) PlanOf(Person person, Organization organization) => person switch
    {
        // B1: cán bộ, công chức, viên chức of the political system, Party members or not (2.2a).
        { Category: "canBo" or "congChuc" or "vienChuc" } => (Obligation.Required, "2.2a"),

        // B6: anyone else who is not a Party member is encouraged (2.2a, last sentence).
        { IsPartyMember: false } => (Obligation.Voluntary, "2.2a, câu cuối"),

        // B3': committee members of residential cells (2.2a, 2.2b).
        { IsCommitteeMember: true } => (Obligation.Required, "2.2a"),

        // B3: the other members of residential cells are excepted (2.2a).
        _ when organization.IsResidentialCell => (Obligation.Exempt, "2.2a, ngoại lệ"),

        // B2: every other Party member (2.2a).
        _ => (Obligation.Required, "2.2a"),
    };
}
