using Dapper;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>The files of submissions: from our own database while they are on their way, from the library afterwards.</summary>
internal sealed class StoredDocuments(Database database, SharePointSite site)
{
    /// <summary>The bytes of a submission's document; null when it is in neither place.</summary>
    public async Task<byte[]?> BytesAsync(Submission submission, CancellationToken cancellationToken) =>
        await PendingAsync(submission.Id) ?? await (await site.ReadyAsync(cancellationToken)).Files.ReadAsync(submission.Path, cancellationToken);

    /// <summary>What a submission's document says; null when the file is gone or was made unreadable by hand.</summary>
    public async Task<FormDocument?> ReadAsync(Submission submission, CancellationToken cancellationToken) =>
        await BytesAsync(submission, cancellationToken) is { } bytes && Docx.Read(bytes).TryGet(out var document, out _) ? document : null;

    /// <summary>The bytes still on their way; null once delta has shown the file in the library.</summary>
    public async Task<byte[]?> PendingAsync(SubmissionId id)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<byte[]>("SELECT bytes FROM documents WHERE submission_id = @id", new { id = id.ToString() });
    }
}
