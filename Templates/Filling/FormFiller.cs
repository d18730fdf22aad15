using System.Collections.Concurrent;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Fills the official template of a form («điền mẫu»). Thread-safe; equal input gives equal bytes.</summary>
public static class FormFiller
{
    private static readonly ConcurrentDictionary<(FormCode Form, string Profile), FormTemplate> Templates = new();

    /// <summary>A Word document that prints the values; what is empty prints the form's own blank, so an unfinished form fills too.</summary>
    /// <param name="form">The form.</param>
    /// <param name="campaign">The texts of the campaign; its layout profile chooses the layout, its heading the head.</param>
    /// <param name="values">The values; those the system derives may be left out.</param>
    /// <param name="identity">What the document is for, written into its own XML part.</param>
    /// <exception cref="ArgumentException">The campaign names an unknown layout profile or heading.</exception>
    public static byte[] Fill(FormDefinition form, CampaignTexts campaign, FormValues values, DocumentIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(identity);
        var template = Templates.GetOrAdd((form.Code, campaign.LayoutProfile), key => FormTemplate.Load(form, key.Profile));
        return template.Fill(campaign, FilledValues.Complete(form, values), identity);
    }
}
