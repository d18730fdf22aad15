using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

[TestClass]
[DoNotParallelize]
public sealed class PagesTests
{
    [TestMethod]
    [DataRow("/?return=%2Fregisters%3Fcampaign%3DHT2024", "/registers?campaign=HT2024")]
    [DataRow("/?return=https%3A%2F%2Fevil.example%2F", "/?return=https%3A%2F%2Fevil.example%2F")]
    [DataRow("/?return=%2F%2Fevil.example%2F", "/?return=%2F%2Fevil.example%2F")]
    [DataRow("/?return=%2F%5Cevil.example%2F", "/?return=%2F%5Cevil.example%2F")]
    [DataRow("/", "/")]
    public async Task Signing_in_goes_back_to_a_page_of_this_site_only(string from, string to)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync(from);

        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ" }).ClickAsync();

        await browser.Page.Locator("[data-welcome] h2, [data-registers] h1").WaitForAsync();
        await Assertions.Expect(browser.Page).ToHaveURLAsync(site.Address + to);
    }

    [TestMethod]
    public async Task People_are_found_while_one_types_and_can_sign_in()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");

        await browser.Page.GetByRole(AriaRole.Searchbox).FillAsync("chau");
        await browser.Page.Locator("[data-people] [data-person=N0328]").ClickAsync();

        await Assertions.Expect(browser.Page.Locator("[data-welcome] h2")).ToHaveTextAsync("Xin chào Châu Thế Khởi");
        await Assertions.Expect(browser.Page.Locator("[data-welcome]").GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
    }

    [TestMethod]
    public async Task One_after_the_other_can_sign_in_on_one_page()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");

        foreach (var name in (string[])["Đường Duy Đệ", "Châu Thế Khởi"])
        {
            await browser.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
            await Assertions.Expect(browser.Page.Locator("[data-welcome] h2")).ToHaveTextAsync($"Xin chào {name}");
        }

        await Assertions.Expect(browser.Page.Locator("[data-reporter]")).ToBeEmptyAsync();
    }

    [TestMethod]
    public async Task Signing_out_forgets_the_token()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/pane");
        await Assertions.Expect(browser.Page.Locator("[data-who-name]")).ToHaveTextAsync("Châu Thị Bích Yến");

        var deleted = await browser.Page.RunAndWaitForRequestAsync(() => browser.Page.ClickAsync("[data-sign-out]"), request => request.Method == "DELETE");
        await Assertions.Expect(browser.Page).ToHaveURLAsync(site.Address + "/");

        Assert.AreEqual(site.Address + "/api/session", deleted.Url);
        Assert.AreEqual("Bearer sample", deleted.Headers["authorization"]);
    }

    [TestMethod]
    public async Task Returning_needs_a_comment_and_a_stale_version_is_told_in_words()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await page.GotoAsync("/registers");
        await page.Locator("[data-open-submission]").First.ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Khi trả lại, hãy ghi rõ cần sửa gì.")).ToBeVisibleAsync();
        Assert.IsEmpty(site.Reviews);
        await page.FillAsync("[name=comment]", "Cần ghi rõ thời hạn.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToContainTextAsync("Người khác vừa xem xét hồ sơ này.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToHaveTextAsync("Đã xác nhận hồ sơ.");

        var reviews = site.Reviews.ToArray();
        Assert.AreEqual("\"7\"", reviews[0].Match);
        Assert.AreEqual("""{"decision":"returned","comment":"Cần ghi rõ thời hạn."}""", reviews[0].Body);
        Assert.AreEqual("""{"decision":"accepted","comment":"Cần ghi rõ thời hạn."}""", reviews[1].Body);
    }

    [TestMethod]
    public async Task A_register_filters_and_sorts_without_leaving_the_page()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/registers");

        await page.GetByRole(AriaRole.Button, new() { Name = "Họ và tên" }).ClickAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Họ và tên");
        Assert.Contains("sort=personName", page.Url);
        await page.FillAsync("[name=q]", "khong");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("Không có dòng nào");
    }

    [TestMethod]
    public async Task Rows_can_be_grouped_and_more_rows_join_their_group()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/registers");

        await page.SelectOptionAsync("[name=group]", "organization");
        await Assertions.Expect(page.Locator("[data-group-head]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("[data-workbook]")).ToHaveAttributeAsync("href", "/api/registers/plans.xlsx?sort=-receivedAt&campaign=HT2027&group=organization");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem thêm" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-row-body] > tr:not([data-group-head])")).ToHaveCountAsync(24);
        await Assertions.Expect(page.Locator("[data-row-body]")).ToHaveCountAsync(3);
    }

    [TestMethod]
    public async Task A_link_to_a_document_opens_its_detail()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);

        await browser.Page.GotoAsync("/registers?register=plans&submission=01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e77");

        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Bản thứ hai gửi");
    }

    [TestMethod]
    public async Task The_workbook_of_completion_follows_the_screen()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/completion");

        await page.FillAsync("[data-filter]", "đằng vân");
        await page.CheckAsync("[data-only-missing]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Còn thiếu" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-workbook]")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("campaign=HT2027.*missing=true.*sort=missing"));
    }

    [TestMethod]
    public async Task Completion_filters_without_marks_sorts_and_shows_who_is_missing_and_why()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/completion");

        await page.FillAsync("[data-filter]", "dang van");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("2 trong 5 tổ chức");
        await page.CheckAsync("[data-only-missing]");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("1 trong 5 tổ chức");
        await page.UncheckAsync("[data-only-missing]");
        await page.FillAsync("[data-filter]", "");
        await page.GetByRole(AriaRole.Button, new() { Name = "Còn thiếu" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Đảng ủy phường Đằng Vân");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phòng Tư pháp thành phố" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Vì sao phải nộp: Cán bộ, công chức, viên chức trong hệ thống chính trị (Hướng dẫn, mục 2.2a).");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }
}
