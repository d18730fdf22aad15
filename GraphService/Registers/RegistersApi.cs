using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;
using HocTap.Office.GraphService.Workbooks;

namespace HocTap.Office.GraphService.Registers;

/// <summary>The registers of rows.</summary>
internal static class RegistersApi
{
    /// <summary>Maps <c>/api/registers</c>.</summary>
    public static void MapRegisters(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/registers").WithTags("Registers");
        group.MapGet("/{register}", RowsAsync).WithSummary("Các dòng của một sổ: lọc, tìm, sắp xếp, gộp nhóm có cộng, phân trang");
        group.MapGet("/{register}.xlsx", WorkbookAsync).WithSummary("Mọi dòng khớp điều kiện, thành bảng tính Excel");
    }

    private static async Task<IResult> RowsAsync(string register, [AsParameters] RegisterFilter filter, Caller caller, Database database) =>
        (await RegisterQuery.RowsAsync(caller, database, register, filter)).ToHttp(rows => TypedResults.Ok(new
        {
            register = rows.Request.Register.Name,
            total = rows.Entries.Count,
            totals = rows.Totals,
            group = rows.Request.Grouping.IsNone ? null : rows.Request.Grouping.Key,
            groups = rows.Groups.Select(Wire),
            rows = rows.Page.Select(entry => Wire(rows.Request.Grouping, entry)),
            next = rows.Next,
        }));

    private static async Task<IResult> WorkbookAsync(string register, [AsParameters] RegisterFilter filter, Caller caller, Database database, TimeProvider clock) =>
        (await RegisterQuery.RowsAsync(caller, database, register, filter with { Cursor = null })).ToHttp(rows =>
            XlsxFile.Of(RegisterWorkbook.Of(rows, caller, clock.GetUtcNow())));

    private static object Wire(RegisterGroup group) => new { key = group.Key, label = group.Label, totals = group.Totals };

    private static object Wire(RegisterGrouping grouping, RegisterEntry entry) => new
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
        group = grouping.IsNone ? null : grouping.KeyOf(entry),
        fields = entry.Row.Fields,
    };
}
