using System.Data.Common;
using Dapper;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Drafts;

/// <summary>The SQL of drafts.</summary>
internal static class DraftsTable
{
    private const string Its = "writer = @writer AND campaign = @Campaign AND form = @Form AND organization = @Organization AND person = @person";

    /// <summary>Somebody's draft for a duty; null when there is none.</summary>
    public static async Task<Draft?> FindAsync(DbConnection connection, string writer, DutyKey duty, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Stored>(
            $"SELECT version Version, basis Basis, fields Fields, saved_at SavedAt FROM drafts WHERE {Its}", Key(writer, duty), transaction))?.ToDraft(writer, duty);

    /// <summary>Keeps a draft in place of the one before.</summary>
    public static Task SaveAsync(DbTransaction transaction, Draft draft) => transaction.Connection!.ExecuteAsync( // a running transaction has its connection
        """
        INSERT OR REPLACE INTO drafts (writer, campaign, form, organization, person, version, basis, fields, saved_at)
        VALUES (@Writer, @Campaign, @Form, @Organization, @person, @Version, @Basis, @Fields, @savedAt)
        """,
        new
        {
            draft.Writer,
            draft.Duty.Campaign,
            draft.Duty.Form,
            draft.Duty.Organization,
            person = draft.Duty.Person ?? "",
            draft.Version,
            draft.Basis,
            draft.Fields,
            savedAt = VietnamTime.Stored(draft.SavedAt),
        }, transaction);

    /// <summary>Throws somebody's draft for a duty away; nothing happens when there is none.</summary>
    public static Task DeleteAsync(DbTransaction transaction, string writer, DutyKey duty) =>
        transaction.Connection!.ExecuteAsync($"DELETE FROM drafts WHERE {Its}", Key(writer, duty), transaction);

    private static object Key(string writer, DutyKey duty) => new { writer, duty.Campaign, duty.Form, duty.Organization, person = duty.Person ?? "" };

    private sealed record Stored(long Version, string Basis, string Fields, string SavedAt)
    {
        public Draft ToDraft(string writer, DutyKey duty) => new(writer, duty, (int)Version, Basis, Fields, VietnamTime.Parse(SavedAt));
    }
}
