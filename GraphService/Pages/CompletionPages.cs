using HocTap.Office.AddIn.Completion;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Completion;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using ShownCounts = HocTap.Office.AddIn.Completion.FormCounts;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Completion: the tree of organizations, and who is missing in one of them.</summary>
internal static class CompletionPages
{
    /// <summary>Maps <c>/completion</c> and its fragment.</summary>
    public static void MapCompletionPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/completion").ExcludeFromDescription();
        group.MapGet("", PageAsync);
        group.MapGet("/{organization}", MissingAsync);
    }

    private static async Task<IResult> PageAsync(string? campaign, string? organization, Caller caller, CompletionStore store, Database database, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (caller.Directory.Campaign(campaign ?? RegisterPages.DefaultCampaign(caller, now)) is not { } its)
        {
            return new Problem.NotFound("Không có đợt đăng ký này.").ToHttp();
        }

        var top = organization is null ? (caller.FollowUpTops is [var first, ..] ? first : null) : caller.Directory.Organization(organization);
        if (organization is not null && (top is null || !caller.MayRead(top)))
        {
            return new Problem.NotFound("Không có tổ chức này, hoặc tổ chức không thuộc phạm vi được xem.").ToHttp();
        }

        var lines = top is null ? [] : Lines(await store.NowAsync(caller.Directory, its, now), top);
        return new RazorComponentResult<CompletionPage>(new { Model = await ModelAsync(its, lines, top, caller, database, now) });
    }

    private static async Task<CompletionModel> ModelAsync(
        Campaign campaign, IReadOnlyList<CompletionLine> lines, Organization? top, Caller caller, Database database, DateTimeOffset now) => new()
        {
            Shell = PageShells.Of(PageName.Completion, caller),
            Campaigns = RegisterPages.Campaigns(caller),
            Campaign = campaign.Code,
            Deadline = campaign.Deadline,
            DaysLeft = DutyCards.DaysLeft(campaign.Deadline, now),
            AsOf = now,
            Lines = lines,
            OwnDuties = top is null ? await DutyCards.OfAsync(caller, database, now) : null,
            AskWhom = top is null ? AskWhom(caller.Directory) : "",
        };

    private static async Task<IResult> MissingAsync(string organization, string? campaign, Caller caller, CompletionStore store, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (caller.Directory.Campaign(campaign ?? RegisterPages.DefaultCampaign(caller, now)) is not { } its
            || caller.Directory.Organization(organization) is not { } top || !caller.MayRead(top))
        {
            return new Problem.NotFound("Không có tổ chức này, hoặc tổ chức không thuộc phạm vi được xem.").ToHttp();
        }

        var tree = await store.NowAsync(caller.Directory, its, now);
        return new RazorComponentResult<MissingList>(new
        {
            Model = new MissingModel { Campaign = its.Code, Line = Line(tree, top, 0), Missing = [.. tree.Missing(top).Select(Document)] },
        });
    }

    private static IReadOnlyList<CompletionLine> Lines(CompletionTree tree, Organization top) => [.. tree.TreeOrder(top).Select(place => Line(tree, place.Organization, place.Depth))];

    private static CompletionLine Line(CompletionTree tree, Organization organization, int depth)
    {
        var counts = tree.Total(organization);
        return new CompletionLine
        {
            Organization = organization.Code,
            Name = organization.Name,
            Depth = depth,
            Forms = [.. counts.Forms.OrderBy(form => form.Key, StringComparer.Ordinal).Select(form => Shown(form.Key, form.Value))],
            CopiesDue = counts.Copies.Due,
            CopiesReceived = counts.Copies.Received,
        };
    }

    private static ShownCounts Shown(string form, GraphService.Completion.FormCounts counts) => new()
    {
        Form = FormCode.Parse(form),
        Required = counts.Required,
        Done = counts.Done,
        Missing = counts.Missing,
        Late = counts.Late,
        Exempt = counts.Exempt,
        Voluntary = counts.Voluntary,
        VoluntaryDone = counts.VoluntaryDone,
    };

    private static MissingDocument Document(DutyState state) => new(
        state.Duty.Form, state.Duty.Person?.Code, state.Duty.Person?.FullName ?? state.Duty.Organization.Name, state.Duty.Person?.Position ?? "", state.Duty.Organization.Name,
        state.State, state.IsLate, state.Duty.Reason, Why(state.Duty));

    // The words of the predicate that decided (guideline 2.1a, 2.1b, 2.2a).
    private static string Why(Duty duty) => (duty.Person, duty.Form.Value) switch
    {
        ({ Category: "canBo" or "congChuc" or "vienChuc" }, _) => "Cán bộ, công chức, viên chức trong hệ thống chính trị",
        ({ IsCommitteeMember: true }, _) => "Cấp ủy viên",
        ({ }, _) => "Đảng viên thuộc diện phải lập kế hoạch",
        (null, "mau01") => "Tổ chức phải đăng ký ít nhất một nhiệm vụ đột phá",
        (null, _) => "Tổ chức phải đăng ký mô hình tiêu biểu",
    };

    private static string AskWhom(OfficeDirectory directory)
    {
        var administrator = directory.Roles.Where(role => role.Kind == RoleKind.Administrator).Select(role => directory.Person(role.PersonCode)).OfType<Person>().FirstOrDefault();
        return administrator is null
            ? "Tài khoản này chưa có vai trò theo dõi. Nếu cần xem tình hình của tổ chức, hãy hỏi quản trị hệ thống."
            : $"Tài khoản này chưa có vai trò theo dõi. Nếu cần xem tình hình của tổ chức, hãy hỏi {administrator.FullName} ({administrator.Email}).";
    }
}
