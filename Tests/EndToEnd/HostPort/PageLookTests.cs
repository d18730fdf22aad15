using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

[TestClass]
[DoNotParallelize]
public sealed class PageLookTests
{
    // What stands in a page of its own language: no names, no official terms, nothing that people typed.
    private const string LeftInVietnamese = """
        () => {
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const { data, parentElement: place } = walker.currentNode;
            const words = data.replace(/«[^»]*»/g, "").trim();
            if (/[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ\u1EA0-\u1EF9]/i.test(words.normalize("NFC")) && !place.closest("[lang=vi], script, style, noscript")) found.push(words);
          }
          return [...new Set(found)];
        }
        """;

    /// <summary>Set to a folder to keep a picture of every page.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HOCTAP_PICTURES");

    [TestMethod]
    [DynamicData(nameof(SamplePages.Names), typeof(SamplePages))]
    public async Task A_page_fits_every_width_and_can_be_used_by_everybody(string name)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);

        await SamplePages.ShowAsync(site, browser.Page, name);

        await AssertFitsAsync(browser.Page, name, [1366, 768, 320]);
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    [DynamicData(nameof(SamplePages.Names), typeof(SamplePages))]
    public async Task An_english_page_says_everything_in_english_and_fits_as_well(string name)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.Context.AddCookiesAsync([new Cookie { Name = "hoctap-language", Value = "en", Url = site.Address }]);

        await SamplePages.ShowAsync(site, browser.Page, name);

        Assert.AreEqual("en", await browser.Page.Locator("html").GetAttributeAsync("lang"));
        var left = await browser.Page.EvaluateAsync<string[]>(LeftInVietnamese);
        Assert.IsEmpty(left, string.Join('\n', left));
        await AssertFitsAsync(browser.Page, $"{name}-en", [1366, 320]);
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    private static async Task AssertFitsAsync(IPage page, string name, IReadOnlyList<int> widths)
    {
        foreach (var width in widths)
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
