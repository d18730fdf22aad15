using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A click does what was clicked, whatever the form has to say meanwhile.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneClickTests
{
    [TestMethod]
    public async Task Every_entry_of_the_summary_leads_to_its_place_one_after_the_other()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 1366);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);
        await page.ClickAsync("[data-submit]");
        var entries = page.Locator("[data-summary-list] button");
        var count = await entries.CountAsync();
        Assert.IsGreaterThan(3, count);

        var reached = new List<string>();
        for (var index = 0; index < count; index++)
        {
            await PressAsync(page, entries.Nth(index));
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.closest('[data-rows]')?.dataset.rows || ''"));
        }

        CollectionAssert.AllItemsAreUnique(reached);
        CollectionAssert.DoesNotContain(reached, "");
    }

    [TestMethod]
    public async Task A_message_that_comes_up_under_the_pointer_does_not_swallow_the_click()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 1366);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);
        await page.GetByLabel("II.2 Giải pháp, thời gian thực hiện").FocusAsync();

        await PressAsync(page, page.Locator("[data-add-row]"));

        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-field=actionSolution] [data-message]")).ToBeVisibleAsync();
    }

    // As a hand does it: the button stays down for a moment, and the pointer does not follow what moves.
    private static async Task PressAsync(IPage page, ILocator target)
    {
        await target.ScrollIntoViewIfNeededAsync();
        var box = (await target.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.WaitForTimeoutAsync(60);
        await page.Mouse.UpAsync();
        await page.WaitForTimeoutAsync(60);
    }
}
