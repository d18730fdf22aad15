using System.Text.Json;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Drafts;

/// <summary>What the pane keeps.</summary>
/// <param name="Fields">An object of tags, gaps and all.</param>
/// <param name="Basis">The id of the document it started from; absent for a first one.</param>
public sealed record DraftRequest(JsonElement Fields, string? Basis = null);

/// <summary>Drafts: kept for their writer alone, and never overwritten by another device that has not seen them.</summary>
internal static class DraftsApi
{
    private const int LongestFields = 1_000_000;

    /// <summary>Maps <c>/api/drafts</c>.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/drafts").WithTags("Drafts");
        group.MapGet("/{form}", OneAsync).WithSummary("Bản nháp của mình; 204 khi chưa có");
        group.MapPut("/{form}", SaveAsync).WithSummary("Giữ bản nháp; 412 khi máy khác đã giữ bản mới hơn");
        group.MapDelete("/{form}", DiscardAsync).WithSummary("Bỏ bản nháp");
    }

    private static async Task<IResult> OneAsync(string form, [AsParameters] TargetQuery query, HttpResponse response, Caller caller, Database database)
    {
        if (!Target.Resolve(caller, form, query).TryGet(out var target, out var problem))
        {
            return problem.ToHttp();
        }

        await using var connection = database.Open();
        return await DraftsTable.FindAsync(connection, caller.Person.Code, target.Duty.Key) is { } draft ? Answer(draft, response) : TypedResults.NoContent();
    }

    private static async Task<IResult> SaveAsync(
        string form, [AsParameters] TargetQuery query, [FromHeader(Name = "If-Match")] string? ifMatch, [FromHeader(Name = "If-None-Match")] string? ifNoneMatch,
        HttpRequest request, HttpResponse response, Caller caller, Database database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Target.Resolve(caller, form, query).TryGet(out var target, out var problem) || !CanBeKept(target, clock).TryGet(out _, out problem)
            || !(await ReadAsync(request, cancellationToken)).TryGet(out var body, out problem))
        {
            return problem.ToHttp();
        }

        if (ifMatch is null && ifNoneMatch != "*")
        {
            return new Problem.VersionRequired().ToHttp();
        }

        var draft = new Draft(caller.Person.Code, target.Duty.Key, 0, body.Basis ?? "", body.Fields.GetRawText(), clock.GetUtcNow());
        return (await database.WriteAsync<Result<Draft>>(async transaction =>
        {
            var kept = await DraftsTable.FindAsync(transaction.Connection!, draft.Writer, draft.Duty, transaction); // a running transaction has its connection
            if (kept?.ETag != ifMatch)
            {
                return kept is null ? new Problem.Stale(new { version = 0 }) : new Problem.Stale(Wire(kept));
            }

            var next = draft with { Version = (kept?.Version ?? 0) + 1 };
            await DraftsTable.SaveAsync(transaction, next);
            return next;
        })).ToHttp(saved => Saved(saved, response));
    }

    private static async Task<IResult> DiscardAsync(string form, [AsParameters] TargetQuery query, Caller caller, Database database)
    {
        if (!Target.Resolve(caller, form, query).TryGet(out var target, out var problem))
        {
            return problem.ToHttp();
        }

        await database.WriteAsync(async transaction =>
        {
            await DraftsTable.DeleteAsync(transaction, caller.Person.Code, target.Duty.Key);
            return true;
        });
        return TypedResults.NoContent();
    }

    private static Result<Target> CanBeKept(Target target, TimeProvider clock) => target.Duty.Campaign.TakesFilingsAt(clock.GetUtcNow())
        ? target
        : new Problem.CampaignClosed("Đợt đăng ký không nhận hồ sơ lúc này nên không giữ bản nháp.");

    private static async Task<Result<DraftRequest>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.ContentLength > LongestFields ? new Problem.TooLarge()
        : await JsonBody.ReadAsync<DraftRequest>(request, cancellationToken) is { Fields.ValueKind: JsonValueKind.Object } body ? body
        : new Problem.Malformed("Bản nháp phải là dữ liệu biểu mẫu ở dạng JSON: { \"fields\": { … } }.");

    private static IResult Answer(Draft draft, HttpResponse response)
    {
        response.Headers.ETag = draft.ETag;
        return TypedResults.Ok(Wire(draft));
    }

    private static IResult Saved(Draft draft, HttpResponse response)
    {
        response.Headers.ETag = draft.ETag;
        return TypedResults.Ok(new { version = draft.Version, savedAt = VietnamTime.Wire(draft.SavedAt) });
    }

    private static object Wire(Draft draft) => new
    {
        version = draft.Version,
        savedAt = VietnamTime.Wire(draft.SavedAt),
        basis = draft.Basis,
        fields = JsonSerializer.Deserialize<JsonElement>(draft.Fields),
    };
}
