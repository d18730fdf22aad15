using System.Data.Common;
using System.Text.Json;
using Dapper;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>The SQL of submissions and their rows: reads see the mirror overlaid with our own operations, writes go to the overlay.</summary>
internal static class SubmissionsTable
{
    private const string Columns = "id Id, version Version, campaign Campaign, organization Organization, form Form, person Person, person_name PersonName, status Status, received_at ReceivedAt, submitted_by SubmittedBy, content_hash ContentHash, revision Revision, late Late, managing_organization ManagingOrganization, managing_received_at ManagingReceivedAt, file_name FileName, withdrawn_at WithdrawnAt, flag Flag";

    private const string RowColumns = "register Register, row_id RowId, submission_id SubmissionId, campaign Campaign, organization Organization, person Person, person_name PersonName, number Number, is_current IsCurrent, fields Fields";

    /// <summary>The submission of an id; null when there is none.</summary>
    public static async Task<Submission?> FindAsync(DbConnection connection, SubmissionId id, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Stored>($"SELECT {Columns} FROM submissions WHERE id = @id", new { id = id.ToString() }, transaction))?.ToSubmission();

    /// <summary>Every revision of a duty, the newest first.</summary>
    public static async Task<IReadOnlyList<Submission>> OfDutyAsync(DbConnection connection, DutyKey duty, DbTransaction? transaction = null) =>
        [.. (await connection.QueryAsync<Stored>(
            $"SELECT {Columns} FROM submissions WHERE campaign = @Campaign AND form = @Form AND organization = @Organization AND person IS @Person ORDER BY revision DESC", duty, transaction)).Select(stored => stored.ToSubmission())];

    /// <summary>Every revision of a person's form in a campaign, wherever the person belonged then; the newest first.</summary>
    public static async Task<IReadOnlyList<Submission>> OfPersonAsync(DbConnection connection, string campaign, string form, string person) =>
        [.. (await connection.QueryAsync<Stored>(
            $"SELECT {Columns} FROM submissions WHERE campaign = @campaign AND form = @form AND person = @person ORDER BY received_at DESC, revision DESC", new { campaign, form, person })).Select(stored => stored.ToSubmission())];

    /// <summary>Every submission of a campaign, in the order of filing.</summary>
    public static async Task<IReadOnlyList<Submission>> OfCampaignAsync(DbConnection connection, string campaign) =>
        [.. (await connection.QueryAsync<Stored>($"SELECT {Columns} FROM submissions WHERE campaign = @campaign ORDER BY received_at, id", new { campaign })).Select(stored => stored.ToSubmission())];

    /// <summary>Puts a submission into the overlay, in place of what stood there.</summary>
    public static Task SaveAsync(DbTransaction transaction, Submission submission) => transaction.Connection!.ExecuteAsync( // a running transaction has its connection
        """
        INSERT OR REPLACE INTO own_submissions (id, version, campaign, organization, form, person, person_name, status, received_at, submitted_by, content_hash, revision, late,
          managing_organization, managing_received_at, file_name, withdrawn_at)
        VALUES (@Id, @Version, @Campaign, @Organization, @Form, @Person, @PersonName, @Status, @ReceivedAt, @SubmittedBy, @ContentHash, @Revision, @Late,
          @ManagingOrganization, @ManagingReceivedAt, @FileName, @WithdrawnAt)
        """, Stored.Of(submission), transaction);

    /// <summary>The rows of a duty's documents in every register, also those no longer current.</summary>
    public static async Task<IReadOnlyList<RegisterRow>> RowsOfDutyAsync(DbConnection connection, DutyKey duty, DbTransaction? transaction = null) =>
        [.. (await connection.QueryAsync<StoredRow>(
            $"SELECT {RowColumns} FROM rows WHERE campaign = @Campaign AND organization = @Organization AND person IS @Person ORDER BY register, number", duty, transaction)).Select(row => row.ToRow())];

    /// <summary>A row as it stands; null when there is none of this key.</summary>
    public static async Task<RegisterRow?> FindRowAsync(DbConnection connection, RowKey key) =>
        (await connection.QuerySingleOrDefaultAsync<StoredRow>($"SELECT {RowColumns} FROM rows WHERE register = @Register AND row_id = @RowId", key))?.ToRow();

