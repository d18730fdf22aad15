using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HocTap.Office.GraphService.Forms;

/// <summary>The target as the query names it.</summary>
internal sealed record TargetQuery([FromQuery] string? Campaign, [FromQuery] string? Organization, [FromQuery] string? Person);

/// <summary>What a document is made or filed for («nơi nộp»): a form and the duty it fulfils, both known and visible to the caller, and the caller.</summary>
internal sealed record Target(FormDefinition Form, Duty Duty, Caller Caller)
{
    /// <summary>The target inside a document.</summary>
    public DocumentIdentity Identity => new(Form.Code, Duty.Campaign.Code, Duty.Organization.Code, Duty.Person?.Code);

    /// <summary>Finds the target of a request and checks that the caller may file for it.</summary>
    /// <returns>404 for what is unknown or invisible, 422.4 for parts that do not belong together, 403 for what the caller sees but may not file.</returns>
    public static Result<Target> Resolve(Caller caller, string form, TargetQuery query)
    {
        if (!FormCode.TryParse(form, out var code) || FormCatalog.Find(code) is not { } definition)
        {
            return new Problem.NotFound("Không có biểu mẫu này.");
        }

        if (string.IsNullOrEmpty(query.Campaign) || string.IsNullOrEmpty(query.Organization))
        {
            return new Problem.Malformed("Cần nêu đợt đăng ký (campaign) và tổ chức (organization).");
        }

        return Find(caller, definition, query);
    }

    private static Result<Target> Find(Caller caller, FormDefinition form, TargetQuery query)
    {
        var (campaign, organization) = (caller.Directory.Campaign(query.Campaign), caller.Directory.Organization(query.Organization));
        if (campaign is null || organization is null)
        {
            return new Problem.NotFound(campaign is null ? "Không có đợt đăng ký này." : "Không có tổ chức này.");
        }

        var person = string.IsNullOrEmpty(query.Person) ? null : caller.Directory.Person(query.Person);
        if (person is null && !string.IsNullOrEmpty(query.Person))
        {
            return new Problem.NotFound("Không có người này.");
        }

        // Visibility is judged where the person really belongs, so that a wrong organization tells a stranger nothing.
        if (!caller.MayKnow(caller.Directory.Organization(person?.OrganizationCode) ?? organization, person))
        {
            return new Problem.NotFound(person is null ? "Không có tổ chức này." : "Không có người này.");
        }

        if (form.Personal != person is not null || (person is not null && person.OrganizationCode != organization.Code))
        {
            return new Problem.TargetMismatch(MismatchOf(form.Personal, person is not null));
        }

        return caller.MayFile(form, organization, person)
            ? new Target(form, DutyRoll.Find(caller.Directory, campaign, form, organization, person)!, caller) // the shape was checked just above
            : new Problem.NotAllowed("Chỉ chính người đó hoặc văn thư của tổ chức được lập và nộp biểu này.");
    }

    private static string MismatchOf(bool personal, bool hasPerson) => (personal, hasPerson) switch
    {
        (true, false) => "Biểu này của từng cá nhân: cần nêu người lập kế hoạch (person).",
        (false, true) => "Biểu này của tổ chức, không của cá nhân: bỏ phần person.",
        _ => "Người lập kế hoạch không thuộc tổ chức đã nêu.",
    };
}
