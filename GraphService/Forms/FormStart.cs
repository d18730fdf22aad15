using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Forms;

/// <summary>
/// What a form opens with: the document that stands for the duty when it is to be mended, else the prefill; and what was filed the year before. Only documents the caller
/// may read: a clerk who files for a colleague does not see what the colleague filed.
/// </summary>
internal sealed class FormStart(Database database, StoredDocuments documents, DirectoryStore directory, TimeProvider clock)
{
    /// <summary>The source of values taken from the document filed before.</summary>
    public const string FromDocument = "document";

    /// <summary>The values to start from, and last year's document to take from.</summary>
    public async Task<(Prefill Prefill, LastYear? LastYear)> OfAsync(Target target, bool fromCurrent, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        var lastYear = await LastYearAsync(connection, target, cancellationToken);
        var prefill = await PrefillAsync(connection, target, lastYear);
        return (fromCurrent && await CurrentAsync(connection, target, cancellationToken) is { } values ? OfDocument(target.Form, values) : prefill, lastYear);
    }

    /// <summary>The values known without any document: nothing of them waits for SharePoint.</summary>
    public async Task<FormValues> KnownAsync(Target target)
    {
        await using var connection = database.Open();
        return (await PrefillAsync(connection, target, lastYear: null)).Values;
    }

    private async Task<Prefill> PrefillAsync(System.Data.Common.DbConnection connection, Target target, LastYear? lastYear)
    {
        var defaults = await DefaultsTable.FindAsync(connection, target.Duty.Campaign.Code, target.Duty.Organization);
        return Prefill.Of(target.Form, target.Duty, defaults, lastYear, clock.GetUtcNow());
    }

    private static Prefill OfDocument(FormDefinition form, FormValues values) =>
        new(values, form.Fields.Where(field => values[field.Tag].Length > 0).ToDictionary(field => field.Tag, _ => FromDocument, StringComparer.Ordinal));

    private async Task<FormValues?> CurrentAsync(System.Data.Common.DbConnection connection, Target target, CancellationToken cancellationToken)
    {
        var current = (await SubmissionsTable.OfDutyAsync(connection, target.Duty.Key)).FirstOrDefault(submission => submission.Status.IsCurrent);
        return current is not null && target.Caller.MayRead(current) ? (await documents.ReadAsync(current, cancellationToken))?.Values : null;
    }

    private async Task<LastYear?> LastYearAsync(System.Data.Common.DbConnection connection, Target target, CancellationToken cancellationToken)
    {
        if (directory.Current.Campaign(target.Duty.Campaign.Previous) is not { } before
            || await FiledAsync(connection, target.Duty, before) is not { } submission || !target.Caller.MayRead(submission) || await documents.ReadAsync(submission, cancellationToken) is not { } document)
        {
            return null;
        }

        return new LastYear(before.Code, before.Year, submission.Id.ToString(), document.Values);
    }

    // A person who has moved takes the plan along; an organization's documents stay with it.
    private static async Task<Submission?> FiledAsync(System.Data.Common.DbConnection connection, Duty duty, Campaign before) =>
        (duty.Person is { } person
            ? await SubmissionsTable.OfPersonAsync(connection, before.Code, duty.Form.Value, person.Code)
            : await SubmissionsTable.OfDutyAsync(connection, duty.Key with { Campaign = before.Code })).FirstOrDefault(submission => submission.Status.IsCurrent);
}
