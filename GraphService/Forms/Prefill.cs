using System.Globalization;
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

    /// <summary>Fills in what directory, organization and campaign know; only tags the form has.</summary>
    public static Prefill Of(FormDefinition form, Duty duty, DateTimeOffset now)
    {
        var known = form.Fields.Select(field => field.Tag).ToHashSet(StringComparer.Ordinal);
        var given = Known(duty, now).Where(value => value.Value.Length > 0 && known.Contains(value.Tag)).ToList();
        return new Prefill(
            FormValues.Empty with { Fields = given.ToDictionary(value => value.Tag, value => value.Value, StringComparer.Ordinal) },
            given.ToDictionary(value => value.Tag, value => value.Source, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Tag, string Value, string Source)> Known(Duty duty, DateTimeOffset now)
    {
        yield return ("superiorOrgName", duty.Organization.HeaderSuperior, FromOrganization);
        yield return ("orgName", duty.Organization.HeaderName, FromOrganization);
        yield return ("placeName", duty.Organization.PlaceName, FromOrganization);
        yield return ("documentDate", DateWithin(duty, now), FromCampaign);
        if (duty.Person is { } person)
        {
            foreach (var value in Of(person, duty.Organization))
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<(string Tag, string Value, string Source)> Of(Person person, Organization organization)
    {
        yield return ("fullName", person.FullName, FromDirectory);
        yield return ("planOwnerName", person.FullName, FromDirectory);
        yield return ("dateOfBirth", person.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", FromDirectory);
        yield return ("workUnit", organization.Name, FromOrganization);
        yield return ("partyPosition", person.PartyPosition, FromDirectory);
        yield return ("governmentPosition", GovernmentPosition(person), FromDirectory);
        yield return ("closingAddressee", WithoutCell(organization.Name), FromOrganization);
    }

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
