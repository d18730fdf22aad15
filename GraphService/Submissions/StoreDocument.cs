using System.Text.Json;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Stores a filed document: the file, its rows, the superseding of the revisions before it, then the columns that say it is stored.</summary>
internal sealed class StoreDocument(Database database, StoredDocuments documents) : IOperationHandler
{
    /// <summary>The kind of its operations.</summary>
    public const string KindName = "file";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <summary>What an operation carries: the keys of the rows the document put in or out of force.</summary>
    public static string Payload(IReadOnlyList<RegisterRow> rows) => JsonSerializer.Serialize(RowKey.Of(rows));

    /// <inheritdoc/>
    public async Task CarryOutAsync(Operation operation, SiteAccess site, CancellationToken cancellationToken)
    {
        var (submission, revisions) = await FindAsync(operation);
        var fileId = await UploadAsync(submission, site, cancellationToken);
        var changes = new SiteChanges();
        await StandingRows.AddAsync(changes, database, JsonSerializer.Deserialize<List<RowKey>>(operation.Payload) ?? []);
        foreach (var older in Before(revisions, submission))
        {
            await SupersedeAsync(changes, older, site, cancellationToken);
        }

        // Last, so that a document said to be stored is stored whole.
        changes.Describe(SiteSchema.Submissions, new StoredFile(submission.Path, fileId), Stored(submission).ToItem());
        await site.Writing.WriteAsync(changes, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(Operation operation, SqliteTransaction transaction, DateTimeOffset now)
    {
        if (await SubmissionsTable.FindAsync(transaction.Connection!, operation.SubmissionId, transaction) is not { } submission) // a running transaction has its connection
        {
            return;
        }

        if (Stored(submission) is var stored && stored != submission)
        {
            await SubmissionsTable.SaveAsync(transaction, stored);
            await AuditTable.AddAsync(transaction, now, "", stored.Status.Code, submission.Id);
        }

        foreach (var older in Before(await SubmissionsTable.OfDutyAsync(transaction.Connection!, submission.Duty, transaction), submission))
        {
            await SubmissionsTable.SaveAsync(transaction, Superseded(older));
            await AuditTable.AddAsync(transaction, now, "", SubmissionStatus.Superseded.Code, older.Id);
        }
    }

    /// <inheritdoc/>
    public Task ParkAsync(Operation operation, SqliteTransaction transaction, DateTimeOffset now) =>
        MoveAsync(operation, transaction, SubmissionStatus.Received, SubmissionStatus.Parked, now);

    /// <inheritdoc/>
    public Task RetryAsync(Operation operation, SqliteTransaction transaction, DateTimeOffset now) =>
        MoveAsync(operation, transaction, SubmissionStatus.Parked, SubmissionStatus.Received, now);

    // A document that was replaced or withdrawn meanwhile stays so.
    private static async Task MoveAsync(Operation operation, SqliteTransaction transaction, SubmissionStatus from, SubmissionStatus to, DateTimeOffset now)
    {
        if (await SubmissionsTable.FindAsync(transaction.Connection!, operation.SubmissionId, transaction) is { } submission && submission.Status == from) // a running transaction has its connection
        {
            await SubmissionsTable.SaveAsync(transaction, submission with { Status = to, Version = submission.Version + 1 });
            await AuditTable.AddAsync(transaction, now, "", to.Code, submission.Id);
        }
    }

    private async Task<string> UploadAsync(Submission submission, SiteAccess site, CancellationToken cancellationToken)
    {
        var bytes = await documents.PendingAsync(submission.Id);
        if (bytes is not null && await site.Files.UploadAsync(submission.Path, bytes, cancellationToken) is { } uploaded)
        {
            return uploaded;
        }

        // The name is taken: by ourselves, before an answer was lost, or by somebody else.
        var existing = await site.Files.FindAsync(submission.Path, cancellationToken)
            ?? throw new OperationRefusedException("The document is neither in the outbox nor in the library.");
        return await IsOursAsync(submission, existing.Fields, site, cancellationToken)
            ? existing.Id
            : throw new OperationRefusedException($"Another file has the name {submission.FileName}.");
    }

    private static async Task<bool> IsOursAsync(Submission submission, FieldReader fields, SiteAccess site, CancellationToken cancellationToken)
    {
        var owner = fields.Text("SubmissionId");
        return owner == submission.Id.ToString() || (owner.Length == 0
            && await site.Files.ReadAsync(submission.Path, cancellationToken) is { } bytes
            && Docx.Read(bytes).TryGet(out var document, out _)
            && submission.ContentHash.EndsWith(document.ContentHash, StringComparison.Ordinal));
    }

    private static async Task SupersedeAsync(SiteChanges changes, Submission older, SiteAccess site, CancellationToken cancellationToken)
    {
        if (await site.Files.IdOfAsync(older.Path, cancellationToken) is { } file)
        {
            changes.DescribeIfThere(SiteSchema.Submissions, new StoredFile(older.Path, file), Superseded(older).StateColumns());
        }
    }

    private async Task<(Submission Submission, IReadOnlyList<Submission> Revisions)> FindAsync(Operation operation)
    {
        await using var connection = database.Open();
        var submission = await SubmissionsTable.FindAsync(connection, operation.SubmissionId) ?? throw new OperationRefusedException("The submission is not known any more.");
        return (submission, await SubmissionsTable.OfDutyAsync(connection, submission.Duty));
    }

    // What was withdrawn before it was stored replaces nothing.
    private static IReadOnlyList<Submission> Before(IReadOnlyList<Submission> revisions, Submission newest) => newest.Status == SubmissionStatus.Withdrawn
        ? []
        : [.. revisions.Where(revision => revision.Revision < newest.Revision && revision.Status.IsCurrent)];

    // Delta, or a reviewer who was quick, may already have carried it further: a later state is never taken back.
    private static Submission Stored(Submission submission) => submission.Status == SubmissionStatus.Received
        ? submission with { Status = SubmissionStatus.Submitted, Version = submission.Version + 1 }
        : submission;

    private static Submission Superseded(Submission submission) => submission with { Status = SubmissionStatus.Superseded, Version = submission.Version + 1 };
}
