using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>Puts the texts of the campaign in the place of the template's campaign controls, which disappear: they are not fields of the form.</summary>
internal static class CampaignFiller
{
    private const string Theme = "provinceThemeText";

    public static void Fill(XDocument document, CampaignTexts campaign)
    {
        foreach (var place in Places(document))
        {
            var name = TagOf(place)![CampaignPrefix.Length..];
            switch (name)
            {
                case "legalBases":
                    RepeatParagraph(place, campaign);
                    break;
                case "orgPlanBasis":
                    place.ReplaceWith(Sentence(campaign.OrgPlanBasis, place, campaign));
                    break;
                default:
                    place.ReplaceWith(Runs.Of(TextOf(name, campaign), Runs.PropertiesIn(place)));
                    break;
            }
        }
    }

    private static List<XElement> Places(XDocument document) =>
        [.. document.Descendants(W + "sdt").Where(control => TagOf(control)?.StartsWith(CampaignPrefix, StringComparison.Ordinal) == true)];

    private static void RepeatParagraph(XElement place, CampaignTexts campaign)
    {
        var paragraph = place.Ancestors(W + "p").First();
        foreach (var text in campaign.LegalBases)
        {
            var copy = new XElement(paragraph);
            var copied = copy.Descendants(W + "sdt").First(control => TagOf(control) == TagOf(place));
            copied.ReplaceWith(Sentence(text, place, campaign));
            paragraph.AddBeforeSelf(copy);
        }

        paragraph.Remove();
    }

    // The three fields of the unit's plan stand inside the campaign's sentence: their controls move to where the sentence names them.
    private static List<XElement> Sentence(string pattern, XElement place, CampaignTexts campaign)
    {
        return [.. TextPattern.Split(pattern).SelectMany(piece => piece switch
        {
            { Name: "" } => [Runs.Of(piece.Text, null)],
            { Name: Theme } => [Runs.Of(TextOf(Theme, campaign), Runs.Italic())],
            _ when FieldIn(place, piece.Name) is { Count: > 0 } field => field,
            _ => (IEnumerable<XElement>)[Runs.Of(TextOf(piece.Name, campaign), null)],
        })];
    }

    private static List<XElement> FieldIn(XElement place, string tag)
    {
        var control = place.Descendants(W + "sdt").FirstOrDefault(inner => TagOf(inner) == tag);
        if (control is null)
        {
            return [];
        }

        var start = control.ElementsBeforeSelf(W + "bookmarkStart").LastOrDefault(mark => (string?)mark.Attribute(W + "name") == BookmarkPrefix + tag);
        var end = control.ElementsAfterSelf(W + "bookmarkEnd").FirstOrDefault(mark => (string?)mark.Attribute(W + "id") == (string?)start?.Attribute(W + "id"));
        return [.. new[] { start, control, end }.OfType<XElement>().Select(element => new XElement(element))];
    }

    private static string TextOf(string name, CampaignTexts campaign) => VietnameseText.OneLine(name switch
    {
        "campaignYear" => campaign.CampaignYear.ToString(CultureInfo.InvariantCulture),
        "headerTitle" => campaign.HeaderTitle,
        "learningCommitment" => campaign.LearningCommitment,
        Theme => campaign.ProvinceThemeText,
        "provinceThemeOwner" => campaign.ProvinceThemeOwner,
        "termThemeText" => campaign.TermThemeText,
        "termThemeScope" => campaign.TermThemeScope,
        _ => throw new InvalidDataException($"Campaign texts have no '{name}'."),
    });
}
