using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Completion;

/// <summary>A document that is missing.</summary>
/// <param name="Form">The form that is owed.</param>
/// <param name="Person">The person's code for a personal form; else null.</param>
/// <param name="Name">The name of the person, or of the organization.</param>
/// <param name="Position">The person's position; may be empty.</param>
/// <param name="OrganizationName">The organization that owes it.</param>
/// <param name="State">The state's code: <c>none</c>, <c>returned</c>, <c>parked</c>, <c>withdrawn</c>.</param>
/// <param name="Late">True after the deadline.</param>
/// <param name="Basis">The clause, <c>2.2a</c>.</param>
/// <param name="Why">Why it is owed, in words («Đảng viên thuộc diện phải lập kế hoạch»); may be empty.</param>
public sealed record MissingDocument(
    FormCode Form, string? Person, string Name, string Position, string OrganizationName, string State, bool Late, string Basis, string Why);

/// <summary>Who is missing in an organization and all below it: fragment <c>GET /completion/{organization}?campaign</c> (handler of <c>GET /api/completion</c>).</summary>
public sealed record MissingModel
{
    /// <summary>The campaign's code.</summary>
    public required string Campaign { get; init; }

    /// <summary>The organization's line.</summary>
    public required CompletionLine Line { get; init; }

    /// <summary>The missing documents: by organization in the order of the tree, then by form, then by name.</summary>
    public required IReadOnlyList<MissingDocument> Missing { get; init; }
}
