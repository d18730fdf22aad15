using HocTap.Office.AddIn;
using HocTap.Office.AddIn.Reviews;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>What waits for a reviewer: documents to decide on, and second copies to confirm.</summary>
internal static class ReviewPages
{
    /// <summary>Maps <c>/reviews</c> and its fragment.</summary>
    public static void MapReviewPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/reviews").ExcludeFromDescription();
        group.MapGet("", PageAsync);
        group.MapGet("/list", ListAsync);
    }

    private static async Task<IResult> PageAsync(string? campaign, string? q, Caller caller, Database database, TimeProvider clock) =>
        (await ListsAsync(campaign, q, caller, database, clock.GetUtcNow())).ToHttp(found => new RazorComponentResult<ReviewsPage>(new
        {
            Model = new ReviewsModel
            {
                Shell = PageShells.Of(PageName.Reviews, caller),
                Campaigns = RegisterPages.Campaigns(caller),
                Campaign = campaign ?? RegisterPages.DefaultCampaign(caller, clock.GetUtcNow()),
                Lists = found,
            },
        }));

    private static async Task<IResult> ListAsync(string? campaign, string? q, Caller caller, Database database, TimeProvider clock) =>
        (await ListsAsync(campaign, q, caller, database, clock.GetUtcNow())).ToHttp(found => new RazorComponentResult<ReviewLists>(new { Model = found }));

    private static async Task<Result<ReviewListsModel>> ListsAsync(string? campaign, string? q, Caller caller, Database database, DateTimeOffset now)
    {
        if (!caller.HasReviews)
        {
            return new Problem.NotAllowed("Trang này dành cho người được giao xem xét hồ sơ. Nếu được giao mà chưa vào được, hãy hỏi quản trị hệ thống.");
        }

        if (caller.Directory.Campaign(campaign ?? RegisterPages.DefaultCampaign(caller, now)) is not { } its)
        {
            return new Problem.NotFound("Không có đợt đăng ký này.");
        }

        var lists = new List<WaitingListModel>();
        foreach (var waiting in its.TakesFilingsAt(now) ? Kinds(caller) : [])
        {
            var filter = new SubmissionFilter(its.Code, null, null, null, waiting == WaitingFor.Review ? "review" : "copy", q, "receivedAt", null);
            if (!(await SubmissionQuery.PageAsync(caller, database, filter)).TryGet(out var page, out var problem))
            {
                return problem;
            }

            lists.Add(new WaitingListModel { For = waiting, Total = page.Total, Documents = [.. page.Items.Select(submission => Document(submission, caller.Directory))] });
        }

        return new ReviewListsModel { Lists = lists, Query = q ?? "", Closed = its.TakesFilingsAt(now) ? "" : Closed(its) };
    }

    // An administrator records what goes out of the city; a reviewer confirms for a committee that receives copies.
    private static IEnumerable<WaitingFor> Kinds(Caller caller)
    {
        var reviewed = caller.Roles.Where(role => role.Kind == RoleKind.Reviewer).Select(role => caller.Directory.Organization(role.OrganizationCode)).OfType<Organization>().ToList();
        if (reviewed.Count > 0)
        {
            yield return WaitingFor.Review;
        }

        if (caller.IsAdministrator || reviewed.SelectMany(caller.Directory.Subtree).Any(organization => organization.IsManagingCommittee))
        {
            yield return WaitingFor.Copy;
        }
    }

    private static WaitingDocument Document(Submission submission, OfficeDirectory directory)
    {
        var organization = directory.Organization(submission.Duty.Organization)?.Name ?? submission.Duty.Organization;
        return new WaitingDocument(
            Guid.Parse(submission.Id.ToString()), submission.Version, submission.Duty.Person is null ? organization : submission.PersonName,
            submission.Duty.Person is null ? "" : organization, FormCatalog.Find(FormCode.Parse(submission.Duty.Form))?.ShortTitle ?? submission.Duty.Form,
            submission.ReceivedAt, submission.Late, submission.Revision, LeavesCity: submission.ManagingOrganization is null);
    }

    private static string Closed(Campaign campaign) =>
        T("Đợt năm {0} nhận và xem xét hồ sơ từ {1} đến {2}. Ngoài thời gian đó hồ sơ chỉ để xem, ở trang «Sổ đăng ký».", campaign.Year, Words.Day(campaign.Opens), Words.Day(campaign.Closes));
}
