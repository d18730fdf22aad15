using HocTap.Office.GraphService.Organizations;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Drift;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Forms;

/// <summary>What checking a layout answers, on the wire and from the verb <c>check</c>.</summary>
internal static class LayoutAnswer
{
    /// <summary>The profile a document says it was filled for, else that of the campaign it names, else the official one.</summary>
    public static LayoutProfile ProfileOf(FormDocument document, OfficeDirectory? directory) =>
        (document.LayoutProfile is { } own ? LayoutProfiles.Find(own) : null) ?? LayoutProfiles.Find(directory?.Campaign(document.Identity?.Campaign)?.Texts.LayoutProfile ?? LayoutProfiles.Official)
            ?? throw new InvalidOperationException("A campaign names a layout profile that the product does not have.");

    /// <summary>The heading a document says it was filled under, else that of the organization it names; null to tell it by its words.</summary>
    public static HeadingVariant? HeadingOf(FormDocument document, OfficeDirectory? directory) =>
        (document.Heading is { } own ? HeadingVariants.Find(own) : null)
        ?? (directory?.Organization(document.Identity?.Organization) is { Heading.Length: > 0 } organization ? HeadingVariants.Find(organization.Heading) : null);

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
