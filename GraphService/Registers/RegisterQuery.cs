using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Text;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Registers;

/// <summary>What the rows of a register are filtered, sorted and paged by, as the query names it.</summary>
internal sealed record RegisterFilter(
    [FromQuery] string? Campaign, [FromQuery] string? Organization, [FromQuery] string? Status, [FromQuery] string? Q, [FromQuery] string? Sort, [FromQuery] string? Cursor);

/// <summary>A row beside the document it comes from.</summary>
internal sealed record RegisterEntry(RegisterRow Row, Submission Submission, string OrganizationName)
{
    /// <summary>A cell by its key: a field's tag, or one of <c>personName</c>, <c>organization</c>, <c>status</c>, <c>receivedAt</c>, <c>number</c>.</summary>
    public string Cell(string key) => key switch
    {
        "personName" => Row.PersonName,
        "organization" => OrganizationName,
        "status" => Submission.Status.Code,
        "receivedAt" => Time.VietnamTime.Stored(Submission.ReceivedAt),
        "number" => Row.Number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture),
        _ => Row.Fields.GetValueOrDefault(key, ""),
    };
}

/// <summary>A page of a register, and how many rows match in all.</summary>
internal sealed record RegisterPage(Register Register, IReadOnlyList<RegisterEntry> Entries, int Total, string? Next);

/// <summary>Finds the rows of a register that a caller may see.</summary>
internal static class RegisterQuery
{
    private const int PageSize = 50;

    /// <summary>A page of rows. 404 for an unknown register or campaign.</summary>
    public static async Task<Result<RegisterPage>> PageAsync(Caller caller, Database database, string register, RegisterFilter filter)
    {
        if (Register.Find(register) is not { } found || caller.Directory.Campaign(filter.Campaign) is not { } campaign)
        {
            return new Problem.NotFound("Không có sổ hoặc đợt đăng ký này.");
        }

        var entries = Sorted(Matching(await EntriesAsync(caller, database, found, campaign.Code), caller, filter), filter.Sort);
        var start = int.TryParse(filter.Cursor, out var offset) ? Math.Clamp(offset, 0, entries.Count) : 0;
        var next = start + PageSize;
        return new RegisterPage(
            found, [.. entries.Skip(start).Take(PageSize)], entries.Count, next < entries.Count ? next.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    private static async Task<IEnumerable<RegisterEntry>> EntriesAsync(Caller caller, Database database, Register register, string campaign)
    {
        await using var connection = database.Open();
        var submissions = (await SubmissionsTable.OfCampaignAsync(connection, campaign)).Where(caller.MayRead).ToDictionary(submission => submission.Id.ToString(), StringComparer.Ordinal);
        var rows = await SubmissionsTable.RowsOfRegisterAsync(connection, register, campaign);
        return rows.Where(row => submissions.ContainsKey(row.SubmissionId))
            .Select(row => new RegisterEntry(row, submissions[row.SubmissionId], caller.Directory.Organization(row.Organization)?.Name ?? row.Organization));
    }

    private static IEnumerable<RegisterEntry> Matching(IEnumerable<RegisterEntry> entries, Caller caller, RegisterFilter filter)
    {
        var words = SearchText.Fold(filter.Q ?? "");
        return entries
            .Where(entry => string.IsNullOrEmpty(filter.Organization) || (caller.Directory.Organization(entry.Row.Organization) is { } its && caller.Directory.IsWithin(its, filter.Organization)))
            .Where(entry => string.IsNullOrEmpty(filter.Status) || entry.Submission.Status.Code == filter.Status)
            .Where(entry => words.Length == 0 || SearchText.Fold(string.Join(' ', entry.Row.Fields.Values.Append(entry.Row.PersonName).Append(entry.OrganizationName))).Contains(words, StringComparison.Ordinal));
    }

    // People by given name, everything else by the Vietnamese alphabet; equal ones keep the order of organization, person and row.
    private static List<RegisterEntry> Sorted(IEnumerable<RegisterEntry> entries, string? sort)
    {
        var (key, descending) = sort is { Length: > 1 } && sort[0] == '-' ? (sort[1..], true) : (string.IsNullOrEmpty(sort) ? "organization" : sort, false);
        IComparer<string> comparer = key == "personName" ? VietnameseComparer.People : VietnameseComparer.Text;
        var ordered = descending ? entries.OrderByDescending(entry => entry.Cell(key), comparer) : entries.OrderBy(entry => entry.Cell(key), comparer);
        return [.. ordered.ThenBy(entry => entry.OrganizationName, VietnameseComparer.Text).ThenBy(entry => entry.Row.PersonName, VietnameseComparer.People).ThenBy(entry => entry.Row.Number)];
    }
}
