using System.ComponentModel.DataAnnotations;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
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
    [property: Required(ErrorMessage = "Thiếu quyết định."), RegularExpression("accepted|returned", ErrorMessage = "Quyết định phải là accepted hoặc returned.")] string Decision,
    [property: StringLength(4000, ErrorMessage = "Ý kiến dài quá 4.000 ký tự.")] string? Comment,
    [property: NoNulls(ErrorMessage = "Một ý kiến cho dòng bị để trống.")] IReadOnlyList<RowComment>? Rows = null);

/// <summary>One of many decisions: the submission and the version that was seen.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Version">Its version as seen.</param>
public sealed record SeenSubmission([property: Required(ErrorMessage = "Thiếu mã hồ sơ.")] string Id, int Version);

/// <summary>The same decision on many submissions.</summary>
/// <param name="Decision"><c>accepted</c> or <c>returned</c>.</param>
/// <param name="Comment">What the authors are told; needed when they are returned.</param>
/// <param name="Submissions">Which ones, at most 200.</param>
public sealed record BulkReviewRequest(
    [property: Required(ErrorMessage = "Thiếu quyết định."), RegularExpression("accepted|returned", ErrorMessage = "Quyết định phải là accepted hoặc returned.")] string Decision,
    [property: StringLength(4000, ErrorMessage = "Ý kiến dài quá 4.000 ký tự.")] string? Comment,
    [property: Required(ErrorMessage = "Chưa chọn hồ sơ nào."), Length(1, 200, ErrorMessage = "Chọn từ 1 đến 200 hồ sơ mỗi lần."), NoNulls(ErrorMessage = "Một hồ sơ bị để trống.")] IReadOnlyList<SeenSubmission> Submissions);

/// <summary>What is decided on documents after filing: review, second copy, withdrawal. Every write names the version it has seen.</summary>
internal static class DecisionsApi
{
    /// <summary>Maps the decisions below <c>/api/submissions/{id}</c>, and <c>/api/reviews</c> for many at once.</summary>
    public static void MapDecisions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Decisions");
        group.MapPut("/submissions/{id}/review", ReviewAsync).WithSummary("Xác nhận, hoặc trả lại kèm ý kiến");
        group.MapPut("/submissions/{id}/receipt", ReceiveAsync).WithSummary("Cấp ủy quản lý xác nhận đã nhận bản thứ hai");
        group.MapDelete("/submissions/{id}", WithdrawAsync).WithSummary("Rút hồ sơ trước khi được xem xét");
        group.MapPost("/reviews", ReviewManyAsync).WithSummary("Cùng một quyết định cho nhiều hồ sơ; kết quả của từng hồ sơ");
    }

    private static Task<IResult> ReviewAsync(
        string id, ReviewRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, HttpResponse response, Caller caller, Database database, Reviewing reviewing) =>
        DecideAsync(id, ifMatch, caller, database, response, seen => DecideAsync(request, (review, decision) => reviewing.ReviewAsync(caller, seen, ifMatch!, review, decision))); // checked before

    private static Task<IResult> ReceiveAsync(
        string id, [FromHeader(Name = "If-Match")] string? ifMatch, HttpResponse response, Caller caller, Database database, Receiving receiving) =>
        DecideAsync(id, ifMatch, caller, database, response, seen => receiving.ConfirmAsync(caller, seen, ifMatch!)); // checked before

    private static Task<IResult> WithdrawAsync(
        string id, [FromHeader(Name = "If-Match")] string? ifMatch, HttpResponse response, Caller caller, Database database, Withdrawing withdrawing, CancellationToken cancellationToken) =>
        DecideAsync(id, ifMatch, caller, database, response, seen => withdrawing.WithdrawAsync(caller, seen, ifMatch!, cancellationToken)); // checked before

    private static async Task<IResult> ReviewManyAsync(BulkReviewRequest request, Caller caller, Database database, Reviewing reviewing)
    {
        var outcomes = new List<object>();
        foreach (var (id, version) in request.Submissions)
        {
            var seen = await SubmissionsApi.VisibleAsync(id, caller, database);
            var result = seen.TryGet(out var submission, out var invisible)
                ? await DecideAsync(new ReviewRequest(request.Decision, request.Comment), (review, decision) => reviewing.ReviewAsync(caller, submission, $"\"{version}\"", review, decision))
                : invisible;
            outcomes.Add(result.TryGet(out var reviewed, out var problem)
                ? new { id, status = reviewed.Status.Code, version = reviewed.Version }
                : new { id, code = problem.Code, title = problem.Title, detail = problem.Detail });
        }

        return TypedResults.Ok(new { outcomes });
    }

    private static async Task<IResult> DecideAsync(
        string id, string? ifMatch, Caller caller, Database database, HttpResponse response, Func<Submission, Task<Result<Submission>>> decide)
    {
        if (!(await SubmissionsApi.KnownAsync(id, caller, database)).TryGet(out var seen, out var problem))
        {
            return problem.ToHttp();
        }

        return string.IsNullOrEmpty(ifMatch) ? new Problem.VersionRequired().ToHttp() : (await decide(seen)).ToHttp(changed => Answer(changed, caller, response));
    }

    private static async Task<Result<Submission>> DecideAsync(ReviewRequest request, Func<ReviewRequest, SubmissionStatus, Task<Result<Submission>>> review)
    {
        var decision = SubmissionStatus.Parse(request.Decision); // its shape was checked: accepted or returned
        return decision == SubmissionStatus.Returned && string.IsNullOrWhiteSpace(request.Comment)
            ? new Problem.Malformed("Khi trả lại phải ghi ý kiến để người nộp biết cần sửa gì.")
            : await review(request, decision);
    }

    private static IResult Answer(Submission submission, Caller caller, HttpResponse response)
    {
        response.Headers.ETag = submission.ETag;
        return TypedResults.Ok(SubmissionWire.Summary(submission, caller.Directory));
    }
}
