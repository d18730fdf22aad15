using System.Data.Common;
using HocTap.Office.AddIn;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The task pane: its page, the caller's duties, the form.</summary>
internal static class PanePages
{
    // Office hosts add this to the address of the pane.
    private const string OfficeHost = "_host_Info";

    /// <summary>Maps <c>/pane</c> and its fragments.</summary>
    public static void MapPanePages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/pane").ExcludeFromDescription();
        group.MapGet("", Page).AllowAnonymous();
        group.MapGet("/duties", DutiesAsync);
        group.MapGet("/forms/{form}", FormAsync);
        group.MapGet("/forms/{form}/current", CurrentAsync);
        group.MapGet("/people", ClerkPages.PeopleAsync);
        group.MapGet("/defaults", ClerkPages.DefaultsAsync);
    }

    // Inside Word no cookie comes: the page itself holds nothing personal, and its module finds the token or leads to sign-in.
    private static IResult Page(HttpRequest request, Caller? caller, Release release) => caller is null && !request.Query.ContainsKey(OfficeHost)
        ? TypedResults.Redirect($"/?return={Uri.EscapeDataString(request.Path + request.QueryString)}")
        : new RazorComponentResult<PanePage>(new { Model = new PaneModel { Shell = PageShells.Of(PageName.Pane, caller) with { Release = release.Name } } });

    private static async Task<IResult> DutiesAsync(Caller caller, Database database, TimeProvider clock) =>
        new RazorComponentResult<AddIn.Pane.Duties>(new { Model = await DutyCards.InPaneAsync(caller, database, clock.GetUtcNow()) });

    private static async Task<IResult> FormAsync(
        string form, [AsParameters] TargetQuery query, Caller caller, FormStart start, Database database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Target.Resolve(caller, form, query).TryGet(out var target, out var problem))
        {
            return problem.ToHttp();
        }

        var (values, lastYear) = await start.OfAsync(target, fromCurrent: true, cancellationToken);
        return new RazorComponentResult<FormEditor>(new { Model = await ModelAsync(target, values, lastYear, caller, database, clock.GetUtcNow()) });
    }

    private static async Task<IResult> CurrentAsync(string form, [AsParameters] TargetQuery query, Caller caller, Database database)
    {
        if (!Target.Resolve(caller, form, query).TryGet(out var target, out var problem))
        {
            return problem.ToHttp();
        }

        await using var connection = database.Open();
        return new RazorComponentResult<CurrentView>(new { Model = new CurrentModel((await StandingAsync(connection, target)).Document) });
    }

    private static async Task<FormEditorModel> ModelAsync(Target target, Prefill start, LastYear? lastYear, Caller caller, Database database, DateTimeOffset now)
    {
        await using var connection = database.Open();
        var (current, reviews) = await StandingAsync(connection, target);
        var campaign = target.Duty.Campaign;
        return new FormEditorModel
        {
            Form = target.Form,
            Campaign = campaign.Code,
            Organization = target.Duty.Organization.Code,
            OrganizationName = target.Duty.Organization.Name,
            Person = target.Duty.Person?.Code,
            PersonName = target.Duty.Person?.FullName,
            Caller = caller.Person.Code,
            Values = start.Values,
            Sources = start.Sources,
            Context = target.Duty.RuleContext(VietnamTime.DayOf(now)),
            Deadline = campaign.Deadline,
            DaysLeft = DutyCards.DaysLeft(campaign.Deadline, now),
            CannotFile = campaign.TakesFilingsAt(now) ? "" : T("Đợt năm {0} chỉ nhận hồ sơ từ {1} đến {2}.", campaign.Year, Words.Day(campaign.Opens), Words.Day(campaign.Closes)),
            LastYear = lastYear is null ? null : new LastYearDocument(lastYear.Year, lastYear.Values),
            Current = current,
            RowComments = RowComments(reviews),
        };
    }

    private static async Task<(CurrentDocument? Document, IReadOnlyList<Review> Reviews)> StandingAsync(DbConnection connection, Target target)
    {
        if ((await SubmissionsTable.OfDutyAsync(connection, target.Duty.Key)).FirstOrDefault(submission => submission.Status.IsCurrent) is not { } current)
        {
            return (null, []);
        }

        var reviews = await ReviewsTable.OfSubmissionAsync(connection, current.Id);
        return (Of(current, reviews), reviews);
    }

    private static CurrentDocument Of(Submission current, IReadOnlyList<Review> reviews) => new(
        Guid.Parse(current.Id.ToString()), current.Status.Code, current.Revision, current.Version, current.ReceivedAt,
        current.Status == SubmissionStatus.Returned ? reviews.LastOrDefault(review => review.RowId is null)?.Comment ?? "" : "");

    private static Dictionary<string, string> RowComments(IReadOnlyList<Review> reviews) =>
        reviews.Where(review => review.RowId is not null).GroupBy(review => review.RowId!, StringComparer.Ordinal) // filtered just before
            .ToDictionary(row => row.Key, row => row.Last().Comment, StringComparer.Ordinal);
}
