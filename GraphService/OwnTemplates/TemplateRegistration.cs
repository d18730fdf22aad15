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

/// <summary>What came of registering: the version, and what the check had to say of it.</summary>
/// <param name="Template">The version.</param>
/// <param name="Findings">What the check found; nothing that keeps it from being used.</param>
/// <param name="IsNew">False when the newest version is this very template: then nothing was registered.</param>
internal sealed record Registration(RegisteredTemplate Template, IReadOnlyList<Finding> Findings, bool IsNew);

/// <summary>Registers templates («đăng ký biểu mẫu»): checked, marked with its version, then file, outbox and audit in one transaction.</summary>
internal sealed class TemplateRegistration(Database database, OutboxSignal signal, TimeProvider clock, ILogger<TemplateRegistration> logger)
{
    /// <summary>Registers a file for a campaign, and for an organization with all below it or the whole city.</summary>
    /// <returns>The new version, or the newest one when that is the same template; 409.2 when the campaign is over, 422.1 with all findings when the template has errors.</returns>
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

        var draft = new RegisteredTemplate(SubmissionId.New(now), campaign.Code, organization?.Code ?? "", form.Code.Value, 0, registeredBy, now);
        var template = await database.WriteAsync(transaction => KeptAsync(transaction, form, prepared, draft));
        if (template.Id == draft.Id)
        {
            signal.Raise();
            logger.TemplateRegistered(template.Id.ToString(), template.Version, template.Form, template.Campaign);
        }

        return new Registration(template, check.Findings, IsNew: template.Id == draft.Id);
    }

    // Sent twice, a template is one version; an older version sent again is a way back and so a new one.
    private static async Task<RegisteredTemplate> KeptAsync(Microsoft.Data.Sqlite.SqliteTransaction transaction, FormDefinition form, ReadOnlyMemory<byte> prepared, RegisteredTemplate draft)
    {
        var newest = await TemplatesTable.NewestAsync(transaction, draft.Campaign, draft.Organization, draft.Form);
        return newest is not null && await TemplatesTable.BytesAsync(transaction.Connection!, newest.Id, transaction) is { } bytes && bytes.AsSpan().SequenceEqual(Marked(prepared, form, newest)) // a running transaction has its connection
            ? newest
            : await AddAsync(transaction, form, prepared, draft with { Version = 1 + (newest?.Version ?? 0) });
    }

    private static async Task<RegisteredTemplate> AddAsync(Microsoft.Data.Sqlite.SqliteTransaction transaction, FormDefinition form, ReadOnlyMemory<byte> prepared, RegisteredTemplate template)
    {
        await TemplatesTable.AddAsync(transaction, template, Marked(prepared, form, template));
        await OperationsTable.AddAsync(transaction, template.RegisteredAt, StoreTemplate.KindName, $"template/{template.Campaign}/{template.Form}/{template.Organization}", template.Id, "");
        await AuditTable.AddAsync(transaction, template.RegisteredAt, template.RegisteredBy, "template", template.Id, template.FileName);
        return template;
    }

    private static byte[] Marked(ReadOnlyMemory<byte> prepared, FormDefinition form, RegisteredTemplate template) =>
        OwnTemplate.Marked(prepared, form, new TemplateMark(template.Id.ToString(), template.Version));
}
