using HocTap.Office.AddIn.Registers;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HocTap.Office.GraphService.Pages;

/// <summary>One document with its life and its review panel.</summary>
internal static class SubmissionDetails
{
    /// <summary>The fragment of a submission.</summary>
    public static async Task<IResult> FragmentAsync(string id, Caller caller, Database database, StoredDocuments documents, CancellationToken cancellationToken)
    {
        if (!(await SubmissionsApi.VisibleAsync(id, caller, database)).TryGet(out var submission, out var problem))
        {
            return problem.ToHttp();
        }

        await using var connection = database.Open();
        var history = History(
            submission, await AuditTable.OfSubmissionAsync(connection, submission.Id), await ReviewsTable.OfSubmissionAsync(connection, submission.Id), caller);
        var values = (await documents.ReadAsync(submission, cancellationToken))?.Values;
        return new RazorComponentResult<SubmissionDetail>(new { Model = Model(submission, values, history, caller) });
    }

    private static SubmissionDetailModel Model(Submission submission, FormValues? values, IReadOnlyList<HistoryStep> history, Caller caller)
    {
        var cannot = caller.WhyNotReview(submission);
        return new SubmissionDetailModel
        {
            Id = Guid.Parse(submission.Id.ToString()),
            Version = submission.Version,
            Revision = submission.Revision,
            Form = FormCatalog.Find(FormCode.Parse(submission.Duty.Form)) ?? throw new InvalidOperationException($"Form {submission.Duty.Form} was filed but is not known."),
            Year = caller.Directory.Campaign(submission.Duty.Campaign)?.Year ?? 0,
            OrganizationName = caller.Directory.Organization(submission.Duty.Organization)?.Name ?? submission.Duty.Organization,
            PersonName = submission.Duty.Person is null ? null : submission.PersonName,
            SubmittedBy = NameOf(submission.SubmittedBy, caller),
            ReceivedAt = submission.ReceivedAt,
            State = submission.Status.Code,
            Late = submission.Late,
            HasDocument = values is not null,
            Values = values ?? FormValues.Empty,
            History = history,
            CanAccept = cannot is null && submission.Status == SubmissionStatus.Submitted,
            CanReturn = cannot is null && (submission.Status == SubmissionStatus.Submitted || submission.Status == SubmissionStatus.Accepted),
            CanWithdraw = caller.MayWithdraw(submission) && (submission.Status == SubmissionStatus.Received || submission.Status == SubmissionStatus.Submitted),
            CannotReview = cannot is not null && caller.FollowUpTops.Count > 0 ? cannot : "",
            SecondCopyTo = submission.ManagingOrganization is { } committee ? caller.Directory.Organization(committee)?.Name : null,
            SecondCopyReceivedAt = submission.ManagingReceivedAt,
        };
    }

    // The audit log is ours alone; where it is gone, SharePoint still knows when it was received and what reviewers decided.
    private static IReadOnlyList<HistoryStep> History(Submission submission, IReadOnlyList<AuditEntry> audit, IReadOnlyList<Review> reviews, Caller caller)
    {
        var steps = audit.Count > 0
            ? audit.Select(entry => new HistoryStep(VietnamTime.Parse(entry.At), entry.Action, NameOf(entry.Person, caller), entry.Detail))
            : reviews.Where(review => review.RowId is null).Select(review => new HistoryStep(review.ReviewedAt, review.Decision.Code, NameOf(review.ReviewedBy, caller), review.Comment))
                .Prepend(new HistoryStep(submission.ReceivedAt, SubmissionStatus.Received.Code, NameOf(submission.SubmittedBy, caller), ""));
        return [.. steps.Reverse()];
    }

    private static string NameOf(string code, Caller caller) => code.Length == 0 ? "" : caller.Directory.Person(code)?.FullName ?? code;
}
