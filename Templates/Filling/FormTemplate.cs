using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>A template parsed once; each filling works on its own copy of the body.</summary>
internal sealed class FormTemplate
{
    private readonly FormDefinition form;
    private readonly LayoutProfile profile;
    private readonly DocxParts parts;
    private readonly XDocument document;
    private readonly XDocument? glossary;

    private FormTemplate(FormDefinition form, LayoutProfile profile, DocxParts parts)
    {
        (this.form, this.profile, this.parts) = (form, profile, parts);
        document = SafeXml.Parse(parts[DocumentPath] ?? throw new InvalidDataException($"The template of {form.Code} has no body."));
        glossary = parts[GlossaryPath] is { } prompts ? SafeXml.Parse(prompts) : null;
    }

    /// <summary>The committed template for the official profile; any other profile is laid out by the author.</summary>
    public static FormTemplate Load(FormDefinition form, string profileName)
    {
        var profile = LayoutProfiles.Find(profileName)
            ?? throw new ArgumentException($"There is no layout profile '{profileName}'.", nameof(profileName));
        var committed = profileName == LayoutProfiles.Official ? EmbeddedData.Bytes($"official/{form.Code}.docx") : null;
        return new FormTemplate(form, profile, committed is null ? TemplateAuthor.BuildParts(form, profile) : PackageReader.ReadTrusted(committed));
    }

    public byte[] Fill(CampaignTexts campaign, FormValues values, DocumentIdentity identity)
    {
        var copy = new XDocument(document);
        var heading = HeadingVariants.Of(campaign);
        var layout = heading.On(profile);
        var page = layout.PageOf(form.Orientation);
        var rules = new RuleFitter(heading, layout, page);
        HeadingFitter.Fit(copy, heading, page);
        CampaignFiller.Fill(copy, campaign);
        rules.FitTitles(copy);
        new BodyFiller(form, campaign.CampaignYear, layout, heading).Fill(copy, values);
        rules.FitName(copy);
        var fixedLines = FixedText.Of(BodyLines.Read(form, copy, PaperParts.Ours), form);

        var filled = new DocxParts(parts.All);
        filled.Put(DocumentPath, copy);
        if (form.Print.FirstOrDefault(block => block.Block == "table") is { } table)
        {
            filled.Put(FirstFooterPath, PackageFrame.FirstFooter(page, new SignaturePage(form, table, layout, heading).ShorterBy(values)));
        }

        FillGlossary(filled, campaign.CampaignYear);
        filled.Put(CorePath, CoreProperties.Build(form.Title));
        filled.Put(FormPath, FormPart.Build(identity, form, values, fixedLines));
        return filled.ToBytes();
    }

    // A control emptied later shows the blank of this campaign's year.
    private void FillGlossary(DocxParts filled, int year)
    {
        if (glossary is null)
        {
            return;
        }

        var copy = new XDocument(glossary);
        foreach (var text in copy.Descendants(W + "t"))
        {
            text.Value = Placeholders.InYear(text.Value, year);
        }

        filled.Put(GlossaryPath, copy);
    }
}
