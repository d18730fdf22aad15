using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;

namespace HocTap.Office.GraphService.OwnTemplates;

/// <summary>What came of registering: the new version, and what the check had to say of it.</summary>
internal sealed record Registration(RegisteredTemplate Template, IReadOnlyList<Finding> Findings);

/// <summary>Registers templates («đăng ký biểu mẫu»): checked, marked with its version, then file, outbox and audit in one transaction.</summary>
internal sealed class TemplateRegistration(Database database, OutboxSignal signal, TimeProvider clock, ILogger<TemplateRegistration> logger)
{
    /// <summary>Registers a file for a campaign, and for an organization with all below it or the whole city.</summary>
    /// <returns>The new version; 409.2 when the campaign is over, 422.1 with all findings when the template has errors.</returns>
    public async Task<Result<Registration>> RegisterAsync(FormDefinition form, Campaign campaign, Organization? organization, byte[] docx, string registeredBy)
    {
        var now = clock.GetUtcNow();
        if (now >= VietnamTime.EndOf(campaign.Closes))
        {
            return new Problem.CampaignClosed($"Đợt năm {campaign.Year} đã đóng, không đăng ký biểu mẫu mới nữa.");
        }

        using var stream = new MemoryStream(docx, writable: false);
        var check = OwnTemplate.Check(stream, form);
        if (check.Prepared is not { } prepared)
        {
            return new Problem.UnusableTemplate(check.Findings);
        }

        var template = await database.WriteAsync(transaction => AddAsync(transaction, form, prepared,
            new RegisteredTemplate(SubmissionId.New(now), campaign.Code, organization?.Code ?? "", form.Code.Value, 0, registeredBy, now)));
        signal.Raise();
        logger.TemplateRegistered(template.Id.ToString(), template.Version, template.Form, template.Campaign);
        return new Registration(template, check.Findings);
    }

    private static async Task<RegisteredTemplate> AddAsync(Microsoft.Data.Sqlite.SqliteTransaction transaction, FormDefinition form, ReadOnlyMemory<byte> prepared, RegisteredTemplate draft)
    {
        var template = draft with { Version = await TemplatesTable.NextVersionAsync(transaction, draft.Campaign, draft.Organization, draft.Form) };
        await TemplatesTable.AddAsync(transaction, template, OwnTemplate.Marked(prepared, form, new TemplateMark(template.Id.ToString(), template.Version)));
        await OperationsTable.AddAsync(transaction, template.RegisteredAt, StoreTemplate.KindName, $"template/{template.Campaign}/{template.Form}/{template.Organization}", template.Id, "");
        await AuditTable.AddAsync(transaction, template.RegisteredAt, template.RegisteredBy, "template", template.Id, template.FileName);
        return template;
    }
}
