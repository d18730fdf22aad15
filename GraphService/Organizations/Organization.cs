namespace HocTap.Office.GraphService.Organizations;

/// <summary>A Party organization, body or office («tổ chức»), as the Organizations list has it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">Its kind, by which it owes forms.</param>
/// <param name="Name">Its name in sentences.</param>
/// <param name="HeaderSuperior">The superior body at the head of its papers; "" for none.</param>
/// <param name="HeaderName">Its own name there.</param>
/// <param name="ParentCode">The organization above it; null at the top.</param>
/// <param name="PlaceName">The place its papers name.</param>
/// <param name="Email">Its mailbox; "" for none.</param>
/// <param name="Heading">The heading of its papers («mẫu đầu văn bản») by name or title; "" for the one the forms are prescribed with.</param>
internal sealed record Organization(
    string Code, string Kind, string Name, string HeaderSuperior, string HeaderName, string? ParentCode, string PlaceName, string Email, string Heading = "")
{
    /// <summary>True for a cell of a hamlet or residential group («chi bộ thôn, tổ dân phố»).</summary>
    public bool IsResidentialCell => Kind == "residentialCell";

    /// <summary>True for a committee that receives the second copies of leaders («cấp ủy cấp trên»).</summary>
    public bool IsManagingCommittee => Kind == "cityCommittee" || Kind.StartsWith("partyBase", StringComparison.Ordinal);
}
