using System.Text.Json;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Stores a review: its items in the Reviews list, then the new state on the document's file.</summary>
internal sealed class StoreReview(Database database) : IOperationHandler
{
    /// <summary>The kind of its operations.</summary>
    public const string KindName = "review";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task CarryOutAsync(Operation operation, SiteAccess site, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(operation.Payload) ?? throw new OperationRefusedException("The review carries nothing.");
        var (submission, reviews) = await FindAsync(operation, work);
        foreach (var review in reviews)
        {
            await site.Items.PutAsync(SiteSchema.Reviews, review.Id, review.ToItem(), cancellationToken);
        }

        var file = await site.Files.FindAsync(submission.Path, cancellationToken) ?? throw new OperationRefusedException($"The file {submission.FileName} is gone from the library.");
        await site.Files.DescribeAsync(file.Id, StoreDocument.StateOf(submission with { Status = SubmissionStatus.Parse(work.Status), Version = work.Version }), cancellationToken);
    }

    /// <inheritdoc/>
    public Task CompleteAsync(Operation operation, SqliteTransaction transaction) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ParkAsync(Operation operation, SqliteTransaction transaction) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task RetryAsync(Operation operation, SqliteTransaction transaction) => Task.CompletedTask;

    private async Task<(Submission Submission, IReadOnlyList<Review> Reviews)> FindAsync(Operation operation, Work work)
    {
        await using var connection = database.Open();
        var submission = await SubmissionsTable.FindAsync(connection, operation.SubmissionId) ?? throw new OperationRefusedException("The submission is not known any more.");
        var reviews = await ReviewsTable.OfSubmissionAsync(connection, operation.SubmissionId);
        return (submission, [.. reviews.Where(review => work.Reviews.Contains(review.Id))]);
    }

    /// <summary>What an operation carries: the reviews to store, and the state they led to.</summary>
    internal sealed record Work(IReadOnlyList<string> Reviews, string Status, int Version);
}
