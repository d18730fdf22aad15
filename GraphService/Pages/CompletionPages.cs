using HocTap.Office.AddIn.Completion;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Completion;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using static HocTap.Office.AddIn.Texts.Text;
using ShownCounts = HocTap.Office.AddIn.Completion.FormCounts;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Completion: the tree of organizations, and the names behind the counts of one of them.</summary>
internal static class CompletionPages
{
    /// <summary>Maps <c>/completion</c> and its fragment.</summary>
    public static void MapCompletionPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/completion").ExcludeFromDescription();
        group.MapGet("", PageAsync);
        group.MapGet("/{organization}", NamesAsync);
    }

    private static async Task<IResult> PageAsync([AsParameters] CompletionFilter filter, Caller caller, CompletionStore store, Database database, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var its = filter with { Campaign = filter.Campaign ?? RegisterPages.DefaultCampaign(caller, now) };
        if (caller.FollowUpTops.Count == 0)
        {
            return caller.Directory.Campaign(its.Campaign) is { } campaign && string.IsNullOrEmpty(filter.Organization)
                ? Page(Model(campaign, caller, now) with { OwnDuties = await DutyCards.OfAsync(caller, database, now), AskWhom = AskWhom(caller.Directory) })
                : new Problem.NotFound("Không có đợt đăng ký hoặc tổ chức này, hoặc tổ chức không thuộc phạm vi được xem.").ToHttp();
        }

        return (await CompletionQuery.ViewAsync(caller, store, its, now)).ToHttp(view => Page(Model(view.Tree.Campaign, caller, now) with
        {
            Organization = filter.Organization ?? "",
            AsOf = view.AsOf.At,
            AsOfDay = view.AsOf.Day,
            Lines = [.. CompletionLines.Of(view).Select(Line)],
        }));
    }

    private static RazorComponentResult<CompletionPage> Page(CompletionModel model) => new(new { Model = model });

    private static CompletionModel Model(Campaign campaign, Caller caller, DateTimeOffset now) => new()
    {
        Shell = PageShells.Of(PageName.Completion, caller),
        Campaigns = RegisterPages.Campaigns(caller),
        Campaign = campaign.Code,
        Deadline = campaign.Deadline,
        DaysLeft = DutyCards.DaysLeft(campaign.Deadline, now),
        AsOf = now,
        Today = VietnamTime.DayOf(now),
        Lines = [],
    };

    private static async Task<IResult> NamesAsync(string organization, string? campaign, string? asOf, Caller caller, CompletionStore store, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var filter = new CompletionFilter(campaign ?? RegisterPages.DefaultCampaign(caller, now), organization, asOf);
        return (await CompletionQuery.ViewAsync(caller, store, filter, now)).ToHttp(view => new RazorComponentResult<DrillDown>(new { Model = CompletionDrillDown.Of(view, caller) }));
    }

    /// <summary>A line of the tree as pages show it.</summary>
    internal static CompletionLine Line(CompletionTotals line) => new()
    {
        Organization = line.Organization.Code,
        Name = line.Organization.Name,
        Depth = line.Depth,
        Forms = [.. line.Counts.Forms.OrderBy(form => form.Key, StringComparer.Ordinal).Select(form => Shown(form.Key, form.Value))],
        CopiesDue = line.Counts.Copies.Due,
        CopiesReceived = line.Counts.Copies.Received,
    };

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

    private static MarkupString AskWhom(OfficeDirectory directory)
    {
        var administrator = directory.Roles.Where(role => role.Kind == RoleKind.Administrator).Select(role => directory.Person(role.PersonCode)).OfType<Person>().FirstOrDefault();
        return administrator is null
            ? WithNames("Tài khoản này chưa được giao theo dõi tổ chức nào. Nếu cần, hãy hỏi người quản trị hệ thống.")
            : WithNames("Tài khoản này chưa được giao theo dõi tổ chức nào. Nếu cần, hãy hỏi {0} ({1}).", administrator.FullName, administrator.Email);
    }
}
