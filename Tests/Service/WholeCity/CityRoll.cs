using HocTap.Office.GraphService.SampleCity;

namespace HocTap.Office.Tests.Service.WholeCity;

/// <summary>A document the sample city owes or may file, told by the expected files alone: form, organization, person.</summary>
internal sealed record CityDuty(string Form, string Organization, string? Person, bool Required, bool Exempt, int Copies)
{
    public string Key => $"{Form}/{Organization}/{Person}";
}

/// <summary>Who owes what in the sample city, read from its CSV files without a line of the product's own reckoning.</summary>
internal sealed class CityRoll
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");
    private static readonly string City = Path.Combine(AppContext.BaseDirectory, "SampleCity");

    public CityRoll()
    {
        People = [.. CsvFile.Read(Path.Combine(City, "people.csv"))];
        Parents = CsvFile.Read(Path.Combine(City, "organizations.csv")).ToDictionary(row => row["code"], row => row["parentCode"]);
        Duties = [.. OfOrganizations(), .. OfPeople()];
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> People { get; }

    /// <summary>The organization above each one; "" above the top.</summary>
    public IReadOnlyDictionary<string, string> Parents { get; }

    public IReadOnlyList<CityDuty> Duties { get; }

    /// <summary>An organization and everything below it.</summary>
    public IReadOnlySet<string> Below(string top) => Parents.Keys.Where(code => Chain(code).Contains(top)).ToHashSet();

    /// <summary>Somebody who may file a collective form of an organization: a clerk or manager of it, else of the nearest one above.</summary>
    public string FilerOf(string organization)
    {
        var roles = CsvFile.Read(Path.Combine(City, "roles.csv")).Where(role => role["role"] is "clerk" or "manager").ToLookup(role => role["organizationCode"], role => role["personCode"]);
        return Chain(organization).Select(code => roles[code].FirstOrDefault()).First(person => person is not null)!; // the city's managers are above everybody
    }

    private IEnumerable<string> Chain(string code)
    {
        for (var at = code; at.Length > 0; at = Parents.GetValueOrDefault(at, ""))
        {
            yield return at;
        }
    }

    private static IEnumerable<CityDuty> OfOrganizations() =>
        from row in CsvFile.Read(Path.Combine(Samples, "expected_org_obligations.csv"))
        from form in (string[])["mau01", "mau02"]
        select new CityDuty(form, row["code"], null, row[$"{form}Min"] != "0", false, 1);

    private IEnumerable<CityDuty> OfPeople()
    {
        var homes = People.ToDictionary(person => person["code"]);
        return CsvFile.Read(Path.Combine(Samples, "expected_people_obligations.csv")).Select(row => new CityDuty(
            "mau03", homes[row["code"]]["organizationCode"], row["code"], row["plan"] == "required",
            row["plan"] != "required" && homes[row["code"]]["isPartyMember"] == "1", int.Parse(row["copies"], System.Globalization.CultureInfo.InvariantCulture)));
    }
}
