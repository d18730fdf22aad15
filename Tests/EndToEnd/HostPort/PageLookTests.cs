using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

[TestClass]
public sealed class PageLookTests
{
    private const string Form = "/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037";

    /// <summary>Set to a folder to keep a picture of every page.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HOCTAP_PICTURES");

    [TestMethod]
    [DataRow("sign-in", "/", "")]
    [DataRow("duties", "/pane", "")]
    [DataRow("form", Form, "")]
    [DataRow("form-problems", Form, "[data-submit]")]
    [DataRow("registers", "/registers", "")]
    [DataRow("registers-empty", "/registers?q=khong", "")]
    [DataRow("registers-grouped", "/registers?group=organization", "")]
    [DataRow("submission", "/registers", "[data-open-submission]")]
    [DataRow("submission-changes", "/registers", "[data-open-submission]", "[data-unclamp]")]
    [DataRow("submission-remark", "/registers", "[data-open-submission]", ".row-remark > summary")]
    [DataRow("reviews", "/reviews", "")]
    [DataRow("reviews-chosen", "/reviews", "[data-choose-all]")]
    [DataRow("reviews-empty", "/reviews?q=khong", "")]
    [DataRow("operations", "/operations", "")]
    [DataRow("operations-none", "/operations?of=none", "")]
    [DataRow("problem", "/problem", "")]
    [DataRow("starting", "/problem?passes=1", "")]
    [DataRow("completion", "/completion", "")]
    [DataRow("completion-without-role", "/completion?role=none", "")]
    [DataRow("completion-past", "/completion?asOf=2026-11-19", "")]
    [DataRow("names", "/completion", "[data-open-organization]")]
    [DataRow("names-open", "/completion", "[data-open-organization]", "details:nth-of-type(2) > summary", "details:nth-of-type(3) > summary", "details:nth-of-type(4) > summary", "details:nth-of-type(5) > summary")]
    public async Task A_page_fits_every_width_and_can_be_used_by_everybody(string name, string path, params string[] clicks)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        foreach (var click in clicks.Where(click => click.Length > 0))
        {
            await page.Locator(click).First.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        foreach (var width in (int[])[1366, 768, 320])
        {
            await page.SetViewportSizeAsync(width, width == 320 ? 568 : 768);
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.AreEqual(0, overflow, $"The page is wider than its window of {width} pixels.");
            await PictureAsync(page, $"{name}-{width}-light");
        }

        await AssertUsableAsync(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await PictureAsync(page, $"{name}-320-dark");
        await AssertUsableAsync(page);
        await page.SetViewportSizeAsync(1366, 768);
        await PictureAsync(page, $"{name}-1366-dark");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    private static async Task AssertUsableAsync(IPage page)
    {
        var faults = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var told = faults.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help} {node.Html}"));
        Assert.IsEmpty(faults.Violations, string.Join('\n', told));
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            // What lies behind an open dialog does not matter then.
            var whole = !await page.Locator("dialog[open]").IsVisibleAsync();
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = whole });
        }
    }
}
