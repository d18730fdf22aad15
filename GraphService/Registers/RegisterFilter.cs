using System.Globalization;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Submissions;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Registers;

/// <summary>What the rows of a register are filtered, sorted, grouped and paged by, as the query names it; what is empty does not narrow.</summary>
internal sealed record RegisterFilter(
    [FromQuery] string? Campaign, [FromQuery] string? Organization, [FromQuery] string? Status, [FromQuery] string? Q, [FromQuery] string? Sort, [FromQuery] string? Group, [FromQuery] string? Cursor);

/// <summary>A filter understood: everything it names exists and may be asked for by the caller.</summary>
internal sealed record RegisterRequest(
    Register Register, Campaign Campaign, string? Organization, SubmissionStatus? Status, SearchWords Words, RegisterOrder Order, RegisterGrouping Grouping, int Start)
{
    /// <summary>Understands a filter.</summary>
    /// <returns>404 for an unknown register, campaign or organization and for one the caller may not see; 400 for a state, sort, group or cursor that makes no sense.</returns>
    public static Result<RegisterRequest> Read(Caller caller, string register, RegisterFilter filter)
    {
        if (Register.Find(register) is not { } found || caller.Directory.Campaign(filter.Campaign) is not { } campaign)
        {
            return new Problem.NotFound("Không có sổ hoặc đợt đăng ký này.");
        }

        if (FaultOf(caller, filter) is { } fault)
        {
            return fault;
        }

        if (!RegisterOrder.Read(found, filter.Sort).TryGet(out var order, out var problem) || !RegisterGrouping.Read(found, filter.Group).TryGet(out var grouping, out problem)
            || !StartOf(filter.Cursor).TryGet(out var start, out problem))
        {
            return problem;
        }

        return new RegisterRequest(found, campaign, Given(filter.Organization), SubmissionStatus.Find(filter.Status), SearchWords.Of(filter.Q), order, grouping, start);
    }

    private static Problem? FaultOf(Caller caller, RegisterFilter filter)
    {
        if (Given(filter.Organization) is { } organization && !(caller.Directory.Organization(organization) is { } its && caller.MayKnow(its, null)))
        {
            return new Problem.NotFound("Không có tổ chức này, hoặc tổ chức không thuộc phạm vi được xem.");
        }

        return Given(filter.Status) is { } status && SubmissionStatus.Find(status) is null
            ? new Problem.Malformed($"Không có trạng thái “{status}”. Chọn một trong: {string.Join(", ", SubmissionStatus.All.Select(known => known.Code))}.")
            : null;
    }

    // A cursor is the number of rows before the page; beyond the end is an empty page, for rows may have gone since.
    private static Result<int> StartOf(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? 0
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start
        : new Problem.Malformed("Vị trí trang (cursor) không đúng. Hãy mở lại sổ từ trang đầu.");

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
