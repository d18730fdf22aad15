using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Compares a document with the one filed before it for the same duty.</summary>
internal sealed class Revisions(Database database, StoredDocuments documents)
{
    /// <summary>What changed from the revision before; null when there is none, or one of the two can't be read any more.</summary>
    public async Task<IReadOnlyList<FormChange>?> ChangesAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Revision == 1 || await BeforeAsync(submission) is not { } before)
        {
            return null;
        }

        return await documents.ReadAsync(before, cancellationToken) is { } earlier && await documents.ReadAsync(submission, cancellationToken) is { } later
            ? FormChanges.Between(later.Form, earlier.Values, later.Values)
            : null;
    }

    private async Task<Submission?> BeforeAsync(Submission submission)
    {
        await using var connection = database.Open();
        return (await SubmissionsTable.OfDutyAsync(connection, submission.Duty))
            .FirstOrDefault(revision => revision.Revision < submission.Revision && revision.Status != SubmissionStatus.Withdrawn);
    }
}
