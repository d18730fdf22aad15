using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Completion;

/// <summary>A document that is owed, welcome or excepted, and what became of it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Name">The name of the person, or of the organization.</param>
/// <param name="Position">The person's position; may be empty.</param>
/// <param name="OrganizationName">The organization it belongs to.</param>
/// <param name="State">The state's code, or <c>none</c>.</param>
/// <param name="Done">True when it is there.</param>
/// <param name="Late">True when it came late, or is still missing after the deadline.</param>
/// <param name="Basis">The clause that decides, <c>2.2a</c>; empty when the guideline says nothing.</param>
/// <param name="Why">The reason in words; may be empty.</param>
/// <param name="DocumentPath">Where its document is shown; null when there is none or the caller may not read it.</param>
public sealed record DutyLine(
    FormCode Form, string Name, string Position, string OrganizationName, string State, bool Done, bool Late, string Basis, string Why, string? DocumentPath);

/// <summary>A leader's second copy.</summary>
/// <param name="Plan">The plan it is a copy of.</param>
/// <param name="To">The committee that receives it.</param>
/// <param name="ReceivedAt">When that committee confirmed it; null when it has not.</param>
public sealed record CopyLine(DutyLine Plan, string To, DateTimeOffset? ReceivedAt);

/// <summary>The names behind the counts of an organization and all below it: fragment <c>GET /completion/{organization}?campaign&amp;asOf</c> (handler of <c>GET /api/completion</c>).</summary>
/// <remarks>Each list by organization in the order of the tree, then by form, then by name; its length is the count.</remarks>
public sealed record DrillDownModel
{
    /// <summary>The campaign's code.</summary>
    public required string Campaign { get; init; }

    /// <summary>The past day the names hold for; null for now.</summary>
    public DateOnly? AsOfDay { get; init; }

    /// <summary>The organization's line.</summary>
    public required CompletionLine Line { get; init; }

    /// <summary>What is owed and not there.</summary>
    public required IReadOnlyList<DutyLine> Missing { get; init; }

    /// <summary>What is owed and there.</summary>
    public required IReadOnlyList<DutyLine> Done { get; init; }

    /// <summary>Who is excepted («được miễn»).</summary>
    public required IReadOnlyList<DutyLine> Exempt { get; init; }

    /// <summary>What is left to one's will («tự nguyện»).</summary>
    public required IReadOnlyList<DutyLine> Voluntary { get; init; }

    /// <summary>The second copies of leaders.</summary>
    public required IReadOnlyList<CopyLine> Copies { get; init; }
}

/// <summary>Some of the names, by organization.</summary>
/// <param name="Lines">The names.</param>
/// <param name="Reason">What introduces the reason of each; "" when reasons are not said.</param>
/// <param name="EveryState">True to say of each what became of it, even when nothing did.</param>
public sealed record DutyListModel(IReadOnlyList<DutyLine> Lines, string Reason, bool EveryState = false);
