using System.Text.Json;
using HocTap.Office.Tests.Unit.Workbooks;

namespace HocTap.Office.Tests.Service;

/// <summary>Completion to the name: a residential cell with everybody in it, a leader's copy, the same as a workbook.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CompletionNameStories : ServiceTests
{
    private const string Cell = "api/completion?campaign=HT2027&organization=CB-TDP7-UULINH";

    private static readonly string[] Lists = ["missing", "done", "exempt", "voluntary"];

    [TestMethod]
    public async Task Every_count_is_the_length_of_its_list()
    {
        using var manager = await AsAsync(Personas.CityManager);

        var city = await manager.GetAsync("api/completion?campaign=HT2027");

        var total = city.GetProperty("total");
        foreach (var list in Lists)
        {
            var counted = new[] { "mau01", "mau02", "mau03" }.Sum(form => total.GetProperty(form).GetProperty(list).GetInt32());
            Assert.AreEqual(counted, city.GetProperty(list).GetArrayLength(), list);
        }

        Assert.AreEqual(total.GetProperty("copies").GetProperty("due").GetInt32(), city.GetProperty("copies").GetArrayLength());
        Assert.AreEqual(9, city.GetProperty("exempt").GetArrayLength());
        Assert.AreEqual(18, city.GetProperty("voluntary").EnumerateArray().Count(entry => entry.GetProperty("person").ValueKind == JsonValueKind.String));
        Assert.IsFalse(city.GetProperty("missing").EnumerateArray().Any(entry => entry.GetProperty("form").GetString() == "mau01" && entry.GetProperty("organization").GetString() == "P-TP"), "min 0 is never missing");
    }

    [TestMethod]
    public async Task Exempt_and_voluntary_people_stand_apart_with_their_clause()
    {
        using var manager = await AsAsync(Personas.CityManager);

        var cell = await manager.GetAsync(Cell);

        var exempt = cell.GetProperty("exempt").EnumerateArray().First();
        Assert.AreEqual("2.2a, ngoại lệ", exempt.GetProperty("reason").GetString());
        Assert.Contains("không phải cấp ủy viên", exempt.GetProperty("why").GetString()!);
        var voluntary = cell.GetProperty("voluntary").EnumerateArray().First(entry => entry.GetProperty("person").ValueKind == JsonValueKind.String);
        Assert.AreEqual("2.2a, câu cuối", voluntary.GetProperty("reason").GetString());
        Assert.IsFalse(cell.GetProperty("missing").EnumerateArray().Any(entry => entry.GetProperty("person").GetString() == exempt.GetProperty("person").GetString()));
    }

    [TestMethod]
    public async Task A_leaders_copy_says_which_committee_it_is_owed_to()
    {
        using var manager = await AsAsync(Personas.CityManager);

        var copies = (await manager.GetAsync("api/completion?campaign=HT2027")).GetProperty("copies").EnumerateArray().ToList();

        var ofSecretary = copies.Single(copy => copy.GetProperty("person").GetString() == Personas.WardSecretary);
        Assert.AreEqual("TU", ofSecretary.GetProperty("managingOrganization").GetString());
        Assert.AreEqual(JsonValueKind.Null, ofSecretary.GetProperty("receivedAt").ValueKind);
        var ofCityManager = copies.Single(copy => copy.GetProperty("person").GetString() == Personas.CityManager);
        Assert.AreEqual(JsonValueKind.Null, ofCityManager.GetProperty("managingOrganization").ValueKind, "outside the city");
    }

    [TestMethod]
    public async Task The_drill_down_leads_to_the_document_and_the_tree_page_names_nobody()
    {
        var plan = new Plan("HND", "N0355", "Cao Hữu Lượng");
        using var person = await AsAsync(plan.Person);
        using var manager = await AsAsync("N0353");
        var id = await person.FileToTheEndAsync(plan);

        var tree = await TextAsync(manager, "completion?campaign=HT2027");
        var names = await TextAsync(manager, "completion/HND?campaign=HT2027");
        var before = await TextAsync(manager, "completion/HND?campaign=HT2027&asOf=2027-01-19");

        Assert.DoesNotContain(plan.FullName, tree);
        Assert.Contains($"/registers?register=plans&amp;campaign=HT2027&amp;submission={id}", names);
        Assert.Contains("Tự nguyện", names);
        Assert.DoesNotContain($"submission={id}", before);
        Assert.Contains("tính đến hết ngày 19/01/2027", before);
    }

    [TestMethod]
    [DataRow("2027-01-19", "2027-01-19T16:59:59.999Z", DisplayName = "ngày đã qua: hết ngày ấy")]
    [DataRow("2027-01-19T03:00:00Z", "2027-01-19T03:00:00Z", DisplayName = "thời điểm đã qua")]
    [DataRow("2027-01-20", null, DisplayName = "hôm nay: lúc này")]
    [DataRow("2031-01-01", null, DisplayName = "ngày chưa tới: lúc này")]
    [DataRow("9999-12-31", null, DisplayName = "ngày cuối của lịch: lúc này")]
    public async Task What_is_not_over_yet_is_answered_as_of_now(string asked, string? answered)
    {
        using var manager = await AsAsync(Personas.CityManager);

        var asOf = (await manager.GetAsync($"{Cell}&asOf={asked}")).GetProperty("asOf").GetString()!;

        Assert.IsTrue(answered is null ? asOf.StartsWith("2027-01-20T02:", StringComparison.Ordinal) : asOf == answered, asOf);
    }

    [TestMethod]
    [DataRow("2027-02-30")]
    [DataRow("20/01/2027")]
    [DataRow("12:00")]
    [DataRow("0000-00-00")]
    public async Task What_is_no_instant_is_refused_everywhere(string asked)
    {
        using var manager = await AsAsync(Personas.CityManager);

        await OfficeClient.ProblemAsync(await manager.SendAsync($"{Cell}&asOf={asked}"), "400");
        await OfficeClient.ProblemAsync(await manager.SendAsync($"completion?asOf={asked}"), "400");
        await OfficeClient.ProblemAsync(await manager.SendAsync($"completion/TU?asOf={asked}"), "400");
        await OfficeClient.ProblemAsync(await manager.SendAsync($"api/completion.xlsx?campaign=HT2027&asOf={asked}"), "400");
    }

    [TestMethod]
    public async Task The_workbook_has_the_tree_and_the_names()
    {
        using var manager = await AsAsync(Personas.CityManager);
        var city = await manager.GetAsync("api/completion?campaign=HT2027&asOf=2027-01-19");

        var response = await manager.SendAsync("api/completion.xlsx?campaign=HT2027&asOf=2027-01-19&sort=-missing");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var sheets = XlsxReading.Sheets(bytes);

        Assert.AreEqual("HT2027-tinh-hinh-hoan-thanh-TU.xlsx", response.Content.Headers.ContentDisposition!.FileName);
        Assert.IsEmpty(XlsxReading.Faults(bytes), string.Join('\n', XlsxReading.Faults(bytes)));
        Assert.HasCount(65, sheets["Tình hình hoàn thành"]);
        Assert.AreEqual("Thành ủy Lam Kiều", sheets["Tình hình hoàn thành"][1][0]);
        Assert.AreEqual(484.0, sheets["Tình hình hoàn thành"][1][4], "37 + 53 + 394");
        foreach (var (sheet, list) in new[] { ("Còn thiếu", "missing"), ("Đã nộp", "done"), ("Được miễn", "exempt"), ("Tự nguyện", "voluntary"), ("Bản thứ hai", "copies") })
        {
            Assert.HasCount(city.GetProperty(list).GetArrayLength() + 1, sheets[sheet], sheet);
        }
    }

    [TestMethod]
    public async Task The_workbook_narrows_as_the_screen_does_and_only_for_who_follows_up()
    {
        using var manager = await AsAsync(Personas.CityManager);
        using var staff = await AsAsync(Personas.Staff);

        var narrowed = XlsxReading.Sheets(await (await manager.SendAsync("api/completion.xlsx?campaign=HT2027&q=dang%20van&missing=true")).Content.ReadAsByteArrayAsync())["Tình hình hoàn thành"];

        Assert.IsTrue(narrowed.Skip(1).All(row => ((string)row[0]!).Contains("Đằng Vân", StringComparison.Ordinal)));
        Assert.IsGreaterThan(1, narrowed.Count);
        await OfficeClient.ProblemAsync(await manager.SendAsync("api/completion.xlsx?campaign=HT2027&sort=nonsense"), "400");
        await OfficeClient.ProblemAsync(await staff.SendAsync("api/completion.xlsx?campaign=HT2027"), "403");
    }

    private static async Task<string> TextAsync(OfficeClient client, string path) => await (await client.SendAsync(path)).Content.ReadAsStringAsync();
}
