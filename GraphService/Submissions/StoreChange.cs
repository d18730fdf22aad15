using System.Text.Json;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Stores what happened to documents after filing: reviews, then the state columns of their files, then the rows that stand now.</summary>
internal sealed class StoreChange(Database database) : IOperationHandler
{
    /// <summary>The kind of its operations.</summary>
    public const string KindName = "change";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <summary>What an operation carries.</summary>
    public static string Payload(Change change) => JsonSerializer.Serialize(new Work(
        [.. change.Reviews.Select(review => review.Id)],
        [.. change.Submissions.Select(submission => new FileState(submission.Path, submission.StateColumns()))],
        change.Rows));

    /// <inheritdoc/>
    public async Task CarryOutAsync(Operation operation, SiteAccess site, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(operation.Payload) ?? throw new OperationRefusedException("The change carries nothing.");
        foreach (var review in (await ReviewsAsync(operation)).Where(review => work.Reviews.Contains(review.Id)))
        {
            await site.Items.PutAsync(SiteSchema.Reviews, review.Id, review.ToItem(), cancellationToken);
        }

        foreach (var state in work.Files)
        {
            var file = await site.Files.FindAsync(state.Path, cancellationToken) ?? throw new OperationRefusedException($"The file {state.Path} is gone from the library.");
            await site.Files.DescribeAsync(file.Id, state.Columns.ToDictionary(column => column.Key, column => Plain(column.Value), StringComparer.Ordinal), cancellationToken);
        }

        foreach (var row in work.Rows)
        {
            await site.Items.PutAsync(Register.Find(row.Register)!.List, row.RowId, row.ToItem(), cancellationToken); // written by us from a register
        }
    }

    private async Task<IReadOnlyList<Review>> ReviewsAsync(Operation operation)
    {
        await using var connection = database.Open();
        return await ReviewsTable.OfSubmissionAsync(connection, operation.SubmissionId);
    }

    // Columns come out of the payload as JSON; Graph wants plain values.
    private static object? Plain(object? value) => value is not JsonElement json ? value : json.ValueKind switch
    {
        JsonValueKind.Number => json.GetInt32(),
        JsonValueKind.Null => null,
        _ => json.GetString(),
    };

    private sealed record FileState(string Path, IReadOnlyDictionary<string, object?> Columns);

    private sealed record Work(IReadOnlyList<string> Reviews, IReadOnlyList<FileState> Files, IReadOnlyList<RegisterRow> Rows);
}
