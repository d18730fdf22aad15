using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>What people do to templates that may keep a field from coming back when it is tried, said with what to remove. Most of it does no harm, so only the trial tells.</summary>
internal static class TrialCauses
{
    /// <summary>By the tag of the field.</summary>
    public static IReadOnlyDictionary<string, string> In(FormDefinition form, IReadOnlyList<TemplateControl> controls, PlaceNames places) => Repeated(form, controls, places).Concat(Below(controls, places))
        .DistinctBy(cause => cause.Tag).ToDictionary(cause => cause.Tag, cause => cause.Words, StringComparer.Ordinal);

    private static IEnumerable<(string Tag, string Words)> Repeated(FormDefinition form, IReadOnlyList<TemplateControl> controls, PlaceNames places) =>
        from field in form.SingleFields
        let own = controls.Where(control => control.Tag == field.Tag).ToList()
        where own.Count > 1
        select (field.Tag, TemplateFindings.Joined(field, string.Join("; ", own.Select(control => places.Of(control.Element)))));

    private static IEnumerable<(string Tag, string Words)> Below(IReadOnlyList<TemplateControl> controls, PlaceNames places) =>
        from section in controls
        where section.IsSection
        from row in section.Element.ElementsAfterSelf(W + "tr").TakeWhile(row => !row.Descendants(W + "sdt").Any()).Take(1) // the rows of the foot have controls
        select (section.Tag, TemplateFindings.RowBelow(section.Field!, VietnameseText.Words(string.Concat(row.Descendants(W + "t").Select(text => text.Value))), places.Of(row))); // a section has its field
}
