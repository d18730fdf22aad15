using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>A content control of a template that has a tag.</summary>
/// <param name="Element">The control.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Field">The field of that tag; null for a text of the campaign and for a tag that is not ours.</param>
/// <param name="Rows">The repeated field whose column it is; null for all others.</param>
internal sealed record TemplateControl(XElement Element, string Tag, FieldDefinition? Field, FieldDefinition? Rows)
{
    public bool IsSection => Field is { Type: FieldType.Rows };

    public bool IsCampaign => CampaignPlaces.IsOne(Tag);

    public XElement? Properties => Element.Element(W + "sdtPr");

    public XElement? Content => Element.Element(W + "sdtContent");

    /// <summary>True when a control of that tag stands around this one.</summary>
    public bool IsWithin(string tag) => Element.Ancestors(W + "sdt").Any(outer => TagOf(outer) == tag);

    public bool HasProperty(params ReadOnlySpan<string> names)
    {
        foreach (var property in Properties?.Elements() ?? [])
        {
            if (names.Contains(property.Name.LocalName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All of a body, in reading order.</summary>
    public static IReadOnlyList<TemplateControl> In(XDocument document, FormDefinition form) =>
        [.. document.Descendants(W + "sdt").Where(control => !string.IsNullOrEmpty(TagOf(control))).Select(control => Of(control, form))];

    private static TemplateControl Of(XElement control, FormDefinition form)
    {
        var tag = TagOf(control)!; // looked at just above
        var field = form.Fields.FirstOrDefault(item => item.Tag == tag);
        var rows = field is null ? form.RowFields.FirstOrDefault(item => item.Columns.Any(column => column.Tag == tag)) : null;
        return new TemplateControl(control, tag, field ?? rows?.Columns.First(column => column.Tag == tag), rows);
    }
}
