using System.Globalization;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Completion;

/// <summary>Who is complete and who is missing.</summary>
internal static class CompletionApi
{
    /// <summary>Adds what the slice needs.</summary>
    public static void AddCompletion(this IServiceCollection services) => services.AddSingleton<CompletionStore>().AddHostedService<CompletionPublisher>();

    /// <summary>Maps <c>/api/completion</c>.</summary>
    public static void MapCompletion(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/completion", CompletionAsync).WithTags("Completion").WithSummary("Tình hình hoàn thành của một tổ chức và các tổ chức dưới nó");

    private static async Task<IResult> CompletionAsync(string? campaign, string? organization, string? asOf, Caller caller, CompletionStore store, TimeProvider clock)
    {
        if (caller.FollowUpTops.Count == 0)
        {
            return new Problem.NotAllowed("Cần vai trò theo dõi (quản lý, người xem xét hoặc quản trị) để xem tình hình hoàn thành.").ToHttp();
        }

        if (caller.Directory.Campaign(campaign) is not { } its)
        {
            return new Problem.NotFound("Không có đợt đăng ký này.").ToHttp();
        }

        var top = organization is null ? caller.FollowUpTops[0] : caller.Directory.Organization(organization);
        if (top is null || !caller.MayRead(top))
        {
            return new Problem.NotFound("Không có tổ chức này, hoặc tổ chức không thuộc phạm vi được xem.").ToHttp();
        }

        if (!TryInstant(asOf, out var at))
        {
            return new Problem.Malformed("Thời điểm (asOf) phải là một ngày yyyy-MM-dd hoặc một thời điểm ISO 8601.").ToHttp();
        }

        var now = clock.GetUtcNow();
        var tree = at is null ? await store.NowAsync(caller.Directory, its, now) : await store.AsOfAsync(caller.Directory, its, at.Value);
        return TypedResults.Ok(Answer(tree, top, caller.Directory));
    }

    private static object Answer(CompletionTree tree, Organization top, OfficeDirectory directory) => new
    {
        campaign = tree.Campaign.Code,
        asOf = VietnamTime.Wire(tree.At),
        organization = top.Code,
        name = top.Name,
        total = Wire(tree.Total(top)),
        own = Wire(tree.Own(top)),
        children = directory.Children[top.Code].OrderBy(child => child.Code, StringComparer.Ordinal).Select(child => new
        {
            organization = child.Code,
            name = child.Name,
            total = Wire(tree.Total(child)),
            own = Wire(tree.Own(child)),
        }),
        missing = tree.Missing(top).Select(Wire),
    };

    private static Dictionary<string, object> Wire(Counts counts)
    {
        var forms = counts.Forms.ToDictionary(form => form.Key, form => (object)form.Value, StringComparer.Ordinal);
        forms["copies"] = counts.Copies;
        return forms;
    }

    private static object Wire(DutyState state) => new
    {
        form = state.Duty.Form.Value,
        organization = state.Duty.Organization.Code,
        organizationName = state.Duty.Organization.Name,
        person = state.Duty.Person?.Code,
        name = state.Duty.Person?.FullName ?? state.Duty.Organization.Name,
        state = state.State,
        late = state.IsLate,
        reason = state.Duty.Reason,
    };

    // A day stands for its end in Vietnam, as far as it has passed; an instant for itself.
    private static bool TryInstant(string? text, out DateTimeOffset? at)
    {
        at = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            at = VietnamTime.EndOf(day).AddTicks(-1);
            return true;
        }

        var isInstant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant);
        at = isInstant ? instant.ToUniversalTime() : null;
        return isInstant;
    }
}
