using HocTap.Office.AddIn.Registers;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>One document with its life and its review panel.</summary>
internal static class SubmissionDetails
{
    /// <summary>The fragment of a submission.</summary>
    public static async Task<IResult> FragmentAsync(
        string id, Caller caller, Database database, StoredDocuments documents, Revisions revisions, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!(await SubmissionsApi.VisibleAsync(id, caller, database)).TryGet(out var submission, out var problem))
        {
            return problem.ToHttp();
        }

        var values = (await documents.ReadAsync(submission, cancellationToken))?.Values;
        var changes = await revisions.ChangesAsync(submission, cancellationToken);
        var model = Model(submission, values, caller, caller.Directory.Campaign(submission.Duty.Campaign)?.TakesFilingsAt(clock.GetUtcNow()) == true) with { Changes = changes };
        return new RazorComponentResult<SubmissionDetail>(new { Model = await WithLifeAsync(model, submission, caller, database) });
    }

    // A campaign that is closed is only there to be read.
    private static SubmissionDetailModel Model(Submission submission, FormValues? values, Caller caller, bool open)
    {
        var cannot = caller.WhyNotReview(submission);
        var leavesCity = submission.ManagingOrganization is null && caller.Directory.Person(submission.Duty.Person)?.IsLeader == true;
        return new SubmissionDetailModel
        {
            Id = Guid.Parse(submission.Id.ToString()),
            Reader = caller.Person.Code,
            Version = submission.Version,
            Revision = submission.Revision,
            Form = FormCatalog.Find(FormCode.Parse(submission.Duty.Form)) ?? throw new InvalidOperationException($"Form {submission.Duty.Form} was filed but is not known."),
            Year = caller.Directory.Campaign(submission.Duty.Campaign)?.Year ?? 0,
            OrganizationName = caller.Directory.Organization(submission.Duty.Organization)?.Name ?? submission.Duty.Organization,
            PersonName = submission.Duty.Person is null ? null : submission.PersonName,
            SubmittedBy = NameOf(submission.SubmittedBy, caller),
            FiledOnBehalf = submission.Duty.Person is { } person && person != submission.SubmittedBy,
            ReceivedAt = submission.ReceivedAt,
            State = submission.Status.Code,
            Late = submission.Late,
            HasDocument = values is not null,
            Values = values ?? FormValues.Empty,
            History = [],
            CanAccept = open && cannot is null && submission.Status == SubmissionStatus.Submitted,
            CanReturn = open && cannot is null && (submission.Status == SubmissionStatus.Submitted || submission.Status == SubmissionStatus.Accepted),
            CanWithdraw = open && caller.MayWithdraw(submission) && submission.Status.IsBeforeReview,
            CannotReview = cannot is not null && caller.FollowUpTops.Count > 0 ? cannot : "",
            SecondCopyTo = leavesCity ? T("cấp ủy cấp trên ngoài thành phố") : caller.Directory.Organization(submission.ManagingOrganization)?.Name,
            SecondCopyReceivedAt = submission.ManagingReceivedAt,
            CanConfirmCopy = open && caller.AwaitsCopyOf(submission),
            CopyLeavesCity = leavesCity,
        };
    }

    private static async Task<SubmissionDetailModel> WithLifeAsync(SubmissionDetailModel model, Submission submission, Caller caller, Database database)
    {
        await using var connection = database.Open();
        var said = new List<(Review Review, int Revision)>();
        foreach (var revision in (await SubmissionsTable.OfDutyAsync(connection, submission.Duty)).Where(revision => revision.Revision <= submission.Revision))
        {
            said.AddRange((await ReviewsTable.OfSubmissionAsync(connection, revision.Id)).Reverse().Select(review => (review, revision.Revision)));
        }

        var audit = await AuditTable.OfSubmissionAsync(connection, submission.Id);
        var remarks = said.Where(one => one.Review.Comment.Length > 0).ToList();
        return model with
        {
            History = History(submission, audit, said.Where(one => one.Review.SubmissionId == submission.Id).Select(one => one.Review), caller),
            LatestRemark = remarks.Where(one => one.Review.RowId is null).Select(one => Of(one, caller)).FirstOrDefault(),
            RowRemarks = remarks.Where(one => one.Review.RowId is not null).GroupBy(one => one.Review.RowId!, StringComparer.Ordinal) // filtered just before
                .ToDictionary(row => row.Key, row => (IReadOnlyList<Remark>)[.. row.Select(one => Of(one, caller))], StringComparer.Ordinal),
        };
    }

    private static Remark Of((Review Review, int Revision) said, Caller caller) =>
        new(said.Review.Comment, NameOf(said.Review.ReviewedBy, caller), said.Review.ReviewedAt, said.Revision);

    // Newest first. The audit log is ours alone; where it is gone, SharePoint still knows when it was received and what reviewers decided.
    private static IReadOnlyList<HistoryStep> History(Submission submission, IReadOnlyList<AuditEntry> audit, IEnumerable<Review> reviews, Caller caller) => audit.Count > 0
        ? [.. audit.Select(entry => new HistoryStep(VietnamTime.Parse(entry.At), entry.Action, NameOf(entry.Person, caller), entry.Detail)).Reverse()]
        : [.. reviews.Where(review => review.RowId is null).Select(review => new HistoryStep(review.ReviewedAt, review.Decision.Code, NameOf(review.ReviewedBy, caller), review.Comment))
            .Append(new HistoryStep(submission.ReceivedAt, SubmissionStatus.Received.Code, NameOf(submission.SubmittedBy, caller), ""))];

    private static string NameOf(string code, Caller caller) => code.Length == 0 ? "" : caller.Directory.Person(code)?.FullName ?? code;
}
