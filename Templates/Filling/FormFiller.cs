using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>Fills the template of a form («điền mẫu»). Thread-safe; equal input gives equal bytes.</summary>
public static class FormFiller
{
    /// <summary>A Word document that prints the values; what is empty prints the form's own blank, so an unfinished form fills too.</summary>
    /// <param name="form">The form.</param>
    /// <param name="campaign">The texts of the campaign; its layout profile chooses the layout.</param>
    /// <param name="values">The values; those the system derives may be left out.</param>
    /// <param name="identity">What the document is for, written into its own XML part.</param>
    /// <param name="template">The template; the official one when it is null.</param>
    /// <exception cref="ArgumentException">The campaign names an unknown layout profile, or the template is one of another form.</exception>
    public static byte[] Fill(FormDefinition form, CampaignTexts campaign, FormValues values, DocumentIdentity identity, FormTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(identity);
        template ??= FormTemplate.Official(form, campaign.LayoutProfile);
        if (template.Form.Code != form.Code)
        {
            throw new ArgumentException($"The template is one of {template.Form.Code}, not of {form.Code}.", nameof(template));
        }

        return template.Fill(campaign, FilledValues.Complete(form, values), identity);
    }
}
