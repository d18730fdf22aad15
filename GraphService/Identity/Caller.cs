using System.Reflection;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Identity;

/// <summary>The signed-in person and what the roles held allow (contracts, section 1). A role holds for its organization and all below.</summary>
internal sealed class Caller(OfficeDirectory directory, Person person)
{
    /// <summary>The claim that carries the person's code.</summary>
    public const string PersonClaim = "person";

    /// <summary>The person.</summary>
    public Person Person { get; } = person;

    /// <summary>The directory at the time of the request.</summary>
    public OfficeDirectory Directory { get; } = directory;

    /// <summary>The roles held.</summary>
    public IReadOnlyList<Role> Roles { get; } = [.. directory.RolesOf(person.Code)];

    /// <summary>True for an administrator, who reads everything.</summary>
    public bool IsAdministrator => Roles.Any(role => role.Kind == RoleKind.Administrator);

    /// <summary>True when documents or second copies may wait for the caller: a reviewer's, or those an administrator records as sent out of the city.</summary>
    public bool HasReviews => IsAdministrator || Roles.Any(role => role.Kind == RoleKind.Reviewer);

    /// <summary>The organizations at the top of what the caller may follow up; empty without such a role.</summary>
    public IReadOnlyList<Organization> FollowUpTops { get; } = TopsOf(directory, person);

    /// <summary>Gives the caller to handlers; authorization has already refused requests without one.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult(Of(context));
    }

    /// <summary>The caller of a request; null when nobody is signed in.</summary>
    public static Caller? Of(HttpContext context)
    {
        var directory = context.RequestServices.GetRequiredService<DirectoryStore>().Current;
        return directory.Person(context.User.FindFirst(PersonClaim)?.Value) is { } person ? new Caller(directory, person) : null;
    }

    /// <summary>True when a role of one of these kinds covers an organization.</summary>
    public bool Holds(Organization organization, params ReadOnlySpan<RoleKind> kinds)
    {
        foreach (var role in Roles)
        {
            if (kinds.Contains(role.Kind) && Directory.IsWithin(organization, role.OrganizationCode))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the caller may read everything of an organization.</summary>
    public bool MayRead(Organization organization) => IsAdministrator || Holds(organization, RoleKind.Reviewer, RoleKind.Manager);

    /// <summary>True when the caller may see a submission: it is their own, they filed it, or a role covers it.</summary>
    public bool MayRead(Submission submission) =>
        submission.Duty.Person == Person.Code || submission.SubmittedBy == Person.Code || ReceivesCopyOf(submission)
        || (Directory.Organization(submission.Duty.Organization) is { } organization && MayRead(organization));

    /// <summary>True when the caller may know of an organization's or a person's duty at all.</summary>
    public bool MayKnow(Organization organization, Person? person) =>
        person?.Code == Person.Code || MayRead(organization) || Holds(organization, RoleKind.Clerk)
        || (person is null && organization.Code == Person.OrganizationCode);

    /// <summary>True when the caller may file a form for a target.</summary>
    public bool MayFile(FormDefinition form, Organization organization, Person? person)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Personal
            ? person?.Code == Person.Code || Holds(organization, RoleKind.Clerk)
            : Holds(organization, RoleKind.Clerk, RoleKind.Manager);
    }

    /// <summary>True when the caller may take a submission back: their own plan, what they filed, or what a clerk of the organization keeps.</summary>
    public bool MayWithdraw(Submission submission) =>
        submission.Duty.Person == Person.Code || submission.SubmittedBy == Person.Code
        || (Directory.Organization(submission.Duty.Organization) is { } organization && Holds(organization, RoleKind.Clerk));

    /// <summary>True when the caller may confirm a leader's second copy: a reviewer of the managing committee; an administrator where it lies outside the city.</summary>
    public bool MayConfirmCopy(Submission submission) => Directory.Person(submission.Duty.Person)?.IsLeader == true
        && (submission.ManagingOrganization is null ? IsAdministrator : ReceivesCopyOf(submission));

    /// <summary>True for a document that waits for the caller's decision.</summary>
    public bool AwaitsReviewOf(Submission submission) => submission.Status == SubmissionStatus.Submitted && WhyNotReview(submission) is null;

    /// <summary>True for a second copy that waits for the caller's confirmation.</summary>
    public bool AwaitsCopyOf(Submission submission) => submission.Status.IsDone && submission.ManagingReceivedAt is null && MayConfirmCopy(submission);

    /// <summary>Why the caller may not review a submission, as a sentence; null when they may.</summary>
    /// <remarks>Nobody reviews their own plan or what they filed; a head's plan and the collective forms go to a role held higher up.</remarks>
    public string? WhyNotReview(Submission submission)
    {
        var organization = Directory.Organization(submission.Duty.Organization);
        if (organization is null || !Holds(organization, RoleKind.Reviewer))
        {
            return T("Chỉ người được giao xem xét của tổ chức này mới được xem xét hồ sơ.");
        }

        if (submission.Duty.Person == Person.Code || submission.SubmittedBy == Person.Code)
        {
            return T("Không ai tự xem xét kế hoạch của mình hoặc hồ sơ do mình nộp.");
        }

        var needsHigher = submission.Duty.Person is null || Directory.Person(submission.Duty.Person)?.IsHead == true;
        return needsHigher && !HoldsAbove(organization)
            ? T("Hồ sơ của tổ chức và kế hoạch của người đứng đầu do cấp trên xem xét.")
            : null;
    }

    private bool ReceivesCopyOf(Submission submission) => Directory.Organization(submission.ManagingOrganization) is { } committee && Holds(committee, RoleKind.Reviewer);

    private bool HoldsAbove(Organization organization) =>
        Roles.Any(role => role.Kind == RoleKind.Reviewer && Directory.IsBelow(organization, role.OrganizationCode));

    private static IReadOnlyList<Organization> TopsOf(OfficeDirectory directory, Person person)
    {
        var held = directory.RolesOf(person.Code).Where(role => role.Kind != RoleKind.Clerk)
            .Select(role => directory.Organization(role.OrganizationCode)).OfType<Organization>().DistinctBy(organization => organization.Code).ToList();
        return [.. held.Where(organization => !held.Any(other => directory.IsBelow(organization, other.Code)))];
    }
}
