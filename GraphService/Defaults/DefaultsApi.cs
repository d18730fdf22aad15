using System.Text.Json;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Defaults;

/// <summary>What a clerk keeps.</summary>
/// <param name="Fields">An object of tags; dates are ISO.</param>
public sealed record DefaultsRequest(JsonElement Fields);

/// <summary>What a clerk keeps once for all documents of an organization in a campaign.</summary>
internal static class DefaultsApi
{
    /// <summary>Maps <c>/api/defaults</c>.</summary>
    public static void MapDefaults(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/defaults").WithTags("Defaults");
        group.MapGet("", OneAsync).WithSummary("Thông tin chung của đơn vị trong một đợt");
        group.MapPut("", SaveAsync).WithSummary("Giữ thông tin chung của đơn vị; cần If-Match");
    }

    /// <summary>The campaign and organization of a request, where the caller keeps defaults. 404 for what is unknown or invisible, 403 for what is not theirs to keep.</summary>
    internal static Result<(Campaign Campaign, Organization Organization)> Resolve(Caller caller, string? campaign, string? organization)
    {
        if (caller.Directory.Campaign(campaign) is not { } its || caller.Directory.Organization(organization) is not { } unit || !caller.MayKnow(unit, null))
        {
            return new Problem.NotFound("Không có đợt đăng ký hoặc tổ chức này.");
        }

        return caller.Holds(unit, RoleKind.Clerk) ? (its, unit) : new Problem.NotAllowed("Chỉ văn thư của đơn vị giữ thông tin chung này.");
    }

    private static async Task<IResult> OneAsync(string? campaign, string? organization, HttpResponse response, Caller caller, Database database)
    {
        if (!Resolve(caller, campaign, organization).TryGet(out var unit, out var problem))
        {
            return problem.ToHttp();
        }

        await using var connection = database.Open();
        return Answer(await DefaultsTable.FindAsync(connection, unit.Campaign.Code, unit.Organization), response);
    }

    private static async Task<IResult> SaveAsync(
        string? campaign, string? organization, [FromHeader(Name = "If-Match")] string? ifMatch, HttpRequest request, HttpResponse response, Caller caller, Database database,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!Resolve(caller, campaign, organization).TryGet(out var unit, out var problem) || !(await FieldsAsync(request, cancellationToken)).TryGet(out var fields, out problem))
        {
            return problem.ToHttp();
        }

        if (string.IsNullOrEmpty(ifMatch))
        {
            return new Problem.VersionRequired().ToHttp();
        }

        if (!unit.Campaign.TakesFilingsAt(now))
        {
            return new Problem.CampaignClosed("Đợt đăng ký không nhận hồ sơ lúc này.").ToHttp();
        }

        return (await database.WriteAsync<Result<UnitDefaults>>(async transaction =>
        {
            var kept = await DefaultsTable.FindAsync(transaction.Connection!, unit.Campaign.Code, unit.Organization, transaction); // a running transaction has its connection
            if (kept.ETag != ifMatch)
            {
                return new Problem.Stale(Wire(kept));
            }

            var next = kept with { Version = kept.Version + 1, Fields = fields };
            await DefaultsTable.SaveAsync(transaction, next, caller.Person.Code, now);
            return next;
        })).ToHttp(saved => Answer(saved, response));
    }

    private static async Task<Result<Dictionary<string, string>>> FieldsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync<DefaultsRequest>(request, cancellationToken) is not { Fields.ValueKind: JsonValueKind.Object } body)
        {
            return new Problem.Malformed("Thông tin chung phải ở dạng JSON: { \"fields\": { … } }.");
        }

        if (body.Fields.EnumerateObject().FirstOrDefault(field => UnitDefaults.Kept.All(kept => kept.Tag != field.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } stray)
        {
            return new Problem.Malformed($"Thông tin chung của đơn vị không có trường «{stray.Name}».");
        }

        return FormJson.TryReadFields(UnitDefaults.Kept, body.Fields, out var values, out var error)
            ? values
            : new Problem.Malformed(error);
    }

    private static IResult Answer(UnitDefaults defaults, HttpResponse response)
    {
        response.Headers.ETag = defaults.ETag;
        return TypedResults.Ok(Wire(defaults));
    }

    private static object Wire(UnitDefaults defaults) => new
    {
        campaign = defaults.Campaign,
        organization = defaults.Organization,
        version = defaults.Version,
        fields = FormJson.WriteFields(UnitDefaults.Kept, defaults.Fields),
    };
}
