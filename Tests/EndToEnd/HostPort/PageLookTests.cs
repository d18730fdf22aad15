using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

[TestClass]
public sealed class PageLookTests
{
    /// <summary>Set to a folder to keep a picture of every page.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HOCTAP_PICTURES");

    public static IEnumerable<object[]> Views =>
        from page in new[]
        {
            ("sign-in", "/", ""),
            ("duties", "/pane", ""),
            ("form", "/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037", ""),
            ("form-problems", "/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037", "[data-submit]"),
            ("registers", "/registers", ""),
            ("registers-empty", "/registers?q=khong", ""),
            ("submission", "/registers", "[data-open-submission]"),
            ("completion", "/completion", ""),
            ("completion-without-role", "/completion?role=none", ""),
            ("missing", "/completion", "[data-open-organization]"),
        }
        from width in new[] { 320, 768, 1366 }
        from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
        select new object[] { page.Item1, page.Item2, page.Item3, width, scheme };

    [TestMethod]
    [DynamicData(nameof(Views))]
    public async Task A_page_fits_its_width_and_can_be_used_by_everybody(string name, string path, string click, int width, ColorScheme scheme)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, width, scheme: scheme);
        await browser.Page.GotoAsync(path);
        await browser.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (click.Length > 0)
        {
            await browser.Page.Locator(click).First.ClickAsync();
            await browser.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        if (Pictures is not null)
        {
            var file = Path.Combine(Pictures, $"{name}-{width}-{scheme}.png");
            await browser.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        }

        var overflow = await browser.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var faults = await browser.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.AreEqual(0, overflow, "The page is wider than its window.");
        Assert.IsEmpty(faults.Violations, string.Join('\n', faults.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help} {node.Html}"))));
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }
}
