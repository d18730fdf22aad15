using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Filing, finding and reviewing documents.</summary>
internal static class SubmissionsApi
{
    private const int LongestKey = 100;

    /// <summary>Adds what the slice needs.</summary>
    public static void AddSubmissions(this IServiceCollection services)
    {
        services.AddSingleton<Filing>().AddSingleton<Changing>().AddSingleton<Reviewing>().AddSingleton<Withdrawing>().AddSingleton<Receiving>().AddSingleton<StoredDocuments>().AddSingleton<Revisions>();
        services.AddSingleton<Outbox.IOperationHandler, StoreDocument>().AddSingleton<Outbox.IOperationHandler, StoreChange>()
            .AddSingleton<Outbox.IOperationHandler, MailReview>();
    }

    /// <summary>Maps <c>/api/submissions</c>.</summary>
    public static void MapSubmissions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/submissions").WithTags("Submissions");
        group.MapPost("", FileAsync).Accepts<byte[]>(Docx.ContentType, "*/*").WithSummary("Nộp một văn bản Word đã điền");
        group.MapGet("", ListAsync).WithSummary("Các hồ sơ trong phạm vi được xem");
        group.MapGet("/{id}", OneAsync).WithSummary("Một hồ sơ với diễn biến của nó");
        group.MapGet("/{id}/document", DocumentAsync).WithSummary("Tệp Word đang lưu");
        group.MapGet("/{id}/changes", ChangesAsync).WithSummary("Bản này khác bản nộp trước ở đâu");
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

    private static async Task<IResult> ListAsync([AsParameters] SubmissionFilter filter, Caller caller, Database database) =>
        (await SubmissionQuery.PageAsync(caller, database, filter)).ToHttp(page => TypedResults.Ok(new
        {
            total = page.Total,
            items = page.Items.Select(submission => SubmissionWire.Summary(submission, caller.Directory)),
            next = page.Next,
        }));

    private static async Task<IResult> OneAsync(string id, HttpResponse response, Caller caller, Database database)
    {
        if (!(await VisibleAsync(id, caller, database)).TryGet(out var submission, out var problem))
        {
            return problem.ToHttp();
        }

        await using var connection = database.Open();
        var revisions = (await SubmissionsTable.OfDutyAsync(connection, submission.Duty)).Where(caller.MayRead);
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

    private static async Task<IResult> ChangesAsync(string id, Caller caller, Database database, Revisions revisions, CancellationToken cancellationToken) =>
        (await VisibleAsync(id, caller, database)).TryGet(out var submission, out var problem)
            ? TypedResults.Ok(new { changes = await revisions.ChangesAsync(submission, cancellationToken) ?? [] })
            : problem.ToHttp();

    /// <summary>The submission of an id, or 404 when there is none or the caller may not see it.</summary>
    internal static Task<Result<Submission>> VisibleAsync(string id, Caller caller, Database database) => FindAsync(id, database, caller.MayRead);

    /// <summary>The same for deciding on it: a clerk may take back what a colleague filed, without reading it.</summary>
    internal static Task<Result<Submission>> KnownAsync(string id, Caller caller, Database database) =>
        FindAsync(id, database, submission => caller.MayRead(submission) || caller.MayWithdraw(submission));

    private static async Task<Result<Submission>> FindAsync(string id, Database database, Func<Submission, bool> mayKnow)
    {
        await using var connection = database.Open();
        return SubmissionId.TryParse(id, out var parsed) && await SubmissionsTable.FindAsync(connection, parsed) is { } submission && mayKnow(submission)
            ? submission
            : new Problem.NotFound("Không có hồ sơ này, hoặc hồ sơ không thuộc phạm vi được xem.");
    }
}
