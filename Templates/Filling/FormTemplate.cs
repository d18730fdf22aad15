using System.Collections.Concurrent;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;

namespace HocTap.Office.Templates.Filling;

/// <summary>The template of a form («mẫu Word của biểu mẫu»): the official one, or one of an organization's own. Taken apart once for each campaign, then filled often.</summary>
/// <remarks>Immutable and thread-safe; keep one and share it. It remembers the campaigns it was last filled for.</remarks>
public sealed class FormTemplate
{
    // A year has one campaign, and its texts change now and then while they are being written.
    private const int MostCampaigns = 16;

    private static readonly ConcurrentDictionary<(FormCode Form, string Profile), FormTemplate> Officials = new();

    private readonly LayoutProfile profile;
    private readonly TemplateParts parts;
    private readonly bool isOfficial;
    private readonly BoundedCache<CampaignTexts, CampaignTemplate> campaigns = new(MostCampaigns, CampaignComparer.Instance);

    private FormTemplate(FormDefinition form, LayoutProfile profile, byte[] docx, bool isOfficial) =>
        (Form, this.profile, parts, this.isOfficial) = (form, profile, new TemplateParts(form, docx), isOfficial);

    /// <summary>The form it is a template of.</summary>
    public FormDefinition Form { get; }

    /// <summary>The registered version it is, which its documents will tell; null for an official template.</summary>
    public TemplateMark? Mark => parts.Mark;

    /// <summary>The name of the layout profile its lists and pages are measured by.</summary>
    public string Profile => profile.Name;

    /// <summary>The official template: the committed file for the official profile, for any other the author's work. The same object each time for a form of the catalog.</summary>
    /// <param name="form">The form.</param>
    /// <param name="profileName">The name of a layout profile, <c>HD36-2018</c>.</param>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public static FormTemplate Official(FormDefinition form, string profileName)
    {
        ArgumentNullException.ThrowIfNull(form);
        var known = Officials.GetOrAdd((form.Code, profileName), key => Load(form, Profiled(key.Profile)));
        return ReferenceEquals(known.Form, form) ? known : Load(form, known.profile); // a form changed in memory is not the catalog's
    }

    /// <summary>A template of an organization's own: a Word document with the controls of the form. Keep the object: this reads and checks the whole package.</summary>
    /// <param name="form">The form.</param>
    /// <param name="docx">The document; its controls have been checked before. Without our XML part it gets one.</param>
    /// <param name="profile">The name of the layout profile it follows.</param>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    /// <exception cref="InvalidDataException">The bytes are not a sound document.</exception>
    public static FormTemplate FromBytes(FormDefinition form, byte[] docx, string profile)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(docx);
        return new FormTemplate(form, Profiled(profile), [.. docx], isOfficial: false);
    }

    /// <param name="campaign">The campaign.</param>
    /// <param name="values">Complete values, see <see cref="FilledValues"/>.</param>
    /// <param name="identity">What the document is for.</param>
    internal byte[] Fill(CampaignTexts campaign, FormValues values, DocumentIdentity identity) =>
        campaigns.GetOrAdd(campaign, Take).Fill(values, identity);

    /// <summary>The template with the texts of a campaign in it, which is neither kept nor remembered here.</summary>
    internal CampaignTemplate With(CampaignTexts campaign) => new(Form, profile, parts, campaign);

    private CampaignTemplate Take(CampaignTexts campaign)
    {
        var template = With(campaign);
        if (isOfficial)
        {
            FilledTemplates.Remember(template);
        }

        return template;
    }

    private static FormTemplate Load(FormDefinition form, LayoutProfile profile) => new(
        form, profile, (profile.Name == LayoutProfiles.Official && ReferenceEquals(FormCatalog.Find(form.Code), form) ? EmbeddedData.Bytes($"official/{form.Code}.docx") : null) ?? TemplateAuthor.Build(form, profile), isOfficial: true);

    private static LayoutProfile Profiled(string name) =>
        LayoutProfiles.Find(name) ?? throw new ArgumentException($"There is no layout profile '{name}'.", nameof(name));
}
