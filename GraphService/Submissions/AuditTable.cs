using System.Data.Common;
using Dapper;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>One line of the audit log («nhật ký»): who did what to a submission, when.</summary>
internal sealed record AuditEntry(string At, string Person, string Action, string Detail);

/// <summary>The SQL of the audit log; lines are only ever added.</summary>
internal static class AuditTable
{
    /// <summary>Adds a line.</summary>
    public static Task AddAsync(DbTransaction transaction, DateTimeOffset at, string person, string action, SubmissionId id, string detail = "") =>
        transaction.Connection!.ExecuteAsync(
            "INSERT INTO audit (at, person, action, submission_id, detail) VALUES (@at, @person, @action, @id, @detail)",
            new { at = VietnamTime.Stored(at), person, action, id = id.ToString(), detail }, transaction);

    /// <summary>The lines of a submission, the oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> OfSubmissionAsync(DbConnection connection, SubmissionId id) =>
        [.. await connection.QueryAsync<AuditEntry>("SELECT at At, person Person, action Action, detail Detail FROM audit WHERE submission_id = @id ORDER BY sequence", new { id = id.ToString() })];
}
