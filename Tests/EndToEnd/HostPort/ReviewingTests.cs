using System.Text.Json;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A reviewer at work in the drawer of a document.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ReviewingTests
{
    private const string Typed = "Cần ghi rõ thời hạn.";

    [TestMethod]
    public async Task Comments_on_rows_go_along_with_the_decision()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = await OpenAsync(browser);

        await page.GetByText("Ghi ý kiến cho việc này").ClickAsync();
        await page.GetByLabel("Ý kiến về Công việc 1").FillAsync("Thiếu người phối hợp.");
        await page.FillAsync("[name=comment]", Typed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToContainTextAsync("Người khác vừa xem xét hồ sơ này.");

        using var body = JsonDocument.Parse(site.Reviews.Single().Body);
        var row = body.RootElement.GetProperty("rows").EnumerateArray().Single();
        Assert.AreEqual("r-1", row.GetProperty("rowId").GetString());
        Assert.AreEqual("Thiếu người phối hợp.", row.GetProperty("comment").GetString());
    }

    [TestMethod]
    public async Task What_was_typed_survives_somebody_elses_change()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);
        await TypeAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-detail-message]")).ToContainTextAsync("Người khác vừa xem xét");
        await AssertKeptAsync(page);
    }

    [TestMethod]
    public async Task What_was_typed_survives_somebody_elses_decision_even_when_there_is_nothing_left_to_decide()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);
        await TypeAsync(page);
        site.Detail = SampleModels.Detail with { CanAccept = false, CanReturn = false, State = "returned" };

        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync($"«{Typed}»");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("«Thiếu người phối hợp.»");
    }

    [TestMethod]
    public async Task What_was_typed_survives_Escape_a_click_beside_and_a_new_visit_and_goes_once_it_is_sent()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);
        await TypeAsync(page);

        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-open-submission]").First.ClickAsync();
        await AssertKeptAsync(page);
        await page.Mouse.ClickAsync(20, 400);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.GotoAsync("/registers");
        await page.Locator("[data-open-submission]").First.ClickAsync();
        await AssertKeptAsync(page);
        site.IsStale = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToHaveTextAsync("Đã trả lại hồ sơ.");

        await Assertions.Expect(page.Locator("[name=comment]")).ToHaveValueAsync("");
        await page.GotoAsync("/registers");
        await page.Locator("[data-open-submission]").First.ClickAsync();
        await Assertions.Expect(page.Locator("[name=comment]")).ToHaveValueAsync("");
    }

    [TestMethod]
    public async Task What_was_typed_survives_an_ended_session()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);
        await TypeAsync(page);
        await page.RouteAsync("**/review", route => route.FulfillAsync(new() { Status = 401 }));

        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await page.WaitForURLAsync(site.Address + "/?return=%2Fregisters&ended=1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ" }).ClickAsync();
        await page.WaitForURLAsync(site.Address + "/registers");
        await page.Locator("[data-open-submission]").First.ClickAsync();

        await AssertKeptAsync(page);
    }

    [TestMethod]
    public async Task The_second_copy_is_confirmed_from_the_drawer_at_the_version_shown()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);

        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận đã nhận bản thứ hai" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToHaveTextAsync("Đã xác nhận bản thứ hai.");

        Assert.AreEqual($"/api/submissions/{SampleModels.Detail.Id}/receipt", site.Reviews.Single().Path);
        Assert.AreEqual("\"7\"", site.Reviews.Single().Match);
    }

    [TestMethod]
    public async Task Long_text_is_shown_whole_on_demand()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);
        var text = page.Locator("[data-changes] .clamp");
        var cut = await text.EvaluateAsync<int>("text => text.clientHeight");

        await page.GetByRole(AriaRole.Button, new() { Name = "Xem hết" }).ClickAsync();

        Assert.IsGreaterThan(cut, await text.EvaluateAsync<int>("text => text.clientHeight"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Thu gọn" })).ToHaveAttributeAsync("aria-expanded", "true");
    }

    [TestMethod]
    [DataRow(320)]
    [DataRow(1366)]
    public async Task A_word_without_end_stays_inside_the_drawer(int width)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, width);
        var endless = new string('m', 400);
        site.Detail = SampleModels.Detail with
        {
            Values = SampleModels.Complete with { Fields = new Dictionary<string, string>(SampleModels.Complete.Fields) { ["actionContent"] = endless } },
            Changes = [new("actionContent", endless, endless, endless)],
            LatestRemark = new(endless, "Đặng Thị Ánh Đào", SampleModels.Detail.ReceivedAt, 1),
            History = [new(SampleModels.Detail.ReceivedAt, "returned", "Đặng Thị Ánh Đào", endless)],
        };

        var page = await OpenAsync(browser);

        var overflow = await page.Locator("[data-detail]").EvaluateAsync<int>("drawer => drawer.scrollWidth - drawer.clientWidth");
        Assert.AreEqual(0, overflow);
    }

    [TestMethod]
    public async Task What_fails_while_the_drawer_is_open_is_told_in_it()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);
        await page.Context.SetOfflineAsync(true);

        await page.GetByRole(AriaRole.Link, new() { Name = "Mở văn bản" }).ClickAsync();

        await Assertions.Expect(page.Locator("dialog[open] [data-reporter]")).ToContainTextAsync("Không kết nối được");
        await Assertions.Expect(page.Locator("dialog[open] [data-reporter]")).ToBeInViewportAsync();
    }

    [TestMethod]
    public async Task A_drawer_that_does_not_come_can_be_closed_and_tried_again()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/registers");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("[data-open-submission]").First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Thử lại" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đóng" })).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-detail-title]")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-open-submission]").First).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task After_a_decision_the_focus_goes_back_to_the_document_in_the_new_rows()
    {
        await using var site = await AddInSite.StartAsync();
        site.IsStale = false;
        await using var browser = await Chromium.OpenAsync(site);
        var page = await OpenAsync(browser);

        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToHaveTextAsync("Đã xác nhận hồ sơ.");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("[data-open-submission]").First).ToBeFocusedAsync();
    }

    private static async Task<IPage> OpenAsync(BrowserPage browser)
    {
        await browser.Page.GotoAsync("/registers");
        await browser.Page.Locator("[data-open-submission]").First.ClickAsync();
        await browser.Page.Locator("[data-detail-title]").WaitForAsync();
        return browser.Page;
    }

    private static async Task TypeAsync(IPage page)
    {
        await page.GetByText("Ghi ý kiến cho việc này").ClickAsync();
        await page.GetByLabel("Ý kiến về Công việc 1").FillAsync("Thiếu người phối hợp.");
        await page.FillAsync("[name=comment]", Typed);
    }

    private static async Task AssertKeptAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("[name=comment]")).ToHaveValueAsync(Typed);
        await Assertions.Expect(page.GetByLabel("Ý kiến về Công việc 1")).ToHaveValueAsync("Thiếu người phối hợp.");
        await Assertions.Expect(page.GetByLabel("Ý kiến về Công việc 1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeVisibleAsync();
    }
}
