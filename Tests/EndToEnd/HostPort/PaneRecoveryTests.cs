using HocTap.Office.AddIn.Pane;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>What goes wrong around the form must neither lose nor mix what somebody typed.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneRecoveryTests
{
    [TestMethod]
    public async Task A_form_that_came_only_at_the_second_try_works_like_any_other()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await page.GotoAsync("/pane");
        var open = page.Locator("[data-open-form]").First;
        await open.WaitForAsync();
        await page.Context.SetOfflineAsync(true);
        await open.ClickAsync();
        await Assertions.Expect(page.Locator("[data-editor-view]")).ToContainTextAsync("Không kết nối được với hệ thống.");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await page.Context.SetOfflineAsync(false);

        await page.GetByRole(AriaRole.Button, new() { Name = "Thử lại" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-readiness]")).ToHaveTextAsync("Còn 4 chỗ phải sửa");
        await Assertions.Expect(page.Locator("[data-editor-title]")).ToBeFocusedAsync();
        await page.ClickAsync("[data-add-row]");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
    }

    [TestMethod]
    public async Task A_second_window_in_which_nobody_types_leaves_the_draft_of_the_first_alone()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var untouched = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(untouched);
        var typed = await untouched.Context.NewPageAsync();
        await PaneInBrowserTests.OpenFormAsync(typed);
        await typed.GetByLabel("II.1 Nội dung, công việc cụ thể").FillAsync("Gõ ở cửa sổ thứ hai");
        await Assertions.Expect(typed.Locator("[data-saved]")).ToContainTextAsync("Đã giữ bản nháp");

        await typed.CloseAsync();
        await untouched.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await untouched.ReloadAsync();

        await Assertions.Expect(untouched.GetByLabel("II.1 Nội dung, công việc cụ thể")).ToHaveValueAsync("Gõ ở cửa sổ thứ hai");
    }

    [TestMethod]
    public async Task A_comment_stays_with_its_row_when_a_draft_comes_back_and_goes_with_it()
    {
        var row = SampleModels.Complete.RowsOf("exemplaryTasks")[0];
        var other = row with { RowId = "r-2", Fields = new Dictionary<string, string>(row.Fields) { ["exemplaryContent"] = "Việc thứ hai" } };
        var values = SampleModels.Complete with { Rows = new Dictionary<string, IReadOnlyList<HocTap.Office.Templates.Forms.FormRow>> { ["exemplaryTasks"] = [row, other] } };
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(values) with { RowComments = new Dictionary<string, string> { ["r-1"] = "Việc này cần mốc thời gian." } };
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Chuyển Công việc 1 xuống" }).ClickAsync();
        await ReopenAsync(page);
        await Assertions.Expect(page.Locator("[data-row]").Filter(new() { HasText = "Việc này cần mốc thời gian." })).ToHaveAttributeAsync("data-row-id", "r-1");
        await Assertions.Expect(page.Locator("[data-row-id=r-1] textarea").First).ToHaveValueAsync(row["exemplaryContent"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa Công việc 2" }).ClickAsync();
        await page.ClickAsync("[data-add-row]");
        await page.Locator("[data-row]").Nth(1).Locator("textarea").First.FillAsync("Việc mới");
        await ReopenAsync(page);

        await Assertions.Expect(page.Locator("[data-row] .comment")).ToHaveCountAsync(0);
        Assert.IsNull(await page.Locator("[data-row]").Nth(1).GetAttributeAsync("data-row-id"));
    }

    [TestMethod]
    public async Task Refiling_a_returned_plan_unchanged_says_that_nothing_changed_and_the_real_time()
    {
        await using var site = await AddInSite.StartAsync();
        (site.StoredAs, site.Revision) = ("returned", 2);
        site.Editor = SampleModels.Editor(SampleModels.Complete) with
        {
            Current = new CurrentDocument(Guid.Parse(site.ReceiptId), "returned", 2, 3, new DateTimeOffset(2026, 11, 22, 3, 4, 0, TimeSpan.Zero), "Ghi rõ mốc thời gian."),
        };
        await using var browser = await Chromium.OpenAsync(site, 320);
        await PaneInBrowserTests.OpenFormAsync(browser.Page);

        await browser.Page.ClickAsync("[data-submit]");

        var receipt = browser.Page.Locator(".receipt");
        await Assertions.Expect(receipt).ToContainTextAsync("Không có gì thay đổi");
        await Assertions.Expect(receipt).ToContainTextAsync("10:04 ngày 22/11/2026");
        await Assertions.Expect(receipt).ToHaveAttributeAsync("data-tone", "warning");
        await Assertions.Expect(receipt).ToContainTextAsync("Đã trả lại");
        await Assertions.Expect(receipt).Not.ToContainTextAsync("Đã nộp xong");
    }

    private static async Task ReopenAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Đã giữ bản nháp");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-draft-note]:visible");
    }
}
