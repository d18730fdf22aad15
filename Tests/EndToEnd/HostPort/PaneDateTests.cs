using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Days are typed and shown as people write them here, whatever the language of the browser.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneDateTests
{
    [TestMethod]
    [DataRow("5/2/2027")]
    [DataRow("05022027")]
    [DataRow("5-2-2027")]
    [DataRow("5.2.2027")]
    [DataRow("ngày 5 tháng 2 năm 2027")]
    [DataRow("2027-02-05")]
    public async Task A_day_is_taken_day_first_and_filed_as_that_day(string typed)
    {
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(SampleModels.Complete);
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);
        await Assertions.Expect(page.Locator("[data-tag=documentDate]")).ToHaveValueAsync("11/03/2027");

        await page.Locator("[data-tag=documentDate]").FillAsync("");
        await page.Locator("[data-tag=documentDate]").PressSequentiallyAsync(typed);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-tag=documentDate]")).ToHaveValueAsync("05/02/2027");
        await page.ClickAsync("[data-submit]");
        await page.WaitForSelectorAsync("[data-receipt-title]");

        Assert.AreEqual("2027-02-05", AddInSite.Read(site.Filings.Single().Bytes)["documentDate"]);
    }

    [TestMethod]
    [DataRow("5/2")]
    [DataRow("31/02/2027")]
    [DataRow("5/2/27")]
    [DataRow("hôm nay")]
    public async Task A_wrong_or_half_day_is_told_beside_it_and_stops_filing_and_comes_back_as_typed(string typed)
    {
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(SampleModels.Complete);
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);

        await page.Locator("[data-tag=documentDate]").FillAsync(typed);
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.Locator("[data-field=documentDate] [data-message]")).ToContainTextAsync("chưa thành ngày");
        await Assertions.Expect(page.Locator("[data-tag=documentDate]")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("[data-readiness]")).ToHaveTextAsync("Còn 1 chỗ phải sửa");
        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-summary]")).ToBeVisibleAsync();
        Assert.IsEmpty(site.Filings);
        await page.ClickAsync("[data-insert]");
        await Assertions.Expect(page.Locator("[data-bar-notice]")).ToContainTextAsync("ngày");
        Assert.IsEmpty(site.Fillings);
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-draft-note]:visible");
        await Assertions.Expect(page.Locator("[data-tag=documentDate]")).ToHaveValueAsync(typed);
    }

    [TestMethod]
    public async Task The_calendar_of_the_browser_can_be_used_too()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Chọn ngày cho Ngày lập" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("""
            () => { const picker = document.querySelector("[data-field=documentDate] [data-picker]"); picker.value = "2027-03-08"; picker.dispatchEvent(new Event("change", { bubbles: true })); }
            """);

        await Assertions.Expect(page.Locator("[data-tag=documentDate]")).ToHaveValueAsync("08/03/2027");
        await Assertions.Expect(page.Locator("[data-readiness]")).ToHaveTextAsync("Còn 3 chỗ phải sửa");
    }
}
