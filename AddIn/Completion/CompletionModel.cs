using HocTap.Office.AddIn.Pane;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Components;

namespace HocTap.Office.AddIn.Completion;

/// <summary>The counts of one form in an organization and all below it (contracts §3).</summary>
public sealed record FormCounts
{
    /// <summary>The form.</summary>
    public required FormCode Form { get; init; }

    /// <summary>How many documents are owed.</summary>
    public required int Required { get; init; }

    /// <summary>How many of them are there.</summary>
    public required int Done { get; init; }

    /// <summary>How many of them are not.</summary>
    public required int Missing { get; init; }

    /// <summary>How many came late or are missing after the deadline.</summary>
    public required int Late { get; init; }

    /// <summary>How many people are exempt.</summary>
    public int Exempt { get; init; }

    /// <summary>How many may file voluntarily.</summary>
    public int Voluntary { get; init; }

    /// <summary>How many of the voluntary ones are there.</summary>
    public int VoluntaryDone { get; init; }
}

/// <summary>One organization's line: itself and all below it.</summary>
public sealed record CompletionLine
{
    /// <summary>The organization's code.</summary>
    public required string Organization { get; init; }

    /// <summary>The organization's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its depth below the root of the table, from 0.</summary>
    public required int Depth { get; init; }

    /// <summary>The counts, one per form.</summary>
    public required IReadOnlyList<FormCounts> Forms { get; init; }

    /// <summary>How many second copies are due.</summary>
    public required int CopiesDue { get; init; }

    /// <summary>How many of them the managing committee has confirmed.</summary>
    public required int CopiesReceived { get; init; }

    /// <summary>Documents owed, all forms together.</summary>
    public int Required => Forms.Sum(form => form.Required);

    /// <summary>Documents that are there, all forms together.</summary>
    public int Done => Forms.Sum(form => form.Done);

    /// <summary>Documents that are missing, all forms together.</summary>
    public int Missing => Forms.Sum(form => form.Missing);

    /// <summary>Documents that are late, all forms together.</summary>
    public int Late => Forms.Sum(form => form.Late);

    /// <summary>The part that is done, 0 to 100, rounded down so that 100 means all; 100 when nothing is owed.</summary>
    public int Percent => Required == 0 ? 100 : Done * 100 / Required;
}

/// <summary>The state of completion: <c>GET /completion?campaign&amp;organization&amp;asOf</c>.</summary>
/// <remarks>A caller without a role gets <see cref="OwnDuties"/> and <see cref="AskWhom"/> and no lines.</remarks>
public sealed record CompletionModel
{
    /// <summary>What surrounds the page.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>The campaigns, newest first.</summary>
    public required IReadOnlyList<Choice> Campaigns { get; init; }

    /// <summary>The code of the campaign that is shown.</summary>
    public required string Campaign { get; init; }

    /// <summary>The last day on which a document is in time.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Days from today in Vietnam to <see cref="Deadline"/>; negative after it.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>The organization that was asked for; empty for the top of what the caller follows up.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The moment the counts hold for.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The past day whose end that moment is; null when no day was asked for.</summary>
    public DateOnly? AsOfDay { get; init; }

    /// <summary>The day it is in Vietnam: the last one that can be asked for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The organizations in the order of the tree (each one before those below it); the first line is the whole.</summary>
    public required IReadOnlyList<CompletionLine> Lines { get; init; }

    /// <summary>The caller's own duties when they have no role; else null.</summary>
    public DutiesModel? OwnDuties { get; init; }

    /// <summary>Whom a caller without a role should ask, a sentence; else empty.</summary>
    public MarkupString AskWhom { get; init; }
}
