using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using HocTap.Office.GraphService.Drafts;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Takes documents in («tiếp nhận»): validates, then writes bytes, state and outbox in one durable transaction.</summary>
internal sealed class Filing(Database database, OutboxSignal signal, TimeProvider clock, ILogger<Filing> logger)
{
    /// <summary>Files a document for a target under a key.</summary>
    /// <returns>
    /// The receipt; the earlier one when the key and bytes, or the values of the duty's current document, are the same. 409.1 for a key with other bytes, 409.2 for a
    /// closed campaign, 415 and 422.2 to 422.4 for a document that is not the target's, 422.1 when rules of severity error are broken.
    /// </returns>
    public async Task<Result<Receipt>> FileAsync(Caller caller, Target target, string key, byte[] bytes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var claim = new Claim(caller.Person.Code, key, target.Duty.Key.ToString(), Hex(SHA256.HashData(bytes)));
        if (await EarlierAsync(claim) is { } earlier)
        {
            return earlier;
        }

        return target.Duty.Campaign.TakesFilingsAt(now)
            ? await FileAsync(new Arrival(caller, target, claim, bytes, now), cancellationToken)
            : new Problem.CampaignClosed($"Đợt năm {target.Duty.Campaign.Year} nhận hồ sơ từ ngày {Vietnamese(target.Duty.Campaign.Opens)} đến hết ngày {Vietnamese(target.Duty.Campaign.Closes)}.");
    }

    private async Task<Result<Receipt>> FileAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        if (!Docx.Read(arrival.Bytes).Then(document => Belongs(document, arrival.Target)).TryGet(out var document, out var problem))
        {
            return problem;
        }

