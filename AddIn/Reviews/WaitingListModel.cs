namespace HocTap.Office.AddIn.Reviews;

/// <summary>What the documents of a list wait for.</summary>
public enum WaitingFor
{
    /// <summary>The caller's decision.</summary>
    Review,

    /// <summary>The caller's word that the second copy arrived, or was sent out of the city.</summary>
    Copy,
}

/// <summary>A document that waits.</summary>
/// <param name="Id">The submission's id.</param>
/// <param name="Version">Its version as shown, for <c>If-Match</c>.</param>
/// <param name="Name">The person, or the organization of a collective form.</param>
/// <param name="OrganizationName">The person's organization; "" for a collective form.</param>
/// <param name="Form">The form's short title.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Late">True when it came late.</param>
/// <param name="Revision">1, 2, … within its duty.</param>
/// <param name="LeavesCity">True for a second copy that goes outside the city: it is sent, not received.</param>
public sealed record WaitingDocument(
    Guid Id, int Version, string Name, string OrganizationName, string Form, DateTimeOffset ReceivedAt, bool Late, int Revision, bool LeavesCity = false);

/// <summary>One list of documents that wait, the oldest first.</summary>
public sealed record WaitingListModel
{
    /// <summary>What they wait for.</summary>
    public required WaitingFor For { get; init; }

    /// <summary>Those that are shown.</summary>
    public required IReadOnlyList<WaitingDocument> Documents { get; init; }

    /// <summary>How many wait in all.</summary>
    public required int Total { get; init; }
}
