using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.Templates.Forms;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Takes reviewers' decisions («xem xét»): accept, or return with a comment on the document and on its rows; the author is told by mail.</summary>
internal sealed class Reviewing(Changing changing)
{
    /// <summary>Records a decision on a submission at the version the reviewer saw.</summary>
    /// <returns>
    /// The submission in its new state. 400 for a comment on a row the document does not have, 403 when the caller may not review it, 409.2 and 409.3 when campaign or
    /// state forbid it, 412 when it changed in between.
    /// </returns>
    public async Task<Result<Submission>> ReviewAsync(Caller caller, Submission seen, string ifMatch, ReviewRequest request, SubmissionStatus decision) =>
        caller.WhyNotReview(seen) is { } reason
            ? new Problem.NotAllowed(reason)
            : await changing.ChangeAsync(caller, seen.Id, ifMatch, (transaction, submission, now) => DecideAsync(transaction, caller, submission, request, decision, now));

    private static async Task<Result<Change>> DecideAsync(
        SqliteTransaction transaction, Caller caller, Submission submission, ReviewRequest request, SubmissionStatus decision, DateTimeOffset now)
    {
        if (!IsAllowed(submission.Status, decision))
        {
            return new Problem.WrongState($"Hồ sơ đang ở trạng thái «{submission.Status.Label}», không chuyển sang «{decision.Label}» được.");
        }

        var rows = (await SubmissionsTable.RowsOfDutyAsync(transaction.Connection!, submission.Duty, transaction)) // a running transaction has its connection
            .Where(row => row.SubmissionId == submission.Id.ToString() && row.IsCurrent).ToList();
        if (request.Rows?.FirstOrDefault(comment => !rows.Any(row => row.RowId == comment.RowId)) is { } stray)
        {
            return new Problem.Malformed($"Hồ sơ không có dòng nào mang mã «{stray.RowId}».");
        }

        var reviewed = submission with { Status = decision, Version = submission.Version + 1 };
        var reviews = Reviews(reviewed, caller.Person.Code, request, now).ToList();
        return new Change([reviewed], decision.Code)
        {
            Reviews = reviews,
            Detail = reviews[0].Comment,
            Mails = [.. MailsOf(caller.Directory, reviewed, reviews, rows)],
        };
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

    // The author of a plan is its person; who filed it on behalf is told too.
    private static IEnumerable<MailReview.Work> MailsOf(OfficeDirectory directory, Submission reviewed, List<Review> reviews, List<RegisterRow> rows)
    {
        var form = FormCatalog.Find(FormCode.Parse(reviewed.Duty.Form))?.ShortTitle ?? reviewed.Duty.Form;
        var numbers = rows.DistinctBy(row => row.RowId).ToDictionary(row => row.RowId, row => row.Number, StringComparer.Ordinal);
        return ((string?[])[reviewed.Duty.Person, reviewed.SubmittedBy]).Distinct().Select(directory.Person).OfType<Person>().Where(person => person.Email.Length > 0)
            .Select(person => MailReview.Message(person.Email, person.FullName, reviewed, directory.Campaign(reviewed.Duty.Campaign)?.Year ?? 0, form, reviews, numbers));
    }
}
