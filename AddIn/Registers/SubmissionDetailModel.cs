using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Registers;

/// <summary>A step in the life of a submission («diễn biến»).</summary>
/// <param name="At">When.</param>
/// <param name="State">The state's code it led to, or <c>copyReceived</c>.</param>
/// <param name="By">Who did it; empty for the system.</param>
/// <param name="Comment">What they said; may be empty.</param>
public sealed record HistoryStep(DateTimeOffset At, string State, string By, string Comment);

/// <summary>What a reviewer said about a document or one of its rows («ý kiến»).</summary>
/// <param name="Text">The words.</param>
/// <param name="By">Who said them.</param>
/// <param name="At">When.</param>
/// <param name="Revision">The revision they are about; a row keeps what was said about it in earlier ones.</param>
public sealed record Remark(string Text, string By, DateTimeOffset At, int Revision);

/// <summary>One submission with its review panel: fragment <c>GET /registers/submissions/{id}</c> (handler of <c>GET /api/submissions/{id}</c>).</summary>
/// <remarks>
/// The module reviews by <c>PUT /api/submissions/{id}/review {"decision","comment","rows":[{"rowId","comment"}]}</c>, confirms the second copy by
/// <c>PUT /api/submissions/{id}/receipt</c> and withdraws by <c>DELETE /api/submissions/{id}</c>, all with <c>If-Match: "version"</c> and bearer; afterwards it loads the
/// fragment again.
/// </remarks>
public sealed record SubmissionDetailModel
{
    /// <summary>The submission's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code of who looks at it: what they write and do not send is kept for them alone.</summary>
    public required string Reader { get; init; }

    /// <summary>The number for <c>If-Match</c>.</summary>
    public required int Version { get; init; }

    /// <summary>The number of the document within its duty, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The form.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>The campaign's year.</summary>
    public required int Year { get; init; }

    /// <summary>The organization's name.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>The person's name for a personal form; else null.</summary>
    public required string? PersonName { get; init; }

    /// <summary>The name of who filed it.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>True when somebody else filed it for the person («nộp thay»).</summary>
    public bool FiledOnBehalf { get; init; }

    /// <summary>When the service received it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The state's code.</summary>
    public required string State { get; init; }

    /// <summary>True when it came after the deadline.</summary>
    public required bool Late { get; init; }

    /// <summary>True when the stored document can be opened.</summary>
    public required bool HasDocument { get; init; }

    /// <summary>What the document says.</summary>
    public required FormValues Values { get; init; }

    /// <summary>What changed from the revision before; null when there is none or it cannot be read, empty when nothing a reader would see.</summary>
    public IReadOnlyList<FormChange>? Changes { get; init; }

    /// <summary>What was said last about the document, or the revision before it; null when nothing was.</summary>
    public Remark? LatestRemark { get; init; }

    /// <summary>What was said about rows, by their lasting ids, the latest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Remark>> RowRemarks { get; init; } = new Dictionary<string, IReadOnlyList<Remark>>();

    /// <summary>Its life so far, newest first.</summary>
    public required IReadOnlyList<HistoryStep> History { get; init; }

    /// <summary>True when the caller may confirm it now.</summary>
    public required bool CanAccept { get; init; }

    /// <summary>True when the caller may return it now.</summary>
    public required bool CanReturn { get; init; }

    /// <summary>True when the caller may withdraw it now.</summary>
    public required bool CanWithdraw { get; init; }

    /// <summary>Why a reviewer can't review this one («Không ai tự xem xét kế hoạch của mình.»); empty when nothing needs saying.</summary>
    public string CannotReview { get; init; } = "";

    /// <summary>True when the caller may say now that the second copy arrived, or was sent.</summary>
    public bool CanConfirmCopy { get; init; }

    /// <summary>True when the second copy goes outside the city: it is sent, not received.</summary>
    public bool CopyLeavesCity { get; init; }

    /// <summary>True when the caller may write remarks: with any decision they may take.</summary>
    public bool CanRemark => CanAccept || CanReturn;

    /// <summary>Who gets the second copy; null when there is one copy only.</summary>
    public string? SecondCopyTo { get; init; }

    /// <summary>When that committee confirmed the second copy; null when it has not.</summary>
    public DateTimeOffset? SecondCopyReceivedAt { get; init; }
}
