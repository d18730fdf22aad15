using HocTap.Office.GraphService.Organizations;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Defaults;

/// <summary>What a clerk keeps once for all documents of an organization in a campaign («thông tin chung của đơn vị»): the unit's plan, confirmer, signer, recipients.</summary>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Organization">The organization's code.</param>
/// <param name="Version">Grows by one at every saving, 0 while nothing is kept; its ETag.</param>
/// <param name="Fields">The values by tag.</param>
internal sealed record UnitDefaults(string Campaign, string Organization, int Version, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The version as an ETag, with its quotes.</summary>
    public string ETag => $"\"{Version}\"";

    /// <summary>The fields that can be kept, each once, in the order of the forms: those that the forms mark as a clerk's.</summary>
    public static IReadOnlyList<FieldDefinition> Kept { get; } = [.. FormCatalog.All.SelectMany(form => form.SingleFields).Where(field => field.ByClerk).DistinctBy(field => field.Tag)];

    /// <summary>Nothing kept.</summary>
    public static UnitDefaults None(string campaign, Organization organization) => new(campaign, organization.Code, 0, new Dictionary<string, string>(StringComparer.Ordinal));
}
