using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Pane;

/// <summary>How strongly a form is owed.</summary>
public enum Obligation
{
    /// <summary>It must be filed.</summary>
    Required,

    /// <summary>It may be filed, and that is encouraged.</summary>
    Voluntary,

    /// <summary>The person is exempt; filing is allowed.</summary>
    Exempt,
}

/// <summary>A form that somebody owes or may file («việc phải làm»).</summary>
public sealed record DutyCard
{
    /// <summary>The form.</summary>
    public required FormCode Form { get; init; }

    /// <summary>The form's short name («Mẫu 03 - Kế hoạch cá nhân»).</summary>
    public required string FormTitle { get; init; }

    /// <summary>False when this installation can't fill the form yet; the card then says so and has no button.</summary>
    public required bool Available { get; init; }

    /// <summary>The campaign's code, <c>HT2027</c>.</summary>
    public required string Campaign { get; init; }

    /// <summary>The campaign's year.</summary>
    public required int Year { get; init; }

    /// <summary>The organization's code.</summary>
    public required string Organization { get; init; }

    /// <summary>The organization's name.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>The person's code for a personal form; null when an organization files.</summary>
    public required string? Person { get; init; }

    /// <summary>The name of the person when it is not the caller (filed on behalf); else null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>How strongly it is owed.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The clauses it rests on, <c>2.2a, 2.2b</c>; empty when there is none.</summary>
    public required string Basis { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Days from today in Vietnam to <see cref="Deadline"/>; negative after it.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>The state's code of contracts §2; <c>none</c> when nothing was filed.</summary>
    public required string State { get; init; }

    /// <summary>True when it was first received after the deadline, or is still missing after it.</summary>
    public required bool Late { get; init; }

    /// <summary>True while the campaign takes filings.</summary>
    public required bool Open { get; init; }

    /// <summary>The id of the current document; null when there is none.</summary>
    public Guid? Submission { get; init; }

    /// <summary>The number of the current document within its duty, from 1; 0 when there is none.</summary>
    public int Revision { get; init; }

    /// <summary>The version of the current document, for <c>If-Match</c>.</summary>
    public int Version { get; init; }

    /// <summary>True when the caller may take the current document back; only said where a module is there to do it.</summary>
    public bool CanWithdraw { get; init; }

    /// <summary>The reviewer's comment when the state is <c>returned</c>; else empty.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The managing committee that gets the second copy; null when there is one copy only.</summary>
    public string? SecondCopyTo { get; init; }
}

/// <summary>The fragment <c>GET /pane/duties</c>: the caller's duties (handler of <c>GET /api/me</c>).</summary>
public sealed record DutiesModel
{
    /// <summary>Who is meant, for the pane's head when the page itself does not know.</summary>
    public required string FullName { get; init; }

    /// <summary>The duties: those to be done first, nearest deadline first.</summary>
    public required IReadOnlyList<DutyCard> Duties { get; init; }

    /// <summary>What a clerk may do beside; null for everybody else.</summary>
    public ClerkModel? Clerk { get; init; }
}
