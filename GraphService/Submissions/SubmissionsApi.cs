using System.ComponentModel.DataAnnotations;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Text;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>A comment on one row.</summary>
/// <param name="RowId">The row.</param>
/// <param name="Comment">What should be mended.</param>
public sealed record RowComment(
    [property: Required(ErrorMessage = "Thiếu mã dòng.")] string RowId,
    [property: Required(ErrorMessage = "Chưa ghi ý kiến cho dòng."), StringLength(4000, ErrorMessage = "Ý kiến dài quá 4.000 ký tự.")] string Comment);

/// <summary>A reviewer's decision.</summary>
/// <param name="Decision"><c>accepted</c> or <c>returned</c>.</param>
/// <param name="Comment">What the author is told; needed when it is returned.</param>
/// <param name="Rows">Comments on rows.</param>
public sealed record ReviewRequest(
    [property: RegularExpression("accepted|returned", ErrorMessage = "Quyết định phải là accepted hoặc returned.")] string Decision,
    [property: StringLength(4000, ErrorMessage = "Ý kiến dài quá 4.000 ký tự.")] string? Comment,
    IReadOnlyList<RowComment>? Rows = null);

/// <summary>Filing, finding and reviewing documents.</summary>
internal static class SubmissionsApi
{
    private const int LongestKey = 100;
    private const int PageSize = 100;

    /// <summary>Adds what the slice needs.</summary>
    public static void AddSubmissions(this IServiceCollection services)
    {
        services.AddSingleton<Filing>().AddSingleton<Reviewing>().AddSingleton<StoredDocuments>();
        services.AddSingleton<Outbox.IOperationHandler, StoreDocument>().AddSingleton<Outbox.IOperationHandler, StoreReview>();
    }

