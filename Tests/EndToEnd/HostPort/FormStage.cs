using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A form open in a browser on the site of samples; any complaint of its scripts fails the test.</summary>
internal sealed class FormStage(AddInSite site, BrowserPage browser) : IAsyncDisposable
{
    public AddInSite Site => site;

    public IPage Page => browser.Page;

    public static async Task<FormStage> OpenAsync(int width, Action<AddInSite> prepare)
    {
        var site = await AddInSite.StartAsync();
        prepare(site);
        var stage = new FormStage(site, await Chromium.OpenAsync(site, width));
        await PaneInBrowserTests.OpenFormAsync(stage.Page);
        return stage;
    }

    public async ValueTask DisposeAsync()
    {
        var complaints = string.Join('\n', browser.Complaints);
        await browser.DisposeAsync();
        await site.DisposeAsync();
        Assert.AreEqual("", complaints);
    }
}
