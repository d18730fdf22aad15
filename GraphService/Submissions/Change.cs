using HocTap.Office.GraphService.Registers;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>What a decision does to a document after filing («thay đổi hồ sơ»): the document in its new state first, and all that goes with it.</summary>
/// <param name="Submissions">The documents in their new states; the first is the one decided on.</param>
/// <param name="Action">The word of the audit log: a state's code, or <c>copyReceived</c>.</param>
internal sealed record Change(IReadOnlyList<Submission> Submissions, string Action)
{
    /// <summary>The document that was decided on.</summary>
    public Submission Decided => Submissions[0];

    /// <summary>The rows as they stand afterwards, as far as they change.</summary>
    public IReadOnlyList<RegisterRow> Rows { get; init; } = [];

    /// <summary>The reviews that were given: one of the document, then those of rows.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>What was said about it; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The mails that tell the author, and who filed on the author's behalf; empty when none goes out.</summary>
    public IReadOnlyList<MailReview.Work> Mails { get; init; } = [];
}
