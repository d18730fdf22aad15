using System.Collections.Concurrent;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;

namespace HocTap.Office.GraphService.OwnTemplates;

/// <summary>What to fill with; null for the official template.</summary>
internal sealed record ChosenTemplate(FormTemplate? Template);

/// <summary>Gives the template a document is filled with: the version its organization or the nearest above registered, else the official one. Parsed once each.</summary>
internal sealed class TemplateStore(Database database, ILogger<TemplateStore> logger)
{
    private const string OfficialName = "official";

    // The bytes of a version never change, so neither does what they were parsed into.
    private readonly ConcurrentDictionary<(SubmissionId Id, string Profile), FormTemplate> parsed = new();

    /// <summary>The newest version that counts for a target; null when the official template does.</summary>
    public async Task<RegisteredTemplate?> CurrentAsync(OfficeDirectory directory, Campaign campaign, FormDefinition form, Organization? organization)
    {
        await using var connection = database.Open();
        var known = (await TemplatesTable.AllAsync(connection)).Where(template => template.Campaign == campaign.Code && template.Form == form.Code.Value).ToList();
        var (chain, unusable) = (Chain(directory, organization), known.Count == 0 ? [] : await UnfetchedAsync(connection));
        return chain.Select(code => known.Find(template => template.Organization == code && !unusable.Contains(template.Id))).FirstOrDefault(template => template is not null);
    }

    /// <summary>What to fill a document of a target with; null for the official template.</summary>
    public async Task<FormTemplate?> ForAsync(OfficeDirectory directory, Campaign campaign, FormDefinition form, Organization? organization) =>
        await CurrentAsync(directory, campaign, form, organization) is { } template ? await ParsedAsync(template, form, campaign) : null;

    /// <summary>Looks the templates of a form in a campaign up once, for filling many documents.</summary>
    public async Task<Func<Organization?, FormTemplate?>> ChoiceAsync(OfficeDirectory directory, Campaign campaign, FormDefinition form)
    {
        await using var connection = database.Open();
        var known = new Dictionary<string, FormTemplate>(StringComparer.Ordinal);
        foreach (var template in (await TemplatesTable.AllAsync(connection)).Where(template => template.Campaign == campaign.Code && template.Form == form.Code.Value))
        {
            if (!known.ContainsKey(template.Organization) && await ParsedAsync(template, form, campaign) is { } its)
            {
                known[template.Organization] = its;
            }
        }

        return organization => Chain(directory, organization).Select(known.GetValueOrDefault).FirstOrDefault(template => template is not null);
    }

    /// <summary>The template a document is made anew with: the one it was made with before, when that is named, so that it keeps its version.</summary>
    /// <param name="target">What the document is for.</param>
    /// <param name="named">The id of a version, <c>official</c>, or nothing for the one that counts now.</param>
    /// <returns>404 for a version that is not known for this form and campaign.</returns>
    public async Task<Result<ChosenTemplate>> ChosenAsync(Target target, string? named)
    {
        if (named == OfficialName)
        {
            return new ChosenTemplate(null);
        }

        if (string.IsNullOrEmpty(named))
        {
            return new ChosenTemplate(await ForAsync(target.Caller.Directory, target.Duty.Campaign, target.Form, target.Duty.Organization));
        }

        return SubmissionId.TryParse(named, out var id) && await VersionAsync(id, target.Form, target.Duty.Campaign) is { } version
            ? new ChosenTemplate(version)
            : new Problem.NotFound("Không có phiên bản biểu mẫu này.");
    }

    /// <summary>A version by its id, parsed for a campaign's layout; null when there is no such version of that form in that campaign.</summary>
    public async Task<FormTemplate?> VersionAsync(SubmissionId id, FormDefinition form, Campaign campaign)
    {
        await using var connection = database.Open();
        return await TemplatesTable.FindAsync(connection, id) is { } template && template.Form == form.Code.Value && template.Campaign == campaign.Code
            ? await ParsedAsync(template, form, campaign)
            : null;
    }

    /// <summary>The file of a version; null when it is not here.</summary>
    public async Task<byte[]?> BytesAsync(SubmissionId id)
    {
        await using var connection = database.Open();
        return await TemplatesTable.BytesAsync(connection, id);
    }

    /// <summary>Fetches the files that delta told of. One that somebody made unusable in the library is left out, and the log says so.</summary>
    public async Task FetchAsync(LibraryFiles library, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        foreach (var template in await TemplatesTable.UnfetchedAsync(connection))
        {
            if (await library.ReadAsync(template.Path, cancellationToken) is { } bytes && Ready(template, bytes) is { } ready)
            {
                await database.WriteAsync(async transaction =>
                {
                    await TemplatesTable.KeepAsync(transaction, template.Id, ready);
                    return true;
                });
            }
        }
    }

    // SharePoint rewrites what it stores, and people may edit it there.
    private byte[]? Ready(RegisteredTemplate template, byte[] bytes)
    {
        if (!FormCode.TryParse(template.Form, out var code) || FormCatalog.Find(code) is not { } form)
        {
            logger.TemplateUnusable(template.Id.ToString(), template.Form);
            return null;
        }

        using var stream = new MemoryStream(bytes, writable: false);
        var check = OwnTemplate.Check(stream, form);
        if (check.Prepared is not { } prepared)
        {
            logger.TemplateUnusable(template.Id.ToString(), string.Join(' ', check.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule)));
            return null;
        }

        return OwnTemplate.Marked(prepared, form, new TemplateMark(template.Id.ToString(), template.Version));
    }

    private async Task<FormTemplate?> ParsedAsync(RegisteredTemplate template, FormDefinition form, Campaign campaign)
    {
        var key = (template.Id, campaign.Texts.LayoutProfile);
        return parsed.TryGetValue(key, out var known) ? known
            : await BytesAsync(template.Id) is { } bytes && LayoutProfiles.Find(campaign.Texts.LayoutProfile) is { } profile ? parsed.GetOrAdd(key, FormTemplate.FromBytes(form, bytes, profile.Name))
            : null;
    }

    private static async Task<HashSet<SubmissionId>> UnfetchedAsync(System.Data.Common.DbConnection connection) => [.. (await TemplatesTable.UnfetchedAsync(connection)).Select(template => template.Id)];

    // From the organization upwards, at last the whole city.
    private static IEnumerable<string> Chain(OfficeDirectory directory, Organization? organization) =>
        organization is null ? [""] : [organization.Code, .. directory.Ancestors(organization).Select(above => above.Code), ""];
}
