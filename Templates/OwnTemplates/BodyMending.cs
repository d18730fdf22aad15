using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Makes a body ready to be filled: one item in each section, blanks in the controls, kinds, ids and hidden bookmarks as the filler and later readers need them.</summary>
internal sealed class BodyMending(FormDefinition form, XDocument document, IReadOnlyList<TemplateControl> controls)
{
    // What a control is, besides its names and looks; set anew.
    private static readonly HashSet<string> Kinds = ["text", "richText", "date", "dropDownList", "comboBox", "dataBinding", "showingPlcHdr", "placeholder", "temporary"];

    // In a paragraph's properties these come after its indents, which the filler puts last.
    private static readonly HashSet<string> BehindIndents = ["contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"];

    private readonly Prompts prompts = new(form);

    /// <summary>Puts the names of texts of the campaign into their places, and leaves one item in each section; what is compared and tried afterwards starts from here.</summary>
    public void Tidy()
    {
        foreach (var section in controls.Where(control => control.IsSection))
        {
            section.Content?.Elements(W + "sdt").Where(ControlChecks.IsItem).Skip(1).Remove();
        }

        foreach (var place in controls.Where(control => control.IsCampaign && !control.Element.Descendants(W + "sdt").Any()))
        {
            var look = Runs.PropertiesIn(place.Content ?? place.Element);
            place.Content?.ReplaceNodes(Runs.Of($"[{place.Tag[CampaignPrefix.Length..]}]", look));
        }
    }

    /// <summary>Everything else; only for a body without errors.</summary>
    public void Mend()
    {
        foreach (var control in controls.Where(control => control is { Field: not null, IsSection: false } && control.Element.Document is not null))
        {
            MakeBlank(control.Element, control.Field!); // asked for just above
        }

        foreach (var rows in form.RowFields)
        {
            RowNumbers.PartOff(document, form, rows);
        }

        foreach (var properties in document.Descendants(W + "pPr").Where(properties => (string?)properties.Element(W + "pStyle")?.Attribute(W + "val") == "HtRule"))
        {
            properties.Elements().Where(element => BehindIndents.Contains(element.Name.LocalName)).Remove();
        }

        new TemplateBookmarks(form, document).PutAnew();
        NumberControls();
    }

    private void MakeBlank(XElement control, FieldDefinition field)
    {
        var (properties, content) = (control.Element(W + "sdtPr")!, control.Element(W + "sdtContent")!); // checked before
        properties.Elements().Where(element => Kinds.Contains(element.Name.LocalName)).Remove();
        properties.Elements(W + "alias").Remove();
        properties.AddFirst(Element("alias", Val(field.Label)));
        properties.Add(
            Element("placeholder", Element("docPart", Val(prompts.NameOf(field)))),
            Element("showingPlcHdr"),
            Element(IsBlock(content) ? "richText" : "text"));
        if (content.Elements(W + "p").FirstOrDefault() is not { } paragraph)
        {
            content.ReplaceNodes(Blank(field, Runs.PropertiesIn(content)));
            return;
        }

        var look = Runs.PropertiesIn(paragraph);
        paragraph.Elements().Where(element => element.Name != W + "pPr").Remove();
        paragraph.Add(Blank(field, look));
        content.ReplaceNodes(paragraph);
    }

    private static bool IsBlock(XElement content) => content.Elements(W + "p").Any();

    private static XElement Blank(FieldDefinition field, XElement? look) => Controls.Run(
        Prompts.TextOf(field), [Element("rStyle", Val(PlaceholderStyle)), .. look?.Elements().Where(property => property.Name != W + "rStyle") ?? []]);

    private void NumberControls()
    {
        var last = 1000;
        foreach (var properties in document.Descendants(W + "sdtPr"))
        {
            properties.Elements(W + "id").Remove();
            var id = Element("id", Val(++last));
            if (properties.Element(W + "tag") is { } tag)
            {
                tag.AddAfterSelf(id);
            }
            else
            {
                properties.AddFirst(id);
            }
        }
    }

    /// <summary>What a control shows that is not the form's own blank; "" for most.</summary>
    public static string WordsIn(TemplateControl control, int year)
    {
        var words = VietnameseText.Words(string.Concat(control.Content?.Descendants(W + "t").Select(text => text.Value) ?? []));
        return control.Field is { } field && (Placeholders.IsOne(field, words) || words == VietnameseText.Words(Placeholders.Printed(field, year))) ? "" : words;
    }
}
