using System.Text.Json;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>One document ready to be filled: what it is for, its values, and what its rules are judged by.</summary>
internal sealed record FillJob(FormDefinition Form, CampaignTexts Texts, DocumentIdentity Identity, string PersonName, FormValues Values, RuleContext Rules)
{
    /// <summary>The name of its file.</summary>
    public string FileName => FormFileName.For(Identity, PersonName);

    /// <summary>What must be mended before it can be filed.</summary>
    public IEnumerable<Finding> Errors => RuleChecker.Check(Form, Values, Rules).Where(finding => finding.Severity == Severity.Error);

    /// <summary>The finished document.</summary>
    public byte[] Fill() => FormFiller.Fill(Form, Texts, Values, Identity);

    /// <summary>Puts the given values over what the directory knows.</summary>
    /// <returns>400, 404 or 422.4 with a Vietnamese sentence when codes or values make no sense.</returns>
    public static Result<FillJob> Make(FormDefinition form, Campaign campaign, FillDirectory directory, FillLine line, DateTimeOffset now)
    {
        if (FaultOf(form, directory, line) is { } fault)
        {
            return fault;
        }

        var duty = DutyOf(form, campaign, directory, line);
        var prefill = duty is null ? FormValues.Empty : Prefill.Of(form, duty, UnitDefaults.None(campaign.Code, duty.Organization), null, now).Values;
        if (!FormJson.TryRead(form, JsonSerializer.SerializeToElement(line.Fields), out var given, out var error))
        {
            return new Problem.Malformed(error);
        }

        if (!(duty is null ? campaign.Texts : campaign.TextsOf(duty.Organization)).TryGet(out var texts, out var unknown))
        {
            return unknown;
        }

        var values = given with { Fields = Merged(prefill, given, line) };
        return new FillJob(
            form, texts, new DocumentIdentity(form.Code, campaign.Code, duty?.Organization.Code ?? line.Organization, form.Personal ? line.Person : null),
            duty?.Person?.FullName ?? values["fullName"], values,
            duty?.RuleContext(VietnamTime.DayOf(now)) ?? new RuleContext(campaign.Year, VietnamTime.DayOf(now), Required: false, MinRows: 0, MaxRows: null));
    }

    private static Problem? FaultOf(FormDefinition form, FillDirectory directory, FillLine line) => (form.Personal, line.Person.Length > 0) switch
    {
        (true, false) => new Problem.Malformed("Thiếu mã cán bộ (person)."),
        (false, true) => new Problem.TargetMismatch("Biểu này của tổ chức, không của cá nhân: bỏ mã cán bộ (person)."),
        _ => directory.KnowsEverybody ? FaultOfKnown(directory, line) : line.Organization.Length == 0 ? new Problem.Malformed("Thiếu mã tổ chức (organization).") : null,
    };

    private static Problem? FaultOfKnown(FillDirectory directory, FillLine line)
    {
        var person = directory.Directory.Person(line.Person);
        if (line.Person.Length > 0 && person is null)
        {
            return new Problem.NotFound($"Không có người mang mã “{line.Person}”.");
        }

        var organization = line.Organization.Length > 0 ? line.Organization : person?.OrganizationCode ?? "";
        return organization.Length == 0 ? new Problem.Malformed("Thiếu mã tổ chức (organization).")
            : directory.Directory.Organization(organization) is null ? new Problem.NotFound($"Không có tổ chức mang mã “{organization}”.")
            : person is not null && person.OrganizationCode != organization ? new Problem.TargetMismatch($"{person.FullName} không thuộc tổ chức “{organization}”.")
            : null;
    }

    private static Duty? DutyOf(FormDefinition form, Campaign campaign, FillDirectory directory, FillLine line)
    {
        var person = directory.Directory.Person(line.Person);
        var organization = directory.Directory.Organization(person?.OrganizationCode ?? line.Organization);
        return organization is null ? null : DutyRoll.Find(directory.Directory, campaign, form, organization, person);
    }

    // What was given stands, also when it was given as empty.
    private static Dictionary<string, string> Merged(FormValues prefill, FormValues given, FillLine line)
    {
        var merged = new Dictionary<string, string>(given.Fields, StringComparer.Ordinal);
        foreach (var (tag, value) in prefill.Fields.Where(field => !line.Fields.ContainsKey(field.Key)))
        {
            merged[tag] = value;
        }

        return merged;
    }
}
