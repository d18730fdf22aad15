using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling.Compiled;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>The rule under the own name («đường kẻ dưới tên cơ quan»): as long as a share of the name, so its indents are written with the values.</summary>
internal sealed class NameRule
{
    /// <summary>The tag of the indents among the printed values; no field is named so.</summary>
    private const string Tag = "nameRule";

    private readonly FieldDefinition name;
    private readonly string blank;
    private readonly Func<string, int?> indent;

    private NameRule(FieldDefinition name, int year, Func<string, int?> indent) =>
        (this.name, blank, this.indent) = (name, Placeholders.Printed(name, year), indent);

    /// <summary>Gives the rule under a name that is a field a place for its indents; one under words of the template is fitted for good.</summary>
    public static NameRule? Put(XDocument document, RuleFitter rules, FormDefinition form, int year)
    {
        rules.FitName(document);
        var rule = RuleFitter.WithStyle(document, RuleFitter.NameRuleStyle).FirstOrDefault();
        var tags = RuleFitter.Above(rule)?.Descendants(W + "sdt").Select(TagOf).ToHashSet() ?? [];
        if (rule is null || form.SingleFields.FirstOrDefault(field => tags.Contains(field.Tag)) is not { } name)
        {
            return null;
        }

        var properties = rule.Element(W + "pPr")!; // its style was found there
        properties.Elements(W + "ind").Remove();
        properties.Add(Directives.Indents(Tag));
        return new NameRule(name, year, text => rules.NameIndent(rule, text));
    }

    /// <summary>The printed values, with the indents of the rule under this name.</summary>
    public TemplateValues AddTo(TemplateValues printed)
    {
        var text = printed[name.Tag] is { Length: > 0 } given ? given : blank;
        return indent(text) is { } twips ? printed.With(Tag, twips.ToString(CultureInfo.InvariantCulture)) : printed;
    }
}
