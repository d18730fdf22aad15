using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Forms;

/// <summary>Fills and reads each form once after the start, so that the first person in the morning does not pay for parsing templates.</summary>
internal sealed class FormWarmup(SharePointSite site, DirectoryStore directory) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await site.ReadyAsync(stoppingToken);
        await Task.Yield();
        if (directory.Current.Campaigns.FirstOrDefault() is { } campaign)
        {
            foreach (var form in FormCatalog.All)
            {
                Docx.Read(FormFiller.Fill(form, campaign.Texts, FormValues.Empty, new DocumentIdentity(form.Code, campaign.Code, "", null)));
            }
        }
    }
}
