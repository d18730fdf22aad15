using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Gives the rules of a paper («đường kẻ ngang») their lengths, each by the words it stands under, whatever those are.</summary>
internal sealed class RuleFitter(HeadingVariant heading, LayoutProfile profile, PageLayout page)
{
    /// <summary>Fits the rules under texts of the campaign: title and subtitle.</summary>
    public void FitTitles(XDocument document)
    {
        Fit(document, "HtRule", 1);
        Fit(document, "HtSubtitleRule", profile.SubtitleRuleShare);
    }

    /// <summary>Fits the rule under the own name, once that is printed.</summary>
    public void FitName(XDocument document) => Fit(document, "HtNameRule", heading.NameRuleShare);

    private void Fit(XDocument document, string style, double share)
    {
        foreach (var rule in document.Descendants(W + "p").Where(paragraph => StyleOf(paragraph) == style))
        {
            if (IndentTwips(rule, share) is not { } indent)
            {
                continue;
            }

            var properties = rule.Element(W + "pPr")!; // its style was found there
            properties.Elements(W + "ind").Remove();
            properties.Add(Element("ind", new XAttribute(W + "left", indent), new XAttribute(W + "right", indent)));
        }
    }

    // Under words in a look of people's own the rule stays as they drew it.
    private int? IndentTwips(XElement rule, double share)
    {
        if (rule.ElementsBeforeSelf(W + "p").LastOrDefault() is not { } above || !profile.Looks.TryGetValue(StyleSheet.LookOf(StyleOf(above)), out var look))
        {
            return null;
        }

        var text = string.Concat(above.Descendants(W + "t").Select(piece => piece.Value));
        var width = rule.Parent?.Element(W + "tcPr")?.Element(W + "tcW") is { } cell ? (int)cell.Attribute(W + "w")! : page.TextWidth;
        return LineWidths.Indent(text, look, width, share);
    }

    private static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");
}
