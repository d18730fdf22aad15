using System.Data.Common;
using Dapper;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Identity;

/// <summary>The SQL of accounts: which Entra account is which person.</summary>
internal static class AccountsTable
{
    /// <summary>The code of the person an account is bound to; null when it is bound to nobody.</summary>
    public static Task<string?> PersonOfAsync(DbConnection connection, string objectId, DbTransaction? transaction = null) =>
        connection.QuerySingleOrDefaultAsync<string?>("SELECT person FROM accounts WHERE object_id = @objectId", new { objectId }, transaction);

    /// <summary>Binds an account to a person; false when either is bound already.</summary>
    public static async Task<bool> TryBindAsync(DbTransaction transaction, string objectId, string person, DateTimeOffset now) =>
        await transaction.Connection!.ExecuteAsync( // a running transaction has its connection
            "INSERT INTO accounts (object_id, person, bound_at) VALUES (@objectId, @person, @now) ON CONFLICT DO NOTHING", new { objectId, person, now = VietnamTime.Stored(now) }, transaction) == 1;

    /// <summary>Lets go of a person's account; false when there was none.</summary>
    public static async Task<bool> ReleaseAsync(DbTransaction transaction, string person) =>
        await transaction.Connection!.ExecuteAsync("DELETE FROM accounts WHERE person = @person", new { person }, transaction) == 1; // a running transaction has its connection
}
