using System.Collections.Concurrent;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Fills the template of a form, the official one or one of an organization's own («điền mẫu»). Thread-safe; equal input gives equal bytes.</summary>
public static class FormFiller
{
    private static readonly ConcurrentDictionary<(FormDefinition Form, string Profile), FormTemplate> Templates = new();

    /// <summary>A Word document that prints the values; what is empty prints the form's own blank, so an unfinished form fills too.</summary>
    /// <param name="form">The form.</param>
    /// <param name="campaign">The texts of the campaign; its layout profile chooses the layout.</param>
    /// <param name="values">The values; those the system derives may be left out.</param>
    /// <param name="identity">What the document is for, written into its own XML part.</param>
    /// <param name="template">A template of the form of an organization's own; null takes the official one.</param>
    /// <exception cref="ArgumentException">The campaign names an unknown layout profile.</exception>
    public static byte[] Fill(FormDefinition form, CampaignTexts campaign, FormValues values, DocumentIdentity identity, FormTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(identity);
        template ??= Templates.GetOrAdd((form, campaign.LayoutProfile), key => FormTemplate.Official(key.Form, key.Profile));
        return template.Fill(campaign, FilledValues.Complete(form, values), identity);
    }
}
