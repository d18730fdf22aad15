using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>What the form says, and how what was done can be taken back.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneWordsTests
{
    [TestMethod]
    public async Task The_summary_counts_errors_and_warnings_apart_says_which_is_which_and_follows_the_form()
    {
        var values = SampleModels.Prefilled with { Fields = new Dictionary<string, string>(SampleModels.Prefilled.Fields) { ["documentDate"] = "2025-03-11", ["placeName"] = "" } };
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(values);
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);

        await page.ClickAsync("[data-submit]");

        await Assertions.Expect(page.Locator("[data-summary-title]")).ToHaveTextAsync("Còn 4 chỗ phải sửa trước khi nộp, 1 chỗ nên xem lại");
        var entries = await page.Locator("[data-summary-list] li").AllInnerTextsAsync();
        Assert.Contains("Phải sửa", entries[0]);
        Assert.Contains("địa danh", entries[0]);
        Assert.Contains("Nên xem lại", entries[1]);
        Assert.Contains("Ngày lập không thuộc năm 2027", entries[1]);
        Assert.DoesNotContain("quy ước nội bộ", await page.Locator("[data-editor]").InnerTextAsync());
    }

    [TestMethod]
    public async Task A_name_that_is_not_the_owners_is_told_at_the_field()
    {
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(SampleModels.Complete);
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);

        await page.FillAsync("input[data-tag=fullName]", "Châu Thị Bích Yên Lành");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-field=fullName] [data-message]")).ToHaveTextAsync("Họ và tên khác với người lập kế hoạch là Châu Thị Bích Yến.");
        await page.ClickAsync("[data-submit]");

        Assert.IsEmpty(site.Filings);
    }

    [TestMethod]
    public async Task Deleted_rows_come_back_one_after_the_other_with_the_keys_people_know()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);
        foreach (var content in (string[])["Một", "Hai", "Ba"])
        {
            await page.ClickAsync("[data-add-row]");
            await page.Locator("[data-tag=exemplaryContent]").Last.FillAsync(content);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa Công việc 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa Công việc 1" }).ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.Keyboard.PressAsync("Control+z");

        Assert.AreEqual("Một|Hai|Ba", await page.EvaluateAsync<string>("[...document.querySelectorAll('textarea[data-tag=exemplaryContent]')].map((field) => field.value).join('|')"));
        await Assertions.Expect(page.Locator("[data-undo]")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task What_came_of_inserting_is_said_where_the_button_is()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320, 568);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);

        await page.ClickAsync("[data-insert]");

        await Assertions.Expect(page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã tải văn bản Word về máy.");
        await Assertions.Expect(page.Locator("[data-bar-notice] .notice")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [TestMethod]
    public async Task What_does_not_exist_is_said_once_and_not_offered_again()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        await browser.Page.RouteAsync("**/pane/forms/mau03*", route => route.FulfillAsync(new()
        {
            Status = 404,
            ContentType = "application/problem+json",
            Body = """{"status":404,"code":"404","title":"Không tìm thấy","detail":"Không có người này."}""",
        }));

        await browser.Page.GotoAsync("/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N9999");

        await Assertions.Expect(browser.Page.Locator("[data-editor-view] [role=alert]")).ToHaveTextAsync("Không tìm thấy. Không có người này.");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Button, new() { Name = "Thử lại" })).ToHaveCountAsync(0);
        await Assertions.Expect(browser.Page.Locator("[data-back]")).ToBeVisibleAsync();
    }
}
