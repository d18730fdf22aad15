using HocTap.Office.Tests.Npm;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Microsoft's own office.js, from npm, in a browser that is no Office.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RealOfficeTests
{
    private const string Library = "https://appsforoffice.microsoft.com/lib/1/hosted/";

    private const string Choose = """
        async () => {
          const start = performance.now();
          // The library is there: a page cannot know whether that means Office, and asks it.
          const script = Object.assign(document.createElement('script'), { src: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js' });
          const { pushState, replaceState } = history;
          await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
          Object.assign(history, { pushState, replaceState });
          const { host } = await import('/_content/HocTap.Office.AddIn/office/host.js');
          const { name, live } = await host();
          const took = performance.now() - start;
          return [name, live === null ? 'files' : 'live', Math.round(took), typeof Office?.onReady, typeof history.pushState, typeof history.replaceState].join(' ');
        }
        """;

    private static readonly NpmProject Office = new(Repository.At("Tests", "EndToEnd", "WordStandIn", "npm"));

    [TestMethod]
    public async Task Outside_office_the_library_says_so_and_the_pane_works_with_files_within_a_second()
    {
        await Office.InstallAsync();
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var asked = await ServeAsync(browser.Page);
        await browser.Page.RouteAsync("**/trang", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = "<!doctype html><title>Trang</title>" }));
        await browser.Page.GotoAsync("/trang");

        var chosen = (await browser.Page.EvaluateAsync<string>(Choose)).Split(' ');

        CollectionAssert.AreEqual(new[] { "browser", "files", "function", "function", "function" }, chosen.Where((_, index) => index != 2).ToList());
        Assert.IsLessThan(1000, int.Parse(chosen[2], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("office.js", asked);
    }

    // The library's calls home are none of a test's business.
    private static async Task<List<string>> ServeAsync(IPage page)
    {
        var asked = new List<string>();
        await page.RouteAsync("https://**", route => route.AbortAsync());
        await page.RouteAsync(Library + "**", route =>
        {
            var file = new Uri(route.Request.Url).AbsolutePath[new Uri(Library).AbsolutePath.Length..];
            asked.Add(file);
            var path = Path.Combine(Office.PathOf("@microsoft/office-js"), "dist", file);
            return File.Exists(path) ? route.FulfillAsync(new RouteFulfillOptions { Path = path, ContentType = "text/javascript" }) : route.FulfillAsync(new RouteFulfillOptions { Status = 404 });
        });
        return asked;
    }
}
