using System.Globalization;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;

namespace HocTap.Office.GraphService.Registers;

/// <summary>Every row that matches, in order, and what they were asked by.</summary>
internal sealed record RegisterRows(RegisterRequest Request, IReadOnlyList<RegisterEntry> Entries)
{
    private const int PageSize = 50;

    /// <summary>The rows of the page that was asked for.</summary>
    public IEnumerable<RegisterEntry> Page => Entries.Skip(Request.Start).Take(PageSize);

    /// <summary>The cursor of the next page; null on the last one.</summary>
    public string? Next => Entries.Count - PageSize > Request.Start ? (Request.Start + PageSize).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The totals of all pages.</summary>
    public RegisterTotals Totals => RegisterTotals.Of(Entries);

    /// <summary>The groups of all pages, in their order; empty when there is no grouping.</summary>
    public IReadOnlyList<RegisterGroup> Groups => Request.Grouping.GroupsOf(Entries);
}

/// <summary>Finds the rows of a register that a caller may see.</summary>
internal static class RegisterQuery
{
    /// <summary>The matching rows, or the problem with what was asked (<see cref="RegisterRequest.Read"/>).</summary>
    public static async Task<Result<RegisterRows>> RowsAsync(Caller caller, Database database, string register, RegisterFilter filter)
    {
        if (!RegisterRequest.Read(caller, register, filter).TryGet(out var request, out var problem))
        {
            return problem;
        }

        return new RegisterRows(request, Ordered(request, Narrowed(request, caller, await EntriesAsync(caller, database, request))));
    }

    private static async Task<IEnumerable<RegisterEntry>> EntriesAsync(Caller caller, Database database, RegisterRequest request)
    {
        await using var connection = database.Open();
        var submissions = (await SubmissionsTable.OfCampaignAsync(connection, request.Campaign.Code)).Where(caller.MayRead).ToDictionary(submission => submission.Id.ToString(), StringComparer.Ordinal);
        var rows = await SubmissionsTable.RowsOfRegisterAsync(connection, request.Register, request.Campaign.Code);
        return rows.Where(row => submissions.ContainsKey(row.SubmissionId)).Select(row =>
            new RegisterEntry(request.Register, row, submissions[row.SubmissionId], caller.Directory.Organization(row.Organization)?.Name ?? row.Organization));
    }

    private static IEnumerable<RegisterEntry> Narrowed(RegisterRequest request, Caller caller, IEnumerable<RegisterEntry> entries) => entries
        .Where(entry => request.Organization is null || (caller.Directory.Organization(entry.Row.Organization) is { } its && caller.Directory.IsWithin(its, request.Organization)))
        .Where(entry => request.Status is null || entry.Submission.Status == request.Status);

    // Groups stand together; in each the better answers come first, and among equal answers the chosen order holds.
    private static IReadOnlyList<RegisterEntry> Ordered(RegisterRequest request, IEnumerable<RegisterEntry> entries)
    {
        var ranked = entries.Select(entry => (Entry: entry, Rank: request.Words.AreNone ? MatchRank.ExactWords : request.Words.RankIn(entry.SearchedText))).Where(match => match.Rank is not null);
        var grouped = request.Grouping.Apply(ranked, match => match.Entry).ThenBy(match => match.Rank);
        return [.. request.Order.Apply(grouped, match => match.Entry).Select(match => match.Entry)];
    }
}
