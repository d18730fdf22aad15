using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Pane;

/// <summary>The document a duty has now.</summary>
/// <param name="Id">Its submission id.</param>
/// <param name="State">Its state's code.</param>
/// <param name="Revision">The number of the document within its duty, from 1.</param>
/// <param name="Version">The number for <c>If-Match</c>.</param>
/// <param name="ReceivedAt">When the service received it.</param>
/// <param name="Comment">The reviewer's comment; may be empty.</param>
public sealed record CurrentDocument(Guid Id, string State, int Revision, int Version, DateTimeOffset ReceivedAt, string Comment);

/// <summary>The form in the pane: fragment <c>GET /pane/forms/{form}?campaign&amp;organization&amp;person</c> (handler of <c>GET /api/forms/{form}/values</c>).</summary>
/// <remarks>
/// The handler gives what is filed now, or the prefill when nothing is. Checks, rows, drafts, filling and filing are the page's modules';
/// they call <c>POST /api/forms/{form}/document</c>, <c>POST /api/forms/read</c>, <c>POST /api/submissions</c>, <c>GET /api/submissions/{id}</c>.
/// </remarks>
public sealed record FormEditorModel
{
    /// <summary>The form's definition, with its rules.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>The campaign's code.</summary>
    public required string Campaign { get; init; }

    /// <summary>The organization's code.</summary>
    public required string Organization { get; init; }

    /// <summary>The organization's name.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>The person's code for a personal form; else null.</summary>
    public required string? Person { get; init; }

    /// <summary>The person's name for a personal form; else null.</summary>
    public required string? PersonName { get; init; }

    /// <summary>True when the plan is somebody else's than the caller's.</summary>
    public bool OnBehalf => Person is not null && Person != Caller;

    /// <summary>The caller's code: local drafts are kept per caller.</summary>
    public required string Caller { get; init; }

    /// <summary>The values to start from.</summary>
    public required FormValues Values { get; init; }

    /// <summary>The source of each prefilled value by tag: <c>directory</c>, <c>organization</c>, <c>campaign</c>, <c>defaults</c>, <c>lastYear</c>, <c>draft</c>, <c>document</c>.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>What the rules are judged against.</summary>
    public required RuleContext Context { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Days from today in Vietnam to <see cref="Deadline"/>; negative after it.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Why the caller can't file now, a Vietnamese sentence («Đợt đăng ký đã đóng.»); empty when they can.</summary>
    public required string CannotFile { get; init; }

    /// <summary>What was filed the year before; null when nothing was.</summary>
    public LastYearDocument? LastYear { get; init; }

    /// <summary>The document filed before; null when there is none.</summary>
    public CurrentDocument? Current { get; init; }

    /// <summary>The reviewer's comments by <see cref="FormRow.RowId"/>; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> RowComments { get; init; } = new Dictionary<string, string>();
}
