using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>A filed document («hồ sơ đăng ký»): one revision of one duty.</summary>
/// <remarks><see cref="Version"/> grows by one at every change and is its ETag; <see cref="Revision"/> counts the documents of the duty.</remarks>
internal sealed record Submission
{
    /// <summary>The id.</summary>
    public required SubmissionId Id { get; init; }

    /// <summary>The version of its state, 1 when received.</summary>
    public required int Version { get; init; }

    /// <summary>The duty it fulfils.</summary>
    public required DutyKey Duty { get; init; }

    /// <summary>The person's name when it was filed; "" for a collective form.</summary>
    public required string PersonName { get; init; }

    /// <summary>Its state.</summary>
    public required SubmissionStatus Status { get; init; }

    /// <summary>When the service took it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The code of the person who filed it, the author or a clerk.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>The hash of its values, a dot, the hash of its text: what identifies it although SharePoint rewrites the file.</summary>
    public required string ContentHash { get; init; }

    /// <summary>1, 2, … within its duty.</summary>
    public required int Revision { get; init; }

    /// <summary>True when the duty was first fulfilled at or after the end of the deadline day.</summary>
    public required bool Late { get; init; }

    /// <summary>Who receives a leader's second copy; null when there is none.</summary>
    public string? ManagingOrganization { get; init; }

    /// <summary>When the managing committee confirmed the second copy.</summary>
    public DateTimeOffset? ManagingReceivedAt { get; init; }

    /// <summary>When it was withdrawn; null when it was not.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The state that somebody wrote into SharePoint by hand; null when nobody did. It is shown and never honoured.</summary>
    public SubmissionStatus? ChangedByHand { get; init; }

    /// <summary>The name of its file in the library.</summary>
    public required string FileName { get; init; }

    /// <summary>Where its file lies in the library.</summary>
    public string Path => $"{Duty.Campaign}/{Duty.Organization}/{FileName}";

    /// <summary>The version as an ETag, with its quotes.</summary>
    public string ETag => $"\"{Version}\"";

    /// <summary>The receipt number people see («số biên nhận»): the last twelve digits of the id in groups of four.</summary>
    public string ReceiptNumber => string.Join('-', Id.Short.ToUpperInvariant().Chunk(4).Select(group => new string(group)));

    /// <summary>The columns of its file that change after filing.</summary>
    public IReadOnlyDictionary<string, object?> StateColumns() => new Dictionary<string, object?>
    {
        ["Status"] = Status.Label,
        ["StateVersion"] = Version,
        ["ManagingReceivedAt"] = ManagingReceivedAt is { } received ? VietnamTime.Stored(received) : null,
        ["WaitingSince"] = Status == SubmissionStatus.Submitted ? VietnamTime.Stored(ReceivedAt) : null,
        ["WithdrawnAt"] = WithdrawnAt is { } withdrawn ? VietnamTime.Stored(withdrawn) : null,
    };

    /// <summary>All columns of its file.</summary>
    public IReadOnlyDictionary<string, object?> ToItem() => new Dictionary<string, object?>(StateColumns())
    {
        ["SubmissionId"] = Id.ToString(),
        ["Campaign"] = Duty.Campaign,
        ["Organization"] = Duty.Organization,
        ["Form"] = Duty.Form,
        ["Person"] = Duty.Person,
        ["PersonName"] = PersonName,
        ["ReceivedAt"] = VietnamTime.Stored(ReceivedAt),
        ["SubmittedBy"] = SubmittedBy,
        ["ContentHash"] = ContentHash,
        ["Revision"] = Revision,
        ["Late"] = Late,
        ["ManagingOrganization"] = ManagingOrganization,
    };
}
