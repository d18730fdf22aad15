using HocTap.Office.GraphService.Organizations;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Drift;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Forms;

/// <summary>What checking a layout answers, on the wire and from the verb <c>check</c>.</summary>
internal static class LayoutAnswer
{
    /// <summary>The profile of the campaign a document names, else the official one.</summary>
    public static LayoutProfile ProfileOf(FormDocument document, OfficeDirectory? directory) =>
        LayoutProfiles.Find(directory?.Campaign(document.Identity?.Campaign)?.Texts.LayoutProfile ?? LayoutProfiles.Official)
            ?? throw new InvalidOperationException("A campaign names a layout profile that the product does not have.");

    /// <summary>The heading of the organization a document names; null to tell it by its words.</summary>
    public static HeadingVariant? HeadingOf(FormDocument document, OfficeDirectory? directory) =>
        directory?.Organization(document.Identity?.Organization) is { Heading.Length: > 0 } organization ? HeadingVariants.Find(organization.Heading) : null;

    /// <summary>The answer.</summary>
    public static object Of(CheckResult.Checked result, LayoutProfile profile) => new
    {
        form = result.Document.Form.Code.Value,
        campaign = result.Document.Identity?.Campaign,
        organization = result.Document.Identity?.Organization,
        person = result.Document.Identity?.Person,
        profile = profile.Name,
        deviations = result.Deviations.Select(Of),
        fixedText = result.FixedText.Select(Of),
    };

    private static object Of(LayoutDeviation deviation) => new
    {
        id = deviation.Id,
        rule = deviation.Rule,
        aspect = deviation.Aspect,
        path = deviation.Place.Path,
        place = deviation.Place.Words,
        found = deviation.Found,
        expected = deviation.Expected,
        source = deviation.Source,
        canRepair = deviation.CanRepair,
        message = deviation.Message,
    };

    private static object Of(Difference difference) => new
    {
        kind = char.ToLowerInvariant(difference.Kind.ToString()[0]) + difference.Kind.ToString()[1..],
        path = difference.Place.Path,
        place = difference.Place.Words,
        from = difference.From,
        to = difference.To,
        message = difference.Message,
    };
}
