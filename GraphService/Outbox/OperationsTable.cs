using System.Data.Common;
using Dapper;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>The SQL of the outbox.</summary>
internal static class OperationsTable
{
    private const string Columns = "sequence Sequence, kind Kind, lane Lane, submission_id SubmissionId, payload Payload, attempts Attempts";

    /// <summary>Adds an operation; it is due at once.</summary>
    public static Task AddAsync(DbTransaction transaction, DateTimeOffset now, string kind, string lane, SubmissionId submission, string payload) =>
        transaction.Connection!.ExecuteAsync( // a running transaction has its connection
            "INSERT INTO operations (id, kind, lane, submission_id, payload, created_at, next_attempt_at) VALUES (@id, @kind, @lane, @submission, @payload, @now, @now)",
            new { id = Guid.CreateVersion7(now).ToString(), kind, lane, submission = submission.ToString(), payload, now = VietnamTime.Stored(now) }, transaction);

    /// <summary>What is due now, the first of each lane only.</summary>
    public static async Task<IReadOnlyList<Operation>> DueAsync(DbConnection connection, DateTimeOffset now, int most) =>
        [.. (await connection.QueryAsync<Stored>(
            $"""
            SELECT {Columns} FROM operations o WHERE state = 'pending' AND next_attempt_at <= @now
              AND NOT EXISTS (SELECT 1 FROM operations e WHERE e.lane = o.lane AND e.state = 'pending' AND e.sequence < o.sequence)
            ORDER BY sequence LIMIT @most
            """, new { now = VietnamTime.Stored(now), most })).Select(stored => stored.ToOperation())];

    /// <summary>When the next pending operation is due; null when none is pending.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(DbConnection connection) =>
        await connection.QuerySingleOrDefaultAsync<string>("SELECT min(next_attempt_at) FROM operations WHERE state = 'pending'") is { } text ? VietnamTime.Parse(text) : null;

    /// <summary>Marks an operation as done.</summary>
    public static Task DoneAsync(DbTransaction transaction, Operation operation, DateTimeOffset now) => transaction.Connection!.ExecuteAsync(
        "UPDATE operations SET state = 'done', done_at = @now, reason = NULL, attempts = attempts + 1 WHERE sequence = @Sequence",
        new { operation.Sequence, now = VietnamTime.Stored(now) }, transaction);

    /// <summary>Puts an operation off after a failed attempt.</summary>
    public static Task DelayAsync(DbTransaction transaction, Operation operation, DateTimeOffset next, string reason) => transaction.Connection!.ExecuteAsync(
        "UPDATE operations SET attempts = attempts + 1, next_attempt_at = @next, reason = @reason WHERE sequence = @Sequence",
        new { operation.Sequence, next = VietnamTime.Stored(next), reason }, transaction);

    /// <summary>Parks an operation with its reason until somebody drives it again.</summary>
    public static Task ParkAsync(DbTransaction transaction, Operation operation, string reason) => transaction.Connection!.ExecuteAsync(
        "UPDATE operations SET state = 'parked', attempts = attempts + 1, reason = @reason WHERE sequence = @Sequence", new { operation.Sequence, reason }, transaction);

    /// <summary>Makes a parked operation due again; false when it is not parked.</summary>
    public static async Task<bool> RetryAsync(DbTransaction transaction, long sequence, DateTimeOffset now) => await transaction.Connection!.ExecuteAsync(
        "UPDATE operations SET state = 'pending', attempts = 0, next_attempt_at = @now WHERE sequence = @sequence AND state = 'parked'",
        new { sequence, now = VietnamTime.Stored(now) }, transaction) == 1;

    /// <summary>True when an operation of this kind about a submission is parked.</summary>
    public static async Task<bool> IsParkedAsync(DbConnection connection, string kind, SubmissionId submission) => await connection.ExecuteScalarAsync<bool>(
        "SELECT EXISTS (SELECT 1 FROM operations WHERE kind = @kind AND submission_id = @submission AND state = 'parked')", new { kind, submission = submission.ToString() });

    /// <summary>An operation by its sequence; null when there is none.</summary>
    public static async Task<Operation?> FindAsync(DbConnection connection, long sequence, DbTransaction transaction) =>
        (await connection.QuerySingleOrDefaultAsync<Stored>($"SELECT {Columns} FROM operations WHERE sequence = @sequence", new { sequence }, transaction))?.ToOperation();

    /// <summary>What is open, for the administrator.</summary>
    public static async Task<IReadOnlyList<OpenOperation>> OpenAsync(DbConnection connection) =>
        [.. await connection.QueryAsync<OpenOperation>(
            "SELECT sequence Sequence, kind Kind, submission_id SubmissionId, state State, attempts Attempts, created_at CreatedAt, next_attempt_at NextAttemptAt, reason Reason FROM operations WHERE state <> 'done' ORDER BY sequence")];

    private sealed record Stored(long Sequence, string Kind, string Lane, string SubmissionId, string Payload, long Attempts)
    {
        public Operation ToOperation() => new(Sequence, Kind, Lane, Submissions.SubmissionId.Parse(SubmissionId), Payload, (int)Attempts);
    }
}

/// <summary>An operation that is not done, as the administrator sees it.</summary>
internal sealed record OpenOperation(long Sequence, string Kind, string SubmissionId, string State, long Attempts, string CreatedAt, string NextAttemptAt, string? Reason);
