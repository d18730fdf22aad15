using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Forms;

/// <summary>What a form opens with: the document that stands for the duty when it is to be mended, else the prefill.</summary>
internal sealed class FormStart(Database database, StoredDocuments documents, TimeProvider clock)
{
    /// <summary>The source of values taken from the document filed before.</summary>
    public const string FromDocument = "document";

    /// <summary>The values to start from.</summary>
    public async Task<Prefill> OfAsync(Target target, bool fromCurrent, CancellationToken cancellationToken)
    {
        var prefill = Prefill.Of(target.Form, target.Duty, clock.GetUtcNow());
        return fromCurrent && await CurrentAsync(target, cancellationToken) is { } values
            ? new Prefill(values, target.Form.Fields.Where(field => values[field.Tag].Length > 0).ToDictionary(field => field.Tag, _ => FromDocument, StringComparer.Ordinal))
            : prefill;
    }

    private async Task<FormValues?> CurrentAsync(Target target, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        var current = (await SubmissionsTable.OfDutyAsync(connection, target.Duty.Key)).FirstOrDefault(submission => submission.Status.IsCurrent);
        return current is null ? null : (await documents.ReadAsync(current, cancellationToken))?.Values;
    }
}
