namespace HocTap.Office.GraphService.Organizations;

/// <summary>A cadre, civil servant, employee, Party member or member of an organization («cán bộ, đảng viên»), as the People list has it.</summary>
internal sealed record Person(
    string Code, string FullName, DateOnly? DateOfBirth, string Email, string OrganizationCode, string Position, string PartyPosition, string GovernmentPosition,
    string Category, bool IsPartyMember, bool IsCommitteeMember, bool IsLeader, bool IsHead, string? ManagingOrganization);

/// <summary>What a person may do for an organization and all below it («vai trò»).</summary>
internal enum RoleKind
{
    /// <summary>Looks people up, keeps defaults, files on behalf («văn thư»).</summary>
    Clerk,

    /// <summary>Reads everything there, reviews, confirms extra copies («người xem xét»).</summary>
    Reviewer,

    /// <summary>Reads everything there, completion, reminders, files Mẫu 01 and 02 («người quản lý»).</summary>
    Manager,

    /// <summary>Reads everything, keeps campaigns, provisioning and parked operations («quản trị»).</summary>
    Administrator,
}

/// <summary>A role held by a person for an organization.</summary>
internal sealed record Role(string PersonCode, RoleKind Kind, string OrganizationCode);
