using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Who the caller is and what they owe.</summary>
internal static class MeApi
{
    /// <summary>Maps <c>/api/me</c>.</summary>
    public static void MapMe(this IEndpointRouteBuilder routes) => routes.MapGet("/api/me", MeAsync).WithTags("Me").WithSummary("Người đang đăng nhập, vai trò và việc phải làm");

    private static async Task<IResult> MeAsync(Caller caller, Database database, TimeProvider clock)
    {
        var duties = await MyDuties.OfAsync(caller, database, clock.GetUtcNow());
        return TypedResults.Ok(new
        {
            person = new { code = caller.Person.Code, fullName = caller.Person.FullName, organization = caller.Person.OrganizationCode },
            roles = caller.Roles.Select(role => new { role = role.Kind.ToString().ToLowerInvariant(), organization = role.OrganizationCode }),
            duties = duties.Select(Of),
        });
    }

    private static object Of(DutyState state) => new
    {
        campaign = state.Duty.Campaign.Code,
        form = state.Duty.Form.Value,
        organization = state.Duty.Organization.Code,
        person = state.Duty.Person?.Code,
        obligation = state.Duty.Obligation.ToString().ToLowerInvariant(),
        basis = state.Duty.Basis,
        rows = new { min = state.Duty.Rows.Min, max = state.Duty.Rows.Max },
        copies = state.Duty.Copies,
        managingOrganization = state.Duty.ManagingCommittee?.Code,
        deadline = state.Duty.Campaign.Deadline,
        dueAt = VietnamTime.Wire(state.Duty.Campaign.DueAt),
        state = state.State,
        done = state.IsDone,
        late = state.IsLate,
        submission = state.Current is { } submission ? SubmissionWire.Summary(submission, state.Directory) : null,
    };
}
