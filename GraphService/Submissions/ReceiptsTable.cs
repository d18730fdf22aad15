using System.Data.Common;
using System.Text.Json;
using Dapper;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>What the caller gets for a filed document («biên nhận»).</summary>
internal sealed record Receipt(SubmissionId Id, string Status, int Revision, IReadOnlyList<Finding> Findings);

/// <summary>Who files what under which key: a key is bound to all of it.</summary>
internal sealed record Claim(string Person, string Key, string Target, string BytesHash);

/// <summary>A receipt with what its key is bound to.</summary>
internal sealed record StoredReceipt(string Target, string BytesHash, Receipt Receipt);

/// <summary>The SQL of receipts: what makes a repeated request the same filing.</summary>
internal static class ReceiptsTable
{
    /// <summary>The receipt of a person's key; null when the key is new.</summary>
    public static async Task<StoredReceipt?> FindAsync(DbConnection connection, string person, string key, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Stored>(
            "SELECT target Target, bytes_hash BytesHash, submission_id SubmissionId, revision Revision, findings Findings FROM receipts WHERE person = @person AND key = @key",
            new { person, key }, transaction))?.ToReceipt();

    /// <summary>Keeps a receipt under its key.</summary>
    public static Task AddAsync(DbTransaction transaction, Claim claim, string campaign, Submission submission, IReadOnlyList<Finding> findings, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // a running transaction has its connection
            "INSERT INTO receipts (person, key, campaign, target, bytes_hash, submission_id, revision, findings, received_at) VALUES (@Person, @Key, @campaign, @Target, @BytesHash, @id, @Revision, @findings, @now)",
            new
            {
                claim.Person,
                claim.Key,
                campaign,
                claim.Target,
                claim.BytesHash,
                id = submission.Id.ToString(),
                submission.Revision,
                findings = JsonSerializer.Serialize(findings),
                now = VietnamTime.Stored(now),
            }, transaction);

    private sealed record Stored(string Target, string BytesHash, string SubmissionId, long Revision, string Findings)
    {
        public StoredReceipt ToReceipt() => new(Target, BytesHash, new Receipt(
            Submissions.SubmissionId.Parse(SubmissionId), SubmissionStatus.Received.Code, (int)Revision, JsonSerializer.Deserialize<List<Finding>>(Findings) ?? []));
    }
}
