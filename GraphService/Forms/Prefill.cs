using System.Globalization;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Forms;

/// <summary>What a form starts with («điền sẵn»), each value with its source.</summary>
internal sealed record Prefill(FormValues Values, IReadOnlyDictionary<string, string> Sources)
{
    private const string FromDirectory = "directory";
    private const string FromOrganization = "organization";
    private const string FromCampaign = "campaign";
    private const string FromDefaults = "defaults";
    private const string FromLastYear = "lastYear";

    /// <summary>Fills in what is known; only tags the form has. What a clerk keeps goes before last year's document, and both before what directory and campaign say in general.</summary>
    public static Prefill Of(FormDefinition form, Duty duty, UnitDefaults defaults, LastYear? lastYear, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(form);
        var known = form.SingleFields.Select(field => field.Tag).ToHashSet(StringComparer.Ordinal);
        var (values, sources) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (tag, value, source) in Known(form, duty, defaults, lastYear, now).Where(given => given.Value.Length > 0 && known.Contains(given.Tag)))
        {
            (values[tag], sources[tag]) = (value, source);
        }

        return new Prefill(FormValues.Empty with { Fields = values }, sources);
    }

    // In rising order of precedence: what comes later stands.
    private static IEnumerable<(string Tag, string Value, string Source)> Known(FormDefinition form, Duty duty, UnitDefaults defaults, LastYear? lastYear, DateTimeOffset now) =>
    [
        .. duty.Campaign.DocumentDefaultsOf(duty.Organization).Select(value => (value.Key, value.Value, FromCampaign)),
        .. OfOrganization(duty, now),
        .. duty.Person is { } person ? OfPerson(person, duty.Organization) : [],
        .. lastYear is null ? [] : form.SingleFields.Where(field => field.Carried).Select(field => (field.Tag, lastYear.Values[field.Tag], FromLastYear)),
        .. form.SingleFields.Where(field => field.ByClerk).Select(field => (field.Tag, defaults.Fields.GetValueOrDefault(field.Tag, ""), FromDefaults)),
    ];

    private static IEnumerable<(string Tag, string Value, string Source)> OfOrganization(Duty duty, DateTimeOffset now) =>
    [
        ("superiorOrgName", duty.Organization.HeaderSuperior, FromOrganization),
        ("orgName", duty.Organization.HeaderName, FromOrganization),
        ("placeName", duty.Organization.PlaceName, FromOrganization),
        ("documentDate", DateWithin(duty, now), FromCampaign),
    ];

    private static IEnumerable<(string Tag, string Value, string Source)> OfPerson(Person person, Organization organization) =>
    [
        ("fullName", person.FullName, FromDirectory),
        ("planOwnerName", person.FullName, FromDirectory),
        ("dateOfBirth", person.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", FromDirectory),
        ("workUnit", organization.Name, FromOrganization),
        ("partyPosition", person.PartyPosition, FromDirectory),
        ("governmentPosition", GovernmentPosition(person), FromDirectory),
        ("closingAddressee", WithoutCell(organization.Name), FromOrganization),
    ];

    // A document is dated today only when today lies in the campaign's year.
    private static string DateWithin(Duty duty, DateTimeOffset now) =>
        VietnamTime.DayOf(now) is var today && today.Year == duty.Campaign.Year ? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static string GovernmentPosition(Person person) =>
        person is { PartyPosition: "", GovernmentPosition: "" } ? person.Position : person.GovernmentPosition;

    // The form's sentence already says «cấp ủy chi bộ».
    private static string WithoutCell(string name)
    {
        const string Cell = "Chi bộ ";
        return name.StartsWith(Cell, StringComparison.OrdinalIgnoreCase) ? name[Cell.Length..] : name;
    }
}
