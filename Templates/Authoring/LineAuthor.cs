using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Authoring.Controls;

namespace HocTap.Office.Templates.Authoring;

/// <summary>Turns the form's own patterns («Họ và tên: {fullName}») into runs and controls.</summary>
internal sealed class LineAuthor(FormDefinition form, Controls controls)
{
    /// <param name="text">The pattern.</param>
    /// <param name="within">The fields that stand inside a text of the campaign.</param>
    public IEnumerable<XElement> Inlines(string text, IReadOnlyList<string> within) =>
        TextPattern.Split(text).SelectMany(piece => piece switch
        {
            { Name: "" } => [Run(piece.Text)],
            { Name: "n" } => [Run("1")],
            { IsCampaign: true } => [CampaignPlace(piece.CampaignName, within)],
            _ => controls.Inline(form.Field(piece.Name)),
        });

    /// <summary>The field that is all of a pattern; null when there is more to it.</summary>
    public FieldDefinition? OnlyField(string text) => TextPattern.Split(text) is [{ Name.Length: > 0 } piece] ? form.Field(piece.Name) : null;

    // The theme of the year is the one campaign text the guideline prints italic.
    private XElement CampaignPlace(string name, IReadOnlyList<string> within) =>
        controls.Campaign(name, italic: name == "provinceThemeText", within.SelectMany(tag => controls.Inline(form.Field(tag))));
}