    /// <summary>The current rows of a register in a campaign.</summary>
    public static async Task<IReadOnlyList<RegisterRow>> RowsOfRegisterAsync(DbConnection connection, Register register, string campaign) =>
        [.. (await connection.QueryAsync<StoredRow>(
            $"SELECT {RowColumns} FROM rows WHERE register = @Name AND campaign = @campaign AND is_current", new { register.Name, campaign })).Select(row => row.ToRow())];

    /// <summary>Puts a row into the overlay.</summary>
    public static Task SaveRowAsync(DbTransaction transaction, RegisterRow row) => transaction.Connection!.ExecuteAsync(
        """
        INSERT OR REPLACE INTO own_rows (register, row_id, submission_id, campaign, organization, person, person_name, number, is_current, fields)
        VALUES (@Register, @RowId, @SubmissionId, @Campaign, @Organization, @Person, @PersonName, @Number, @IsCurrent, @Fields)
        """, StoredRow.Of(row), transaction);

    private sealed class Stored
    {
        public required string Id { get; init; }
        public required int Version { get; init; }
        public required string Campaign { get; init; }
        public required string Organization { get; init; }
        public required string Form { get; init; }
        public string? Person { get; init; }
        public required string PersonName { get; init; }
        public required string Status { get; init; }
        public required string ReceivedAt { get; init; }
        public required string SubmittedBy { get; init; }
        public required string ContentHash { get; init; }
        public required int Revision { get; init; }
        public required bool Late { get; init; }
        public string? ManagingOrganization { get; init; }
        public string? ManagingReceivedAt { get; init; }
        public required string FileName { get; init; }
        public string? WithdrawnAt { get; init; }
        public string? Flag { get; init; }

        public static Stored Of(Submission submission) => new()
        {
            Id = submission.Id.ToString(),
            Version = submission.Version,
            Campaign = submission.Duty.Campaign,
            Organization = submission.Duty.Organization,
            Form = submission.Duty.Form,
            Person = submission.Duty.Person,
            PersonName = submission.PersonName,
            Status = submission.Status.Code,
            ReceivedAt = VietnamTime.Stored(submission.ReceivedAt),
            SubmittedBy = submission.SubmittedBy,
            ContentHash = submission.ContentHash,
            Revision = submission.Revision,
            Late = submission.Late,
            ManagingOrganization = submission.ManagingOrganization,
            ManagingReceivedAt = submission.ManagingReceivedAt is { } at ? VietnamTime.Stored(at) : null,
            FileName = submission.FileName,
            WithdrawnAt = submission.WithdrawnAt is { } withdrawn ? VietnamTime.Stored(withdrawn) : null,
        };

        public Submission ToSubmission() => new()
        {
            Id = SubmissionId.Parse(Id),
            Version = Version,
            Duty = new DutyKey(Campaign, Form, Organization, Person),
            PersonName = PersonName,
            Status = SubmissionStatus.Parse(Status),
            ReceivedAt = VietnamTime.Parse(ReceivedAt),
            SubmittedBy = SubmittedBy,
            ContentHash = ContentHash,
            Revision = Revision,
            Late = Late,
            ManagingOrganization = ManagingOrganization,
            ManagingReceivedAt = ManagingReceivedAt is { } at ? VietnamTime.Parse(at) : null,
            FileName = FileName,
            WithdrawnAt = WithdrawnAt is { } withdrawn ? VietnamTime.Parse(withdrawn) : null,
            ChangedByHand = SubmissionStatus.Find(Flag),
        };
    }

    private sealed class StoredRow
    {
        public required string Register { get; init; }
        public required string RowId { get; init; }
        public required string SubmissionId { get; init; }
        public required string Campaign { get; init; }
        public required string Organization { get; init; }
        public string? Person { get; init; }
        public required string PersonName { get; init; }
        public required int Number { get; init; }
        public required bool IsCurrent { get; init; }
        public required string Fields { get; init; }

        public static StoredRow Of(RegisterRow row) => new()
        {
            Register = row.Register,
            RowId = row.RowId,
            SubmissionId = row.SubmissionId,
            Campaign = row.Campaign,
            Organization = row.Organization,
            Person = row.Person,
            PersonName = row.PersonName,
            Number = row.Number,
            IsCurrent = row.IsCurrent,
            Fields = JsonSerializer.Serialize(row.Fields),
        };

        public RegisterRow ToRow() => new(
            Register, RowId, SubmissionId, Campaign, Organization, Person, PersonName, Number, IsCurrent,
            JsonSerializer.Deserialize<Dictionary<string, string>>(Fields) ?? []);
    }
}
