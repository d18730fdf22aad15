using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.AddIn.Operations;

/// <summary>A piece of accepted work that is not stored yet.</summary>
/// <param name="Sequence">Its number, for <c>POST /api/operations/{sequence}/attempts</c>.</param>
/// <param name="What">What is to be done («Lưu văn bản»).</param>
/// <param name="Whose">Whose document it is about.</param>
/// <param name="Document">The form and the year.</param>
/// <param name="Submission">The document's id.</param>
/// <param name="Since">When it was accepted.</param>
/// <param name="Parked">True when it was given up until somebody lets it be tried again.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttempt">When it is tried again by itself; null when parked.</param>
/// <param name="Reason">Why it failed, in words; empty when it was not tried yet.</param>
/// <param name="Technical">What the other side answered, for whoever looks after the system; may be empty.</param>
public sealed record OpenWork(
    long Sequence, string What, string Whose, string Document, Guid Submission, DateTimeOffset Since, bool Parked, int Attempts, DateTimeOffset? NextAttempt, string Reason, string Technical);

/// <summary>Accepted work that is not stored yet, what was given up first: fragment <c>GET /operations/list</c>.</summary>
public sealed record OpenWorkModel
{
    /// <summary>The work.</summary>
    public required IReadOnlyList<OpenWork> Work { get; init; }
}

/// <summary>The administrator's page of work that could not be stored («việc chưa lưu được»): <c>GET /operations</c>.</summary>
public sealed record OperationsModel
{
    /// <summary>What surrounds the page.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>The work.</summary>
    public required OpenWorkModel Open { get; init; }
}
