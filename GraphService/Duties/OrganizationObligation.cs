using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Duties;

/// <summary>What an organization owes of a collective form (Mẫu 01, Mẫu 02): table A of the guideline's reading, which is campaign data by kind.</summary>
internal sealed record OrganizationObligation(string Form, Obligation Plan, RowBounds Rows)
{
    /// <summary>The collective forms, in the order of their codes.</summary>
    public static IReadOnlyList<string> Forms { get; } = [.. FormCatalog.All.Where(form => !form.Personal).Select(form => form.Code.Value)];

    /// <summary>What an organization owes of a form; a kind or form the campaign does not name owes nothing.</summary>
    public static OrganizationObligation Of(Organization organization, string form, Campaign campaign)
    {
        var rows = campaign.ObligationsByKind.GetValueOrDefault(organization.Kind)?.GetValueOrDefault(form) ?? new RowBounds(0, null, "none");
        return new OrganizationObligation(form, rows.Min > 0 ? Obligation.Required : Obligation.Voluntary, rows);
    }
}
