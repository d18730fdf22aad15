using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Registers;

/// <summary>The registers of rows.</summary>
internal static class RegistersApi
{
    /// <summary>Maps <c>/api/registers</c>.</summary>
    public static void MapRegisters(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/registers/{register}", RowsAsync).WithTags("Registers").WithSummary("Các dòng của một sổ: lọc, sắp xếp, phân trang");

    private static async Task<IResult> RowsAsync(string register, [AsParameters] RegisterFilter filter, Caller caller, Database database) =>
        (await RegisterQuery.PageAsync(caller, database, register, filter)).ToHttp(page => TypedResults.Ok(new
        {
            register = page.Register.Name,
            total = page.Total,
            rows = page.Entries.Select(Wire),
            next = page.Next,
        }));

    private static object Wire(RegisterEntry entry) => new
    {
        rowId = entry.Row.RowId,
        submission = entry.Row.SubmissionId,
        campaign = entry.Row.Campaign,
        organization = entry.Row.Organization,
        organizationName = entry.OrganizationName,
        person = entry.Row.Person,
        personName = entry.Row.PersonName,
        number = entry.Row.Number,
        status = entry.Submission.Status.Code,
        revision = entry.Submission.Revision,
        late = entry.Submission.Late,
        receivedAt = VietnamTime.Wire(entry.Submission.ReceivedAt),
        fields = entry.Row.Fields,
    };
}
