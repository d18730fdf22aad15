using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Pane;

/// <summary>What a clerk («văn thư») may do beside their own duties: file for people, keep what the unit's documents have in common.</summary>
/// <param name="Campaigns">The campaigns that take filings, the newest first; never empty.</param>
/// <param name="Units">The organizations of the role.</param>
public sealed record ClerkModel(IReadOnlyList<Choice> Campaigns, IReadOnlyList<Choice> Units);

/// <summary>A person whom a clerk may file for, and what became of their plan.</summary>
public sealed record PersonDuty
{
    /// <summary>The person's code.</summary>
    public required string Person { get; init; }

    /// <summary>The person's name.</summary>
    public required string FullName { get; init; }

    /// <summary>The person's position; may be empty.</summary>
    public required string Position { get; init; }

    /// <summary>The code of the person's organization.</summary>
    public required string Organization { get; init; }

    /// <summary>The name of the person's organization.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>How strongly the plan is owed.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The state's code; <c>none</c> when nothing was filed.</summary>
    public required string State { get; init; }

    /// <summary>True when it was first received after the deadline, or is still missing after it.</summary>
    public required bool Late { get; init; }

    /// <summary>The current document; null when there is none.</summary>
    public Guid? Submission { get; init; }

    /// <summary>The number of the current document within its duty.</summary>
    public int Revision { get; init; }

    /// <summary>The version of the current document, for <c>If-Match</c>.</summary>
    public int Version { get; init; }

    /// <summary>True when the caller may take the current document back.</summary>
    public bool CanWithdraw { get; init; }
}

/// <summary>The fragment <c>GET /pane/people?q&amp;campaign</c>: people of the clerk's scope (handler of <c>GET /api/people</c>); without words, who of the clerk's own organizations has not filed yet.</summary>
public sealed record ClerkPeopleModel
{
    /// <summary>The form they file.</summary>
    public required FormCode Form { get; init; }

    /// <summary>The campaign's code.</summary>
    public required string Campaign { get; init; }

    /// <summary>What was searched; "" when nothing was.</summary>
    public required string Query { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<PersonDuty> People { get; init; }
}
