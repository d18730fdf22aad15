using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>One browser for all tests of a run. Where the machine has none the tests say so; on a build server that is a failure.</summary>
internal static class Chromium
{
    private const string Executable = "/usr/bin/chromium";

    // A wait ends as soon as what it waits for is there; only a build server that is busy with something else needs so long.
    private const float LongestWait = 30_000;

    private static readonly Lazy<Task<IBrowser>> Running = new(LaunchAsync);

    public static Task<IBrowser> StartAsync()
    {
        if (!File.Exists(Executable))
        {
            var reason = $"There is no {Executable} to look at pages with.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(reason);
            }

            Assert.Inconclusive(reason);
        }

        return Running.Value;
    }

    /// <summary>A fresh page that is signed in on a site and fails the test on any script error or broken content policy.</summary>
    public static async Task<BrowserPage> OpenAsync(AddInSite site, int width = 1366, int height = 768, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await OpenUnsignedAsync(site.Address, width, height, scheme);
        var session = """{"accessToken":"sample","expiresAt":"2099-01-01T00:00:00Z","fullName":"Châu Thị Bích Yến"}""";
        await browser.Page.Context.AddInitScriptAsync($"localStorage.setItem('hoctap:session', JSON.stringify({session}))");
        return browser;
    }

    /// <summary>A fresh page of somebody who has not signed in.</summary>
    public static async Task<BrowserPage> OpenUnsignedAsync(string address, int width = 1366, int height = 768, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await StartAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            // A picture or a measurement taken in the middle of a transition is of no colour at all.
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "vi-VN",
            TimezoneId = "Europe/Paris",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(LongestWait);
        return new BrowserPage(context, await context.NewPageAsync());
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(LongestWait);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                // A context may pass over the certificate of a test's own service, but that does not reach its service worker.
                "--ignore-certificate-errors",
            ],
        });
    }
}
