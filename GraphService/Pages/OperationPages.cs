using HocTap.Office.AddIn.Operations;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The administrator's page of work that is not stored yet.</summary>
internal static class OperationPages
{
    private const string ParkedState = "parked";

    /// <summary>Maps <c>/operations</c> and its fragment.</summary>
    public static void MapOperationPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/operations").ExcludeFromDescription();
        group.MapGet("", PageAsync);
        group.MapGet("/list", ListAsync);
    }

    private static async Task<IResult> PageAsync(Caller caller, Database database) => (await OpenAsync(caller, database)).ToHttp(open =>
        new RazorComponentResult<OperationsPage>(new { Model = new OperationsModel { Shell = PageShells.Of(PageName.Operations, caller), Open = open } }));

    private static async Task<IResult> ListAsync(Caller caller, Database database) =>
        (await OpenAsync(caller, database)).ToHttp(open => new RazorComponentResult<OpenWorkList>(new { Model = open }));

    private static async Task<Result<OpenWorkModel>> OpenAsync(Caller caller, Database database)
    {
        if (!caller.IsAdministrator)
        {
            return new Problem.NotAllowed("Trang này chỉ dành cho quản trị hệ thống.");
        }

        await using var connection = database.Open();
        var work = new List<OpenWork>();
        foreach (var operation in await OperationsTable.OpenAsync(connection))
        {
            work.Add(Work(operation, await SubmissionsTable.FindAsync(connection, SubmissionId.Parse(operation.SubmissionId)), caller.Directory));
        }

        return new OpenWorkModel { Work = [.. work.OrderByDescending(one => one.Parked).ThenBy(one => one.Sequence)] };
    }

    private static OpenWork Work(OpenOperation operation, Submission? submission, OfficeDirectory directory)
    {
        var parked = operation.State == ParkedState;
        return new OpenWork(
            operation.Sequence, OperationWords.What(operation.Kind), Whose(submission, directory), Document(submission, directory), Guid.Parse(operation.SubmissionId),
            VietnamTime.Parse(operation.CreatedAt), parked, (int)operation.Attempts, parked ? null : VietnamTime.Parse(operation.NextAttemptAt),
            OperationWords.Reason(operation.Reason), operation.Reason ?? "");
    }

    private static string Whose(Submission? submission, OfficeDirectory directory)
    {
        if (submission is null)
        {
            return T("Hồ sơ không còn trong hệ thống");
        }

        var organization = directory.Organization(submission.Duty.Organization)?.Name ?? submission.Duty.Organization;
        return submission.Duty.Person is null ? organization : $"{submission.PersonName}, {organization}";
    }

    private static string Document(Submission? submission, OfficeDirectory directory) => submission is null
        ? ""
        : T("{0}, năm {1}", FormCatalog.Find(FormCode.Parse(submission.Duty.Form))?.ShortTitle ?? submission.Duty.Form, directory.Campaign(submission.Duty.Campaign)?.Year ?? 0);
}
