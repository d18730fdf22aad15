using System.Text.Json;
using HocTap.Office.Tests.Unit.Workbooks;

namespace HocTap.Office.Tests.Service;

/// <summary>Registers over the wire: what two offices filed, found, ordered, grouped, paged and taken away as a workbook.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RegisterStories : ServiceTests
{
    private const string Of = "api/registers/plans?campaign=HT2027&organization=P-NV";

    private static readonly Lazy<Task> Filed = new(FileAllAsync);

    [TestMethod]
    [DataRow("dương", "N0272,N0273,N0274", DisplayName = "dương trước, đường sau")]
    [DataRow("đường", "N0273,N0274,N0272", DisplayName = "đường trước, dương sau")]
    [DataRow("duong", "N0272,N0273,N0274", DisplayName = "không dấu: theo thứ tự đã chọn")]
    [DataRow("hoa giai", "N0273", DisplayName = "mọi từ, bỏ dấu")]
    [DataRow("giải hoà", "N0273", DisplayName = "thứ tự nào cũng được, dấu đặt kiểu nào cũng được")]
    [DataRow("đường Ứng", "N0274,N0273", DisplayName = "từ không dấu kém hơn từ đúng dấu")]
    [DataRow("không có gì như vậy", "")]
    public async Task Search_ranks_exact_words_before_folded_ones(string words, string people)
    {
        using var head = await HeadAsync();

        var rows = await RowsAsync(head, $"{Of}&sort=personName&q={Uri.EscapeDataString(words)}");

        Assert.AreEqual(people, string.Join(',', rows.Select(row => row.GetProperty("person").GetString())));
    }

    [TestMethod]
    [DataRow("personName", "N0272,N0273,N0274", DisplayName = "Dơ, Lượng, Ứng: theo tên")]
    [DataRow("-personName", "N0274,N0273,N0272")]
    [DataRow("-receivedAt", "N0274,N0273,N0272")]
    [DataRow("status", "N0272,N0273,N0274", DisplayName = "trạng thái như nhau: theo tổ chức, tên")]
    public async Task Rows_come_in_the_order_that_was_asked_for(string sort, string people)
    {
        using var head = await HeadAsync();

        var rows = await RowsAsync(head, $"{Of}&sort={sort}");

        Assert.AreEqual(people, string.Join(',', rows.Select(row => row.GetProperty("person").GetString())));
    }

    [TestMethod]
    [DataRow("sort=nonsense", "400")]
    [DataRow("sort=-", "400")]
    [DataRow("group=personName", "400")]
    [DataRow("status=finished", "400")]
    [DataRow("cursor=abc", "400")]
    [DataRow("cursor=-1", "400")]
    [DataRow("organization=NOWHERE", "404")]
    [DataRow("organization=TU", "404")]
    [DataRow("campaign=HT1999", "404")]
    public async Task What_does_not_exist_is_said(string part, string code)
    {
        using var head = await HeadAsync();
        var query = part.StartsWith("campaign", StringComparison.Ordinal) ? part : $"campaign=HT2027&{part}";

        await OfficeClient.ProblemAsync(await head.SendAsync($"api/registers/plans?{query}"), code);
        await OfficeClient.ProblemAsync(await head.SendAsync($"api/registers/plans.xlsx?{(part.StartsWith("cursor", StringComparison.Ordinal) ? "campaign=HT1999" : query)}"), part.StartsWith("cursor", StringComparison.Ordinal) ? "404" : code);
        Assert.AreEqual(code, ((int)(await head.SendAsync($"registers/plans/rows?{query}")).StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public async Task Groups_stand_together_and_have_totals_over_all_pages()
    {
        using var head = await HeadAsync();

        var acts = await head.GetAsync("api/registers/acts?campaign=HT2027&organization=P-NV&group=exemplaryGroup&sort=personName");

        var groups = acts.GetProperty("groups").EnumerateArray().ToList();
        Assert.AreEqual("1,2", string.Join(',', groups.Select(group => group.GetProperty("key").GetString())));
        Assert.AreEqual("Nêu gương, dám nghĩ, dám làm", groups[0].GetProperty("label").GetString());
        Assert.AreEqual(1, groups[0].GetProperty("totals").GetProperty("rows").GetInt32());
        Assert.AreEqual(3, groups[1].GetProperty("totals").GetProperty("rows").GetInt32());
        Assert.AreEqual(3, groups[1].GetProperty("totals").GetProperty("documents").GetInt32());
        Assert.AreEqual(4, acts.GetProperty("totals").GetProperty("rows").GetInt32());
        Assert.AreEqual("1,2,2,2", string.Join(',', acts.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("group").GetString())));
    }

    [TestMethod]
    public async Task The_page_shows_the_groups_with_their_counts()
    {
        using var head = await HeadAsync();

        var html = await (await head.SendAsync("registers?register=acts&campaign=HT2027&organization=P-NV&group=exemplaryGroup")).Content.ReadAsStringAsync();

        Assert.Contains("<th scope=\"rowgroup\"", html);
        Assert.Contains("Khắc phục hạn chế, yếu kém kéo dài", html);
        Assert.Contains("3 dòng", html);
        Assert.Contains("/api/registers/acts.xlsx?campaign=HT2027&amp;organization=P-NV", html);
    }

    [TestMethod]
    public async Task The_workbook_holds_what_the_screen_holds_typed()
    {
        using var head = await HeadAsync();

        var response = await head.SendAsync("api/registers/plans.xlsx?campaign=HT2027&organization=P-NV&sort=-personName&group=status");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.AreEqual("HT2027-so-ke-hoach-ca-nhan.xlsx", response.Content.Headers.ContentDisposition!.FileName);
        Assert.IsEmpty(XlsxReading.Faults(bytes), string.Join('\n', XlsxReading.Faults(bytes)));
        var sheets = XlsxReading.Sheets(bytes);
        var plans = sheets["Kế hoạch cá nhân"];
        var at = plans[0].Select((title, index) => ((string)title!, index)).ToDictionary(column => column.Item1, column => column.index);
        Assert.AreEqual("Hồ Quang Ứng,Đoàn Quang Lượng,Giàng A Dơ", string.Join(',', plans.Skip(1).Select(row => row[at["Họ và tên"]])));
        Assert.IsInstanceOfType<DateTime>(plans[1][at["Thời điểm nộp"]]);
        Assert.IsInstanceOfType<double>(plans[1][at["Lần nộp"]]);
        Assert.AreEqual("=1+1 đường dây nóng", plans[1][at["Nội dung, công việc cụ thể"]]);
        Assert.AreEqual("Tổng cộng", sheets["Cộng theo nhóm"][^1][0]);
        Assert.AreEqual(3.0, sheets["Cộng theo nhóm"][^1][1]);
        Assert.IsTrue(sheets.ContainsKey("Thông tin"));
    }

    [TestMethod]
    public async Task A_link_of_the_page_gives_the_workbook_by_cookie()
    {
        using var head = await HeadAsync();
        using var browser = (await App).Anonymous();
        browser.Http.DefaultRequestHeaders.Add("Cookie", $"hoctap-session={head.Http.DefaultRequestHeaders.Authorization!.Parameter}");

        Assert.AreEqual(System.Net.HttpStatusCode.OK, (await browser.SendAsync("api/registers/plans.xlsx?campaign=HT2027")).StatusCode);
        await OfficeClient.ProblemAsync(await browser.SendAsync("api/registers/plans?campaign=HT2027"), "401");
    }

    // The head of P-NV, once its three people have filed.
    private static async Task<OfficeClient> HeadAsync()
    {
        await Filed.Value;
        return await AsAsync("N0269");
    }

    private static async Task FileAllAsync()
    {
        await FileAsync(new("P-NV", "N0272", "Giàng A Dơ"), "Trồng cây hướng dương ở trụ sở", 1);
        await FileAsync(new("P-NV", "N0273", "Đoàn Quang Lượng"), "Hòa giải ở đường Bờ Đông, ung dung", 1);
        await FileAsync(new("P-NV", "N0274", "Hồ Quang Ứng"), "=1+1 đường dây nóng", 2);
    }

    private static async Task FileAsync(Plan plan, string content, int works)
    {
        using var person = await AsAsync(plan.Person);
        await person.FileToTheEndAsync(plan, fields =>
        {
            var more = plan.Fields(works)["exemplaryTasks"]!.AsArray();
            more[0]!["exemplaryGroup"] = 2;
            if (works > 1)
            {
                more[1]!["exemplaryGroup"] = 1;
            }

            (fields["actionContent"], fields["actionSolution"], fields["exemplaryTasks"]) = (content, "Cả năm.", more.DeepClone());
        });
    }

    private static async Task<List<JsonElement>> RowsAsync(OfficeClient client, string path) => [.. (await client.GetAsync(path)).GetProperty("rows").EnumerateArray()];
}
