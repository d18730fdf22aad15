using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>
/// What submissions are filtered and paged by, as the query names it; <c>waiting</c> is <c>review</c> for what the caller may decide on now, <c>copy</c> for the second
/// copies the caller may confirm now.
/// </summary>
internal sealed record SubmissionFilter(
    [FromQuery] string? Campaign, [FromQuery] string? Organization, [FromQuery] string? Form, [FromQuery] string? Status, [FromQuery] string? Waiting, [FromQuery] string? Q,
    [FromQuery] string? Sort, [FromQuery] string? Cursor);

/// <summary>A page of submissions, and how many match in all.</summary>
internal sealed record SubmissionPage(IReadOnlyList<Submission> Items, int Total, string? Next);

/// <summary>Finds the submissions a caller may see.</summary>
internal static class SubmissionQuery
{
    private const int PageSize = 100;

    /// <summary>A page of submissions. 400 for a filter that means nothing, 404 for an unknown campaign.</summary>
    public static async Task<Result<SubmissionPage>> PageAsync(Caller caller, Database database, SubmissionFilter filter)
    {
        if (Fault(caller, filter) is { } problem)
        {
            return problem;
        }

        await using var connection = database.Open();
        var found = Sorted((await SubmissionsTable.OfCampaignAsync(connection, filter.Campaign!)).Where(caller.MayRead).Where(submission => Fits(submission, caller, filter)), filter.Sort);
        var start = string.IsNullOrEmpty(filter.Cursor) ? 0 : int.Parse(filter.Cursor, System.Globalization.CultureInfo.InvariantCulture);
        var next = start + PageSize;
        return new SubmissionPage(
            [.. found.Skip(start).Take(PageSize)], found.Count, next < found.Count ? next.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    private static Problem? Fault(Caller caller, SubmissionFilter filter) => filter switch
    {
        { Campaign: null or "" } => new Problem.Malformed("Cần nêu đợt đăng ký (campaign)."),
        _ when caller.Directory.Campaign(filter.Campaign) is null => new Problem.NotFound("Không có đợt đăng ký này."),
        _ when !string.IsNullOrEmpty(filter.Organization) && caller.Directory.Organization(filter.Organization) is null => new Problem.NotFound("Không có tổ chức này."),
        _ when !string.IsNullOrEmpty(filter.Form) && !(FormCode.TryParse(filter.Form, out var form) && FormCatalog.Find(form) is not null) => new Problem.NotFound("Không có biểu mẫu này."),
        _ when !string.IsNullOrEmpty(filter.Status) && SubmissionStatus.Find(filter.Status) is null => new Problem.Malformed($"Không có trạng thái «{filter.Status}»."),
        _ when filter.Waiting is not (null or "" or "review" or "copy") => new Problem.Malformed("Phần chờ (waiting) là review hoặc copy."),
        _ when filter.Sort is not (null or "" or "receivedAt" or "-receivedAt" or "personName" or "-personName") => new Problem.Malformed($"Không sắp xếp được theo «{filter.Sort}»."),
        _ when !string.IsNullOrEmpty(filter.Cursor) && !(int.TryParse(filter.Cursor, out var start) && start >= 0) => new Problem.Malformed("Vị trí trang (cursor) không đúng."),
        _ => null,
    };

    private static bool Fits(Submission submission, Caller caller, SubmissionFilter filter) =>
        (string.IsNullOrEmpty(filter.Organization) || (caller.Directory.Organization(submission.Duty.Organization) is { } its && caller.Directory.IsWithin(its, filter.Organization)))
        && (string.IsNullOrEmpty(filter.Form) || submission.Duty.Form == filter.Form)
        && (string.IsNullOrEmpty(filter.Status) || submission.Status.Code == filter.Status)
        && (string.IsNullOrEmpty(filter.Q) || SearchText.Fold($"{submission.PersonName} {caller.Directory.Organization(submission.Duty.Organization)?.Name}").Contains(SearchText.Fold(filter.Q), StringComparison.Ordinal))
        && filter.Waiting switch
        {
            "review" => caller.AwaitsReviewOf(submission),
            "copy" => caller.AwaitsCopyOf(submission),
            _ => true,
        };

    // What came first waits first; otherwise the newest are looked for.
    private static List<Submission> Sorted(IEnumerable<Submission> submissions, string? sort) => sort switch
    {
        "receivedAt" => [.. submissions.OrderBy(submission => submission.ReceivedAt).ThenBy(submission => submission.Id.ToString(), StringComparer.Ordinal)],
        "personName" => [.. submissions.OrderBy(submission => submission.PersonName, VietnameseComparer.People).ThenBy(submission => submission.ReceivedAt)],
        "-personName" => [.. submissions.OrderByDescending(submission => submission.PersonName, VietnameseComparer.People).ThenBy(submission => submission.ReceivedAt)],
        _ => [.. submissions.OrderByDescending(submission => submission.ReceivedAt).ThenByDescending(submission => submission.Id.ToString(), StringComparer.Ordinal)],
    };
}
