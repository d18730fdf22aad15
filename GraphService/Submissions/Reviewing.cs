using System.Text.Json;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Takes reviewers' decisions («xem xét»): accept, or return with a comment; state, comments and outbox in one transaction.</summary>
internal sealed class Reviewing(Database database, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Records a decision on a submission at the version the reviewer saw.</summary>
    /// <returns>The submission in its new state. 403 when the caller may not review it, 409.2 and 409.3 when campaign or state forbid it, 412 when it changed in between.</returns>
    public async Task<Result<Submission>> ReviewAsync(Caller caller, Submission seen, string ifMatch, ReviewRequest request, SubmissionStatus decision)
    {
        if (caller.WhyNotReview(seen) is { } reason)
        {
            return new Problem.NotAllowed(reason);
        }

        var result = await database.WriteAsync(transaction => StoreAsync(transaction, caller, seen.Id, ifMatch, request, decision));
        signal.Raise();
        return result;
    }

    private async Task<Result<Submission>> StoreAsync(SqliteTransaction transaction, Caller caller, SubmissionId id, string ifMatch, ReviewRequest request, SubmissionStatus decision)
    {
        var submission = (await SubmissionsTable.FindAsync(transaction.Connection!, id, transaction))!; // found before, and never deleted
        if (ifMatch != submission.ETag)
        {
            return new Problem.Stale(SubmissionWire.Summary(submission, caller.Directory));
        }

        if (caller.Directory.Campaign(submission.Duty.Campaign)?.TakesFilingsAt(clock.GetUtcNow()) != true)
        {
            return new Problem.CampaignClosed("Đợt đăng ký đã đóng, hồ sơ chỉ còn để xem và đánh giá cuối năm.");
        }

        return IsAllowed(submission.Status, decision)
            ? await SaveAsync(transaction, submission with { Status = decision, Version = submission.Version + 1 }, caller, request)
            : new Problem.WrongState($"Hồ sơ đang ở trạng thái «{submission.Status.Label}», không chuyển sang «{decision.Label}» được.");
    }

    private async Task<Result<Submission>> SaveAsync(SqliteTransaction transaction, Submission reviewed, Caller caller, ReviewRequest request)
    {
        var now = clock.GetUtcNow();
        var reviews = Reviews(reviewed, caller.Person.Code, request, now).ToList();
        await SubmissionsTable.SaveAsync(transaction, reviewed);
        foreach (var review in reviews)
        {
            await ReviewsTable.SaveAsync(transaction, review);
        }

        await OperationsTable.AddAsync(
            transaction, now, StoreReview.KindName, reviewed.Duty.ToString(), reviewed.Id, JsonSerializer.Serialize(new StoreReview.Work([.. reviews.Select(review => review.Id)], reviewed.Status.Code, reviewed.Version)));
        await AuditTable.AddAsync(transaction, now, caller.Person.Code, reviewed.Status.Code, reviewed.Id, request.Comment ?? "");
        return reviewed;
    }

    // Contracts, section 2: from submitted either way, and from accepted back to returned.
    private static bool IsAllowed(SubmissionStatus from, SubmissionStatus decision) =>
        from == SubmissionStatus.Submitted || (from == SubmissionStatus.Accepted && decision == SubmissionStatus.Returned);

    private static IEnumerable<Review> Reviews(Submission reviewed, string by, ReviewRequest request, DateTimeOffset now)
    {
        yield return new Review(Guid.CreateVersion7(now).ToString(), reviewed.Id, null, reviewed.Status, (request.Comment ?? "").Trim(), by, now);
        foreach (var row in request.Rows ?? [])
        {
            yield return new Review(Guid.CreateVersion7(now).ToString(), reviewed.Id, row.RowId, reviewed.Status, row.Comment.Trim(), by, now);
        }
    }
}