    /// <summary>Maps <c>/api/submissions</c>.</summary>
    public static void MapSubmissions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/submissions").WithTags("Submissions");
        group.MapPost("", FileAsync).Accepts<byte[]>(Docx.ContentType, "*/*").WithSummary("Nộp một văn bản Word đã điền");
        group.MapGet("", ListAsync).WithSummary("Các hồ sơ trong phạm vi được xem");
        group.MapGet("/{id}", OneAsync).WithSummary("Một hồ sơ với diễn biến của nó");
        group.MapGet("/{id}/document", DocumentAsync).WithSummary("Tệp Word đang lưu");
        group.MapPut("/{id}/review", ReviewAsync).WithSummary("Xác nhận, hoặc trả lại kèm ý kiến");
    }

    private static async Task<IResult> FileAsync(
        [FromQuery] string? form, [AsParameters] TargetQuery query, [FromHeader(Name = "Idempotency-Key")] string? key, HttpRequest request, Caller caller, Filing filing, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > LongestKey)
        {
            return new Problem.Malformed("Thiếu mã gửi (Idempotency-Key), hoặc mã dài quá 100 ký tự.").ToHttp();
        }

        if (!Target.Resolve(caller, form ?? "", query).TryGet(out var target, out var problem) || !(await Docx.BodyAsync(request, cancellationToken)).TryGet(out var bytes, out problem))
        {
            return problem.ToHttp();
        }

        return (await filing.FileAsync(caller, target, key, bytes, cancellationToken)).ToHttp(receipt => TypedResults.Accepted(
            $"/api/submissions/{receipt.Id}", new { id = receipt.Id.ToString(), status = receipt.Status, revision = receipt.Revision, findings = receipt.Findings }));
    }

    private static async Task<IResult> ListAsync(
        string? campaign, string? organization, string? form, string? status, string? q, string? cursor, Caller caller, Database database)
    {
        if (caller.Directory.Campaign(campaign) is null)
        {
            return (campaign is null ? (Problem)new Problem.Malformed("Cần nêu đợt đăng ký (campaign).") : new Problem.NotFound("Không có đợt đăng ký này.")).ToHttp();
        }

        await using var connection = database.Open();
        var found = (await SubmissionsTable.OfCampaignAsync(connection, campaign!))
            .Where(caller.MayRead)
            .Where(submission => organization is null || (caller.Directory.Organization(submission.Duty.Organization) is { } its && caller.Directory.IsWithin(its, organization)))
            .Where(submission => (form is null || submission.Duty.Form == form) && (status is null || submission.Status.Code == status))
            .Where(submission => q is null || SearchText.Fold(submission.PersonName).Contains(SearchText.Fold(q), StringComparison.Ordinal))
            .OrderByDescending(submission => submission.ReceivedAt).ThenByDescending(submission => submission.Id.ToString(), StringComparer.Ordinal).ToList();
        var start = int.TryParse(cursor, out var offset) ? Math.Clamp(offset, 0, found.Count) : 0;
        var next = start + PageSize;
        return TypedResults.Ok(new
        {
            total = found.Count,
            items = found.Skip(start).Take(PageSize).Select(submission => SubmissionWire.Summary(submission, caller.Directory)),
            next = next < found.Count ? next.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        });
    }

    private static async Task<IResult> OneAsync(string id, HttpResponse response, Caller caller, Database database)
    {
        if (!(await VisibleAsync(id, caller, database)).TryGet(out var submission, out var problem))
        {
            return problem.ToHttp();
        }

        await using var connection = database.Open();
        var revisions = await SubmissionsTable.OfDutyAsync(connection, submission.Duty);
        var history = new
        {
            revisions = revisions.Select(revision => SubmissionWire.Summary(revision, caller.Directory)),
            reviews = (await ReviewsTable.OfSubmissionAsync(connection, submission.Id)).Select(SubmissionWire.Of),
            events = (await AuditTable.OfSubmissionAsync(connection, submission.Id)).Select(SubmissionWire.Of),
        };
        response.Headers.ETag = submission.ETag;
        return TypedResults.Ok(SubmissionWire.WithHistory(submission, caller.Directory, history));
    }

    private static async Task<IResult> DocumentAsync(string id, Caller caller, Database database, StoredDocuments documents, CancellationToken cancellationToken)
    {
        if (!(await VisibleAsync(id, caller, database)).TryGet(out var submission, out var problem))
        {
            return problem.ToHttp();
        }

        return await documents.BytesAsync(submission, cancellationToken) is { } bytes
            ? TypedResults.File(bytes, Docx.ContentType, submission.FileName)
            : new Problem.NotFound("Tệp của hồ sơ không còn trong thư viện.").ToHttp();
    }

    private static async Task<IResult> ReviewAsync(
        string id, ReviewRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, HttpResponse response, Caller caller, Database database, Reviewing reviewing)
    {
        if (!(await VisibleAsync(id, caller, database)).TryGet(out var submission, out var problem))
        {
            return problem.ToHttp();
        }

        if (SubmissionStatus.Find(request.Decision) is not { } decision || (decision == SubmissionStatus.Returned && string.IsNullOrWhiteSpace(request.Comment)))
        {
            return new Problem.Malformed("Khi trả lại phải ghi ý kiến để người nộp biết cần sửa gì.").ToHttp();
        }

        return string.IsNullOrEmpty(ifMatch)
            ? new Problem.VersionRequired().ToHttp()
            : (await reviewing.ReviewAsync(caller, submission, ifMatch, request, decision)).ToHttp(reviewed => Reviewed(reviewed, caller, response));
    }

    private static IResult Reviewed(Submission submission, Caller caller, HttpResponse response)
    {
        response.Headers.ETag = submission.ETag;
        return TypedResults.Ok(SubmissionWire.Summary(submission, caller.Directory));
    }

    /// <summary>The submission of an id, or 404 when there is none or the caller may not see it.</summary>
    internal static async Task<Result<Submission>> VisibleAsync(string id, Caller caller, Database database)
    {
        await using var connection = database.Open();
        return SubmissionId.TryParse(id, out var parsed) && await SubmissionsTable.FindAsync(connection, parsed) is { } submission && caller.MayRead(submission)
            ? submission
            : new Problem.NotFound("Không có hồ sơ này, hoặc hồ sơ không thuộc phạm vi được xem.");
    }
}
