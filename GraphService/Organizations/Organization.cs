namespace HocTap.Office.GraphService.Organizations;

/// <summary>A Party organization, body or office («tổ chức»), as the Organizations list has it.</summary>
internal sealed record Organization(
    string Code, string Kind, string Name, string HeaderSuperior, string HeaderName, string? ParentCode, string PlaceName, string Email)
{
    /// <summary>True for a cell of a hamlet or residential group («chi bộ thôn, tổ dân phố»).</summary>
    public bool IsResidentialCell => Kind == "residentialCell";

    /// <summary>True for a committee that receives the second copies of leaders («cấp ủy cấp trên»).</summary>
    public bool IsManagingCommittee => Kind == "cityCommittee" || Kind.StartsWith("partyBase", StringComparison.Ordinal);
}