        var findings = document.Findings.Concat(RuleChecker.Check(document.Form, document.Values, arrival.Target.Duty.RuleContext(VietnamTime.DayOf(arrival.Now)))).ToList();
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            return new Problem.Incomplete(findings);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var result = await database.WriteAsync(transaction => StoreAsync(transaction, arrival, document, findings));
        signal.Raise();
        return result;
    }

    // Two requests with one key may both have got this far; inside the write transaction only one of them finds no receipt.
    private async Task<Result<Receipt>> StoreAsync(SqliteTransaction transaction, Arrival arrival, FormDocument document, List<Finding> findings)
    {
        if (await ReceiptsTable.FindAsync(transaction.Connection!, arrival.Claim.Person, arrival.Claim.Key, transaction) is { } taken)
        {
            return Same(taken, arrival.Claim);
        }

        var revisions = await SubmissionsTable.OfDutyAsync(transaction.Connection!, arrival.Target.Duty.Key, transaction);
        var valuesHash = HashOfValues(document);
        var current = revisions.FirstOrDefault(revision => revision.Status.IsCurrent);
        var submission = current is not null && current.ContentHash.StartsWith(valuesHash, StringComparison.Ordinal)
            ? current
            : await AddAsync(transaction, arrival, document, revisions, valuesHash);
        await DraftsTable.DeleteAsync(transaction, arrival.Caller.Person.Code, arrival.Target.Duty.Key);
        await ReceiptsTable.AddAsync(transaction, arrival.Claim, arrival.Target.Duty.Campaign.Code, submission, findings, arrival.Now);
        return new Receipt(submission.Id, submission.Status.Code, submission.Revision, findings);
    }

    private async Task<Submission> AddAsync(SqliteTransaction transaction, Arrival arrival, FormDocument document, IReadOnlyList<Submission> revisions, string valuesHash)
    {
        var submission = NewSubmission(arrival, revisions, $"{valuesHash}.{document.ContentHash}");
        var rows = new RowNumbering(document, submission, await SubmissionsTable.RowsOfDutyAsync(transaction.Connection!, arrival.Target.Duty.Key, transaction)).Rows(arrival.Now);
        var bytes = DocumentStamp.WithRowIds(PackageSanitizer.ForUpload(arrival.Bytes), arrival.Target.Identity, document.Form, RowNumbering.WithIds(document.Values, rows));
        await transaction.Connection!.ExecuteAsync(
            "INSERT INTO documents (submission_id, file_name, bytes) VALUES (@id, @FileName, @bytes)", new { id = submission.Id.ToString(), submission.FileName, bytes }, transaction);
        await SubmissionsTable.SaveAsync(transaction, submission);
        foreach (var row in rows)
        {
            await SubmissionsTable.SaveRowAsync(transaction, row);
        }

        await OperationsTable.AddAsync(transaction, arrival.Now, StoreDocument.KindName, submission.Duty.ToString(), submission.Id, StoreDocument.Payload(rows));
        await AuditTable.AddAsync(transaction, arrival.Now, arrival.Caller.Person.Code, "received", submission.Id);
        logger.SubmissionReceived(submission.Id.ToString(), submission.Revision);
        return submission;
    }

    private static Submission NewSubmission(Arrival arrival, IReadOnlyList<Submission> revisions, string contentHash)
    {
        var (id, duty) = (SubmissionId.New(arrival.Now), arrival.Target.Duty);
        var name = FormFileName.For(arrival.Target.Identity, duty.Person?.FullName);
        return new Submission
        {
            Id = id,
            Version = 1,
            Duty = duty.Key,
            PersonName = duty.Person?.FullName ?? "",
            Status = SubmissionStatus.Received,
            ReceivedAt = arrival.Now,
            SubmittedBy = arrival.Caller.Person.Code,
            ContentHash = contentHash,
            Revision = revisions.Count == 0 ? 1 : revisions[0].Revision + 1,
            Late = revisions.LastOrDefault(revision => revision.Status != SubmissionStatus.Withdrawn)?.Late ?? duty.Campaign.IsLateAt(arrival.Now),
            ManagingOrganization = duty.ManagingCommittee?.Code,
            FileName = $"{Path.GetFileNameWithoutExtension(name)}_{id.Short}.docx",
        };
    }

    private async Task<Result<Receipt>?> EarlierAsync(Claim claim)
    {
        await using var connection = database.Open();
        return await ReceiptsTable.FindAsync(connection, claim.Person, claim.Key) is { } taken ? Same(taken, claim) : (Result<Receipt>?)null;
    }

    private static Result<Receipt> Same(StoredReceipt taken, Claim claim) =>
        taken.Target == claim.Target && taken.BytesHash == claim.BytesHash ? taken.Receipt : new Problem.KeyReused();

    // The caller names the target; the document may not show another one: not in its own part, not in its title, not in the name or head it prints.
    private static Result<FormDocument> Belongs(FormDocument document, Target target)
    {
        if (document.PrintedYear is { } year && year != target.Duty.Campaign.Year)
        {
            return new Problem.TargetMismatch($"Văn bản in cho năm {year}, còn đợt đang nộp là năm {target.Duty.Campaign.Year}. Hãy lập lại văn bản cho đúng năm.");
        }

        if (target.Caller.Directory.Organizations.FirstOrDefault(other => IsHeadOf(document, other)) is { } shown && !IsHeadOf(document, target.Duty.Organization))
        {
            return new Problem.TargetMismatch($"Đầu văn bản ghi «{shown.Name}», khác với nơi nộp là «{target.Duty.Organization.Name}».");
        }

        if (document.Form.Code != target.Form.Code || (document.Identity ?? target.Identity) != target.Identity)
        {
            return new Problem.TargetMismatch("Văn bản được lập cho biểu mẫu, đợt, tổ chức hoặc người khác với nơi đang nộp. Hãy mở đúng việc rồi chèn lại văn bản.");
        }

        return target.Duty.Person is { } person && document.Values["fullName"] is { Length: > 0 } name && SearchText.Fold(name) != SearchText.Fold(person.FullName)
            ? new Problem.TargetMismatch($"Văn bản ghi họ và tên «{name}», khác với người được nộp là «{person.FullName}».")
            : document;
    }

    // Two organizations may print the same name under different superiors.
    private static bool IsHeadOf(FormDocument document, Organization organization) =>
        SearchText.Fold(document.Values["orgName"]) == SearchText.Fold(organization.HeaderName)
        && (document.Values["superiorOrgName"].Length == 0 || SearchText.Fold(document.Values["superiorOrgName"]) == SearchText.Fold(organization.HeaderSuperior));

    // Row ids are not what people wrote: the same values are the same document.
    private static string HashOfValues(FormDocument document)
    {
        var json = FormJson.Write(document.Form, document.Values);
        foreach (var row in json.Select(field => field.Value).OfType<JsonArray>().SelectMany(rows => rows).OfType<JsonObject>())
        {
            row.Remove(FormJson.RowIdName);
        }

        return Hex(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToJsonString())))[..32];
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static string Vietnamese(DateOnly day) => VietnameseDates.Short(day);

    private sealed record Arrival(Caller Caller, Target Target, Claim Claim, byte[] Bytes, DateTimeOffset Now);
}
