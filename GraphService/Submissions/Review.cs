using System.Data.Common;
using Dapper;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>A reviewer's decision on a document («xem xét»), or a comment on one of its rows.</summary>
internal sealed record Review(string Id, SubmissionId SubmissionId, string? RowId, SubmissionStatus Decision, string Comment, string ReviewedBy, DateTimeOffset ReviewedAt)
{
    /// <summary>The item as the Reviews list has it.</summary>
    public IReadOnlyDictionary<string, object?> ToItem() => new Dictionary<string, object?>
    {
        ["Title"] = Decision.Label,
        ["ReviewId"] = Id,
        ["SubmissionId"] = SubmissionId.ToString(),
        ["RowId"] = RowId,
        ["Decision"] = Decision.Code,
        ["Comment"] = Comment,
        ["ReviewedBy"] = ReviewedBy,
        ["ReviewedAt"] = VietnamTime.Stored(ReviewedAt),
    };
}

/// <summary>The SQL of reviews.</summary>
internal static class ReviewsTable
{
    /// <summary>The reviews of a campaign's submissions, in the order in which they were given.</summary>
    public static Task<IReadOnlyList<Review>> OfCampaignAsync(DbConnection connection, string campaign) =>
        QueryAsync(connection, "SELECT r.* FROM reviews r JOIN submissions s ON s.id = r.submission_id WHERE s.campaign = @key ORDER BY r.reviewed_at, r.id", campaign);

    /// <summary>The reviews of one submission, in the order in which they were given.</summary>
    public static Task<IReadOnlyList<Review>> OfSubmissionAsync(DbConnection connection, SubmissionId id) =>
        QueryAsync(connection, "SELECT * FROM reviews WHERE submission_id = @key ORDER BY reviewed_at, id", id.ToString());

    /// <summary>Puts a review into the overlay.</summary>
    public static Task SaveAsync(DbTransaction transaction, Review review) => transaction.Connection!.ExecuteAsync(
        "INSERT OR IGNORE INTO own_reviews (id, submission_id, row_id, decision, comment, reviewed_by, reviewed_at) VALUES (@id, @submission, @row, @decision, @comment, @by, @at)",
        new
        {
            id = review.Id,
            submission = review.SubmissionId.ToString(),
            row = review.RowId,
            decision = review.Decision.Code,
            comment = review.Comment,
            by = review.ReviewedBy,
            at = VietnamTime.Stored(review.ReviewedAt),
        }, transaction);

    private static async Task<IReadOnlyList<Review>> QueryAsync(DbConnection connection, string sql, string key) =>
        [.. (await connection.QueryAsync<Stored>(sql.Replace("r.*", Columns("r."), StringComparison.Ordinal).Replace("*", Columns(""), StringComparison.Ordinal), new { key })).Select(stored => stored.ToReview())];

    private static string Columns(string prefix) =>
        $"{prefix}id Id, {prefix}submission_id SubmissionId, {prefix}row_id RowId, {prefix}decision Decision, {prefix}comment Comment, {prefix}reviewed_by ReviewedBy, {prefix}reviewed_at ReviewedAt";

    private sealed record Stored(string Id, string SubmissionId, string? RowId, string Decision, string Comment, string ReviewedBy, string ReviewedAt)
    {
        public Review ToReview() => new(
            Id, Submissions.SubmissionId.Parse(SubmissionId), RowId, SubmissionStatus.Parse(Decision), Comment, ReviewedBy, VietnamTime.Parse(ReviewedAt));
    }
}
