using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>What identifies a row across revisions.</summary>
internal sealed record RowKey(string Register, string RowId)
{
    /// <summary>The keys of rows.</summary>
    public static IReadOnlyList<RowKey> Of(IEnumerable<RegisterRow> rows) => [.. rows.Select(row => new RowKey(row.Register, row.RowId))];
}

/// <summary>Writes rows as they stand now, whichever document put them there: two operations about one row, in whatever order, end in the same item.</summary>
internal static class StandingRows
{
    /// <summary>Adds the rows of these keys to what is to be written; one that nobody knows any more is left out.</summary>
    public static async Task AddAsync(SiteChanges changes, Database database, IReadOnlyList<RowKey> keys)
    {
        foreach (var row in await RowsAsync(database, keys))
        {
            changes.Put(Register.Find(row.Register)!.List, row.RowId, row.ToItem()); // written by us from a register
        }
    }

    private static async Task<IReadOnlyList<RegisterRow>> RowsAsync(Database database, IReadOnlyList<RowKey> keys)
    {
        await using var connection = database.Open();
        var rows = new List<RegisterRow?>();
        foreach (var key in keys)
        {
            rows.Add(await SubmissionsTable.FindRowAsync(connection, key));
        }

        return [.. rows.OfType<RegisterRow>()];
    }
}
