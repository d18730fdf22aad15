using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>A template parsed once («mẫu đã biên dịch»); each filling works on its own copy of the body. Immutable, thread-safe.</summary>
public sealed class FormTemplate
{
    private readonly FormDefinition form;
    private readonly LayoutProfile profile;
    private readonly DocxParts parts;
    private readonly XDocument document;
    private readonly XDocument? glossary;
    private readonly IReadOnlyList<XElement> ownPrints;
    private readonly FormDefinition printed;

    private FormTemplate(FormDefinition form, LayoutProfile profile, DocxParts parts)
    {
        (this.form, this.profile, this.parts) = (form, profile, parts);
        document = SafeXml.Parse(parts[DocumentPath] ?? throw new InvalidDataException($"The template of {form.Code} has no body."));
        glossary = parts[GlossaryPath] is { } prompts ? SafeXml.Parse(prompts) : null;
        Mark = WrittenPart.Find(parts, [form])?.Template;
        ownPrints = OwnPrint.Of(form, document);
        printed = OwnPrint.Over(form, ownPrints);
    }

    /// <summary>The registered version it is; null for an official template.</summary>
    public TemplateMark? Mark { get; }

    /// <summary>The committed template for the official profile; for any other profile, and for a form without one, it is laid out by the author.</summary>
    /// <param name="form">The form.</param>
    /// <param name="profileName">The name of a layout profile, <c>HD36-2018</c>.</param>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public static FormTemplate Official(FormDefinition form, string profileName)
    {
        ArgumentNullException.ThrowIfNull(form);
        var profile = LayoutProfiles.Find(profileName)
            ?? throw new ArgumentException($"There is no layout profile '{profileName}'.", nameof(profileName));
        var committed = profileName == LayoutProfiles.Official && FormCatalog.Find(form.Code) == form ? EmbeddedData.Bytes($"official/{form.Code}.docx") : null;
        return new FormTemplate(form, profile, committed is null ? TemplateAuthor.BuildParts(form, profile) : PackageReader.ReadTrusted(committed));
    }

    /// <summary>A template of an organization's own.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="docx">The file as <see cref="OwnTemplate.Check"/> has prepared it.</param>
    /// <param name="profile">The layout profile by which lists are marked and pages estimated.</param>
    /// <exception cref="InvalidDataException">The bytes are not a sound document.</exception>
    public static FormTemplate FromBytes(FormDefinition form, byte[] docx, LayoutProfile profile)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(profile);
        return new FormTemplate(form, profile, PackageReader.ReadTrusted(docx));
    }

    internal byte[] Fill(CampaignTexts campaign, FormValues values, DocumentIdentity identity)
    {
        var copy = new XDocument(document);
        CampaignFiller.Fill(copy, campaign, form.Orientation, profile);
        new BodyFiller(form, campaign.CampaignYear, profile).Fill(copy, values);
        var fixedLines = FixedText.Of(BodyLines.Read(printed, copy, PaperParts.Ours), printed);

        var filled = new DocxParts(parts.All);
        filled.Put(DocumentPath, copy);
        // A template of people's own may have words or pictures at the foot of its first page; that foot is then another part.
        if (form.Print.FirstOrDefault(block => block.Block == "table") is { } table && parts[FirstFooterPath] is not null)
        {
            filled.Put(FirstFooterPath, PackageFrame.FirstFooter(profile.PageOf(form.Orientation), new SignaturePage(form, table, profile).ShorterBy(values)));
        }

        FillGlossary(filled, campaign.CampaignYear);
        filled.Put(CorePath, CoreProperties.Build(form.Title));
        filled.Put(FormPath, FormPart.Build(identity, form, values, fixedLines, Mark, ownPrints));
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
