using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.Storage;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Takes a document back before review («rút hồ sơ»); the revision before it stands again, with its rows and its state.</summary>
internal sealed class Withdrawing(Database database, StoredDocuments documents, Changing changing)
{
    /// <summary>Withdraws a submission at the version the caller saw.</summary>
    /// <returns>The submission in its new state. 403 when it is not the caller's to take back, 409.2 and 409.3 when campaign or state forbid it, 412 when it changed.</returns>
    public async Task<Result<Submission>> WithdrawAsync(Caller caller, Submission seen, string ifMatch, CancellationToken cancellationToken)
    {
        if (!caller.MayWithdraw(seen))
        {
            return new Problem.NotAllowed("Chỉ người nộp, chính người đó hoặc văn thư của tổ chức được rút hồ sơ.");
        }

        var before = await BeforeAsync(seen, cancellationToken);
        return await changing.ChangeAsync(caller, seen.Id, ifMatch, (transaction, submission, now) => DecideAsync(transaction, submission, before, now));
    }

    private static async Task<Result<Change>> DecideAsync(SqliteTransaction transaction, Submission submission, Before? before, DateTimeOffset now)
    {
        if (!submission.Status.IsBeforeReview)
        {
            return new Problem.WrongState($"Hồ sơ đang ở trạng thái «{submission.Status.Label}», không rút được nữa.");
        }

        var withdrawn = submission with { Status = SubmissionStatus.Withdrawn, WithdrawnAt = now, Version = submission.Version + 1 };
        var restored = before is null ? null : await SubmissionsTable.FindAsync(transaction.Connection!, before.Id, transaction); // a running transaction has its connection
        return new Change(restored is null ? [withdrawn] : [withdrawn, Restored(restored, before!.Status)], SubmissionStatus.Withdrawn.Code) // restored, so there is one before
        {
            Rows = before?.Rows ?? await RowsOutOfForceAsync(transaction, withdrawn),
        };
    }

    // A revision that was not superseded yet keeps the state it has.
    private static Submission Restored(Submission submission, SubmissionStatus status) =>
        submission.Status == SubmissionStatus.Superseded ? submission with { Status = status, Version = submission.Version + 1 } : submission;

    private static async Task<IReadOnlyList<RegisterRow>> RowsOutOfForceAsync(SqliteTransaction transaction, Submission withdrawn) =>
        [.. (await SubmissionsTable.RowsOfDutyAsync(transaction.Connection!, withdrawn.Duty, transaction)) // a running transaction has its connection
            .Where(row => row.SubmissionId == withdrawn.Id.ToString() && row.IsCurrent).Select(row => row with { IsCurrent = false })];

    // The rows of the revision before live only in its document: they are read before anything is changed.
    private async Task<Before?> BeforeAsync(Submission seen, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        var revisions = await SubmissionsTable.OfDutyAsync(connection, seen.Duty);
        if (revisions.FirstOrDefault(revision => revision.Revision < seen.Revision && revision.Status != SubmissionStatus.Withdrawn) is not { } previous)
        {
            return null;
        }

        var status = await OperationsTable.IsParkedAsync(connection, StoreDocument.KindName, previous.Id) ? SubmissionStatus.Parked
            : (await ReviewsTable.OfSubmissionAsync(connection, previous.Id)).LastOrDefault(review => review.RowId is null)?.Decision ?? SubmissionStatus.Submitted;
        var document = await documents.ReadAsync(previous, cancellationToken);
        return new Before(previous.Id, status, document is null
            ? null
            : new RowNumbering(document, previous, await SubmissionsTable.RowsOfDutyAsync(connection, seen.Duty)).Rows(previous.ReceivedAt));
    }

    /// <summary>The revision before: its id, the state its reviews had brought it to, and its rows; null rows when its document cannot be read any more.</summary>
    private sealed record Before(SubmissionId Id, SubmissionStatus Status, IReadOnlyList<RegisterRow>? Rows);
}
