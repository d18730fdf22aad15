using HocTap.Office.AddIn.Operations;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.OwnTemplates;
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
            var id = SubmissionId.Parse(operation.SubmissionId);
            work.Add(operation.Kind == StoreTemplate.KindName && await TemplatesTable.FindAsync(connection, id) is { } template
                ? Work(operation, Whose(template, caller.Directory), Document(template.Form, template.Campaign, caller.Directory))
                : OfSubmission(operation, await SubmissionsTable.FindAsync(connection, id), caller.Directory));
        }

        return new OpenWorkModel { Work = [.. work.OrderByDescending(one => one.Parked).ThenBy(one => one.Sequence)] };
    }

    private static OpenWork OfSubmission(OpenOperation operation, Submission? submission, OfficeDirectory directory) =>
        Work(operation, Whose(submission, directory), submission is null ? "" : Document(submission.Duty.Form, submission.Duty.Campaign, directory));

    private static OpenWork Work(OpenOperation operation, string whose, string document)
    {
        var parked = operation.State == ParkedState;
        return new OpenWork(
            operation.Sequence, OperationWords.What(operation.Kind), whose, document, Guid.Parse(operation.SubmissionId),
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

    private static string Whose(RegisteredTemplate template, OfficeDirectory directory) =>
        template.Organization.Length == 0 ? T("Cả thành phố") : directory.Organization(template.Organization)?.Name ?? template.Organization;

    private static string Document(string form, string campaign, OfficeDirectory directory) =>
        T("{0}, năm {1}", FormCatalog.Find(FormCode.Parse(form))?.ShortTitle ?? form, directory.Campaign(campaign)?.Year ?? 0);
}
