using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.Tests.Unit.AddIn;
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
    [DataRow("form-returned", Form, "")]
    [DataRow("form-last-year", Form, "[data-last-year=actionContent] summary", "[data-last-year=exemplaryTasks] summary", "[data-last-year=exemplaryTasks] [data-take]")]
    [DataRow("form-confirmed", Form, "[data-submit]")]
    [DataRow("form-next", Form, "[data-submit]", "[data-receipt-changes]")]
    [DataRow("form-same", Form, "[data-submit]")]
    [DataRow("form-other-draft", Form, "[data-add-row]")]
    [DataRow("clerk-found", "/pane", "[data-people] button")]
    [DataRow("withdraw", "/pane", "[data-withdraw]")]
    [DataRow("defaults", "/pane?form=defaults&campaign=HT2027&organization=P-TP", "")]
    [DataRow("sign-in-again", "/?ended=1&return=%2Fpane", "")]
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
        Prepare(site, name);
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (name == "form-other-draft")
        {
            var theirs = new { basis = "", fields = new { actionContent = "Gõ ở nhà.\nHai đoạn.", documentDate = "2027-02-05" } };
            site.Drafts["?campaign=HT2027&organization=DU-P-DANGVAN&person=N0037"] = (4, JsonSerializer.SerializeToElement(theirs));
        }

        foreach (var selector in clicks.Where(click => click.Length > 0))
        {
            await page.Locator(selector).First.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        if (name == "form-other-draft")
        {
            await page.WaitForSelectorAsync("dialog[open]");
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

    private static void Prepare(AddInSite site, string name)
    {
        site.Editor = name switch
        {
            "form-returned" => SampleModels.EditorOnBehalf("returned"),
            "form-confirmed" => SampleModels.EditorOnBehalf("submitted"),
            "form-last-year" => SampleModels.Editor() with { LastYear = new LastYearDocument(2025, SampleModels.Complete) },
            "form-next" or "form-same" => SampleModels.EditorOnBehalf("returned"),
            _ => site.Editor,
        };
        switch (name)
        {
            case "form-confirmed":
                site.Current = site.Editor.Current! with { Id = Guid.Empty, Revision = 3, State = "accepted" };
                break;
            case "form-next":
                (site.ReceiptId, site.Revision) = ("01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e78", 3);
                break;
            case "form-same":
                (site.StoredAs, site.Revision) = ("returned", 2);
                break;
        }
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
