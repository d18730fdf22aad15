using System.Text.Json;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Fillings.Tables;
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
    /// <summary>The template of an organization's own; null for the official one.</summary>
    public FormTemplate? Template { get; init; }

    /// <summary>The name of its file.</summary>
    public string FileName => FormFileName.For(Identity, PersonName);

    /// <summary>What must be mended before it can be filed.</summary>
    public IEnumerable<Finding> Errors => RuleChecker.Check(Form, Values, Rules).Where(finding => finding.Severity == Severity.Error);

    /// <summary>The finished document.</summary>
    public byte[] Fill() => FormFiller.Fill(Form, Texts, Values, Identity, Template);

    /// <summary>Puts the given values over what clerks keep and the directory knows. Thread-safe.</summary>
    /// <param name="form">The form.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="directory">What is known.</param>
    /// <param name="line">What is given; its codes are those of the directory, when that knows everybody.</param>
    /// <param name="day">The day the document is dated when nobody says another.</param>
    /// <returns>400 with a Vietnamese sentence when values make no sense.</returns>
    public static Result<FillJob> Make(FormDefinition form, Campaign campaign, FillDirectory directory, FillLine line, DateOnly day)
    {
        var duty = DutyOf(form, campaign, directory, line);
        var prefill = duty is null ? FormValues.Empty : Prefill.Of(form, duty, directory.DefaultsOf(campaign.Code, duty.Organization), null, VietnamTime.StartOf(day)).Values;
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
            duty?.RuleContext(day) ?? new RuleContext(campaign.Year, day, Required: false, MinRows: 0, MaxRows: null))
        {
            Template = directory.Templates(duty?.Organization),
        };
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
