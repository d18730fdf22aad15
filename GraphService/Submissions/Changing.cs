using System.Text.Json;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>The one way in which a document changes after filing: at the version seen, while its campaign is open, with state, outbox and audit in one transaction.</summary>
internal sealed class Changing(Database database, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Lets <paramref name="decide"/> make a change of the document as it is now, and records it.</summary>
    /// <returns>The document in its new state; 412 when it is not at the version seen, 409.2 when its campaign is closed, 409.3 when a newer one was filed, else what <paramref name="decide"/> refuses with.</returns>
    public async Task<Result<Submission>> ChangeAsync(
        Caller caller, SubmissionId id, string ifMatch, Func<SqliteTransaction, Submission, DateTimeOffset, Task<Result<Change>>> decide)
    {
        var result = await database.WriteAsync(transaction => ChangeAsync(transaction, caller, id, ifMatch, decide));
        signal.Raise();
        return result;
    }

    private async Task<Result<Submission>> ChangeAsync(
        SqliteTransaction transaction, Caller caller, SubmissionId id, string ifMatch, Func<SqliteTransaction, Submission, DateTimeOffset, Task<Result<Change>>> decide)
    {
        var (now, submission) = (clock.GetUtcNow(), (await SubmissionsTable.FindAsync(transaction.Connection!, id, transaction))!); // found before, and never deleted
        if (ifMatch != submission.ETag)
        {
            return new Problem.Stale(SubmissionWire.Summary(submission, caller.Directory));
        }

        if (caller.Directory.Campaign(submission.Duty.Campaign)?.TakesFilingsAt(now) != true)
        {
            return new Problem.CampaignClosed("Đợt đăng ký đã đóng, hồ sơ chỉ còn để xem và đánh giá cuối năm.");
        }

        if ((await SubmissionsTable.OfDutyAsync(transaction.Connection!, submission.Duty, transaction)).Any(other => other.Revision > submission.Revision && other.Status != SubmissionStatus.Withdrawn)) // a running transaction has its connection
        {
            return new Problem.WrongState("Đã có bản nộp mới hơn của việc này. Hãy mở bản mới nhất.");
        }

        if (!(await decide(transaction, submission, now)).TryGet(out var change, out var problem))
        {
            return problem;
        }

        await RecordAsync(transaction, change, caller, now);
        return change.Decided;
    }

    private static async Task RecordAsync(SqliteTransaction transaction, Change change, Caller caller, DateTimeOffset now)
    {
        foreach (var submission in change.Submissions)
        {
            await SubmissionsTable.SaveAsync(transaction, submission);
        }

        foreach (var row in change.Rows)
        {
            await SubmissionsTable.SaveRowAsync(transaction, row);
        }

        foreach (var review in change.Reviews)
        {
            await ReviewsTable.SaveAsync(transaction, review);
        }

        var (decided, lane) = (change.Decided, change.Decided.Duty.ToString());
        await OperationsTable.AddAsync(transaction, now, StoreChange.KindName, lane, decided.Id, StoreChange.Payload(change));
        await AuditTable.AddAsync(transaction, now, caller.Person.Code, change.Action, decided.Id, change.Detail);
        foreach (var mail in change.Mails)
        {
            // In a lane of its own: a mailbox that is full must not hold up the documents.
            await OperationsTable.AddAsync(transaction, now, MailReview.KindName, $"mail/{decided.Id}", decided.Id, JsonSerializer.Serialize(mail));
        }
    }
}
