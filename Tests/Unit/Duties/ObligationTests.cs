using System.Globalization;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Completion;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.SampleCity;

namespace HocTap.Office.Tests.Unit.Duties;

/// <summary>Who owes what, held against the expected files row by row for every campaign.</summary>
[TestClass]
public sealed class ObligationTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    [TestMethod]
    [DataRow("HT2024")]
    [DataRow("HT2025")]
    [DataRow("HT2027")]
    public void Every_person_owes_what_the_guideline_says(string code)
    {
        var (directory, campaign) = (SampleCity.Directory, SampleCity.Directory.Campaign(code)!);
        var expected = CsvFile.Read(Path.Combine(Samples, "expected_people_obligations.csv")).Select(row => string.Join(',', row.Values)).ToList();

        var actual = directory.People.Select(person => Describe(Duty.OfPerson(directory, campaign, person))).ToList();

        Assert.HasCount(421, actual);
        CollectionAssert.AreEqual(expected, actual);
    }

    [TestMethod]
    [DataRow("HT2024")]
    [DataRow("HT2025")]
    [DataRow("HT2027")]
    public void Every_organization_owes_what_the_guideline_says(string code)
    {
        var (directory, campaign) = (SampleCity.Directory, SampleCity.Directory.Campaign(code)!);
        var expected = CsvFile.Read(Path.Combine(Samples, "expected_org_obligations.csv")).Select(row => string.Join(',', row.Values)).Order(StringComparer.Ordinal).ToList();

        var actual = directory.Organizations
            .Select(organization => $"{organization.Code},{organization.Kind},{Describe(OrganizationObligation.Of(organization, "mau01", campaign).Rows)},{Describe(OrganizationObligation.Of(organization, "mau02", campaign).Rows)}")
            .Order(StringComparer.Ordinal).ToList();

        Assert.HasCount(64, actual);
        CollectionAssert.AreEqual(expected, actual);
    }

    [TestMethod]
    public void An_empty_campaign_counts_as_the_contract_says()
    {
        var (directory, campaign) = (SampleCity.Directory, SampleCity.Directory.Campaign("HT2027")!);
        var tree = new CompletionTree(directory, campaign, [], new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

        var total = tree.Total(directory.Organization("TU")!);
        var ward = tree.Total(directory.Organization("DU-P-DANGVAN")!);

        Assert.AreEqual(new FormCounts(37, 0, 37, 0, 0, 27, 0), total.Forms["mau01"]);
        Assert.AreEqual(new FormCounts(53, 0, 53, 0, 0, 11, 0), total.Forms["mau02"]);
        Assert.AreEqual(new FormCounts(394, 0, 394, 0, 9, 18, 0), total.Forms["mau03"]);
        Assert.AreEqual(new CopyCounts(197, 0), total.Copies);
        Assert.AreEqual(6, tree.Own(directory.Organization("TU")!).Forms["mau03"].Required);
        Assert.AreEqual((2, 1, 19, 10), (ward.Forms["mau01"].Required, ward.Forms["mau02"].Required, ward.Forms["mau03"].Required, ward.Copies.Due));
        Assert.AreEqual(10, tree.Own(directory.Organization("DU-P-DANGVAN")!).Forms["mau03"].Required);
    }

    [TestMethod]
    [DataRow("N0326", null, DisplayName = "cán bộ không lãnh đạo: không có bản thứ hai")]
    [DataRow("N0323", "TU", DisplayName = "trưởng phòng: Thành ủy, không phải UBND")]
    [DataRow("N0347", "TU", DisplayName = "chủ tịch LĐLĐ: Thành ủy, không phải Mặt trận")]
    [DataRow("N0390", "DU-P-DANGVAN", DisplayName = "bí thư chi bộ tổ dân phố: đảng ủy phường")]
    [DataRow("N0001", null, DisplayName = "lãnh đạo Thành ủy: ngoài thành phố")]
    public void The_second_copy_goes_to_the_nearest_committee_above(string person, string? committee)
    {
        var (directory, campaign) = (SampleCity.Directory, SampleCity.Directory.Campaign("HT2027")!);

        var duty = Duty.OfPerson(directory, campaign, directory.Person(person)!);

        Assert.AreEqual(committee, duty.ManagingCommittee?.Code);
    }

    [TestMethod]
    public void The_deadline_day_lasts_until_midnight_in_Vietnam()
    {
        var campaign = SampleCity.Directory.Campaign("HT2027")!;
        var due = new DateTimeOffset(2027, 3, 31, 17, 0, 0, TimeSpan.Zero);

        Assert.AreEqual(due, campaign.DueAt);
        Assert.IsFalse(campaign.IsLateAt(due.AddTicks(-1)));
        Assert.IsTrue(campaign.IsLateAt(due));
    }

    private static string Describe(Duty duty) => string.Join(
        ',', duty.Person!.Code, duty.IsRequired ? "required" : "voluntary", duty.Rows.Min > 0 ? "required" : "optional",
        duty.Rows.Min.ToString(CultureInfo.InvariantCulture), duty.Rows.Max?.ToString(CultureInfo.InvariantCulture) ?? "", duty.Copies.ToString(CultureInfo.InvariantCulture));

    private static string Describe(RowBounds rows) =>
        $"{rows.Min.ToString(CultureInfo.InvariantCulture)},{rows.Max?.ToString(CultureInfo.InvariantCulture)},{rows.Basis}";
}
