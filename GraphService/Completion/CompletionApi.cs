using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using HocTap.Office.GraphService.Workbooks;

namespace HocTap.Office.GraphService.Completion;

/// <summary>Who is complete and who is missing.</summary>
internal static class CompletionApi
{
    /// <summary>Adds what the slice needs.</summary>
    public static void AddCompletion(this IServiceCollection services) => services.AddSingleton<CompletionStore>().AddSingleton<CompletionPublisher>().AddHostedService(services => services.GetRequiredService<CompletionPublisher>());

    /// <summary>Maps <c>/api/completion</c>.</summary>
    public static void MapCompletion(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Completion");
        group.MapGet("/completion", CompletionAsync).WithSummary("Tình hình hoàn thành của một tổ chức và các tổ chức dưới nó, đến từng tên");
        group.MapGet("/completion.xlsx", WorkbookAsync).WithSummary("Tình hình hoàn thành thành bảng tính Excel, kèm danh sách từng loại");
    }

    private static async Task<IResult> CompletionAsync([AsParameters] CompletionFilter filter, Caller caller, CompletionStore store, TimeProvider clock) =>
        (await CompletionQuery.ViewAsync(caller, store, filter, clock.GetUtcNow())).ToHttp(view => TypedResults.Ok(Answer(view, caller.Directory)));

    private static async Task<IResult> WorkbookAsync(
        [AsParameters] CompletionFilter filter, string? q, bool? missing, string? sort, Caller caller, CompletionStore store, TimeProvider clock)
    {
        if (!CompletionLines.Order(sort).TryGet(out var order, out var problem))
        {
            return problem.ToHttp();
        }

        return (await CompletionQuery.ViewAsync(caller, store, filter, clock.GetUtcNow())).ToHttp(view =>
            XlsxFile.Of(CompletionWorkbook.Of(view, order(CompletionLines.Of(view, q, missing == true)), caller, clock.GetUtcNow())));
    }

    private static object Answer(CompletionView view, OfficeDirectory directory)
    {
        var (tree, top, names) = (view.Tree, view.Top, new CompletionNames(view.Tree, view.Top));
        return new
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
            missing = names.Missing.Select(Wire),
            done = names.Done.Select(Wire),
            exempt = names.Exempt.Select(Wire),
            voluntary = names.Voluntary.Select(Wire),
            copies = names.Copies.Select(Copy),
        };
    }

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
        done = state.IsDone,
        late = state.IsLate,
        reason = state.Duty.Reason,
        why = DutyWords.Why(state.Duty),
        submission = state.Current?.Id.ToString(),
        receivedAt = state.Current is { } current ? VietnamTime.Wire(current.ReceivedAt) : null,
    };

    private static object Copy(DutyState state) => new
    {
        form = state.Duty.Form.Value,
        organization = state.Duty.Organization.Code,
        organizationName = state.Duty.Organization.Name,
        person = state.Duty.Person?.Code,
        name = state.Duty.Person?.FullName,
        managingOrganization = state.Duty.ManagingCommittee?.Code,
        managingOrganizationName = state.Duty.ManagingCommittee?.Name,
        state = state.State,
        submission = state.Current?.Id.ToString(),
        receivedAt = state.Current?.ManagingReceivedAt is { } at ? VietnamTime.Wire(at) : null,
    };
}
