using System.Text.Json;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>
/// Stores what happened to documents after filing: reviews, then the rows, then the state columns of their files. It carries ids alone and writes what stands when it is
/// carried out, so that an operation that waited never brings an older state back.
/// </summary>
internal sealed class StoreChange(Database database) : IOperationHandler
{
    /// <summary>The kind of its operations.</summary>
    public const string KindName = "change";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <summary>What an operation carries.</summary>
    public static string Payload(Change change) => JsonSerializer.Serialize(new Work(
        [.. change.Reviews.Select(review => review.Id)], [.. change.Submissions.Select(submission => submission.Id.ToString())], RowKey.Of(change.Rows)));

    /// <inheritdoc/>
    public async Task CarryOutAsync(Operation operation, SiteAccess site, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(operation.Payload) ?? throw new OperationRefusedException("The change carries nothing.");
        var changes = new SiteChanges();
        foreach (var review in (await ReviewsAsync(operation)).Where(review => work.Reviews.Contains(review.Id)))
        {
            changes.Put(SiteSchema.Reviews, review.Id, review.ToItem());
        }

        await StandingRows.AddAsync(changes, database, work.Rows);
        foreach (var submission in await SubmissionsAsync(work))
        {
            await AddStateAsync(changes, submission, site, cancellationToken);
        }

        await site.Writing.WriteAsync(changes, cancellationToken);
    }

    private async Task AddStateAsync(SiteChanges changes, Submission submission, SiteAccess site, CancellationToken cancellationToken)
    {
        if (await site.Files.IdOfAsync(submission.Path, cancellationToken) is { } file)
        {
            changes.Describe(SiteSchema.Submissions, new StoredFile(submission.Path, file), submission.StateColumns());
        }
        else if (!await IsParkedAsync(submission))
        {
            throw new OperationRefusedException($"The file {submission.FileName} is gone from the library.");
        }
    }

    // A file that is not stored yet is described with the state of its day when it is.
    private async Task<bool> IsParkedAsync(Submission submission)
    {
        await using var connection = database.Open();
        return await OperationsTable.IsParkedAsync(connection, StoreDocument.KindName, submission.Id);
    }

    private async Task<IReadOnlyList<Review>> ReviewsAsync(Operation operation)
    {
        await using var connection = database.Open();
        return await ReviewsTable.OfSubmissionAsync(connection, operation.SubmissionId);
    }

    private async Task<IReadOnlyList<Submission>> SubmissionsAsync(Work work)
    {
        await using var connection = database.Open();
        var found = new List<Submission>();
        foreach (var id in work.Submissions)
        {
            found.Add(await SubmissionsTable.FindAsync(connection, SubmissionId.Parse(id)) ?? throw new OperationRefusedException($"Submission {id} is not known any more."));
        }

        return found;
    }

    private sealed record Work(IReadOnlyList<string> Reviews, IReadOnlyList<string> Submissions, IReadOnlyList<RowKey> Rows);
}
