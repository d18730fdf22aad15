using System.Net;
using System.Net.Sockets;
using HocTap.Office.Tests.EndToEnd.Journey;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Offline;

/// <summary>A service that really stops and comes back: the same, a newer one, or one whose campaign is over.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RestartTests
{
    private static readonly DateTimeOffset Open = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Over = new(2028, 6, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly int port = FreePort();
    private string folder = "";

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestInitialize]
    public async Task PrepareAsync() => folder = await PreparedCity.CopyAsync();

    [TestCleanup]
    public void Clear()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task While_the_service_is_stopped_the_pane_opens_and_files_and_a_newer_release_takes_it_and_replaces_the_modules_at_once()
    {
        var first = await StartAsync(Open, release: "one");
        await using var browser = await OfficeBrowser.OpenAsync(first, Personas.Staff, 320);
        var page = browser.Page;
        await OfflinePages.OpenReadyAsync(page);
        var old = await ReleaseAsync(page);
        await first.DisposeAsync();

        await page.ReloadAsync();
        await OfflinePages.OpenPlanAsync(page, Personas.StaffPlan);
        await Assertions.Expect(page.Locator("[data-network]")).ToContainTextAsync("Không kết nối được với hệ thống.");
        await OfflinePages.TypeAsync(page, "Gõ khi hệ thống nghỉ");
        await page.ClickAsync("[data-submit]");
        await page.LocalReceipt().WaitForAsync();
        Assert.AreEqual(old, await ReleaseAsync(page));

        await using var second = await StartAsync(Open, release: "two");
        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToContainTextAsync("Đã");
        Assert.AreEqual((1, "Gõ khi hệ thống nghỉ"), await OfflinePages.ArrivedAsync(second, Personas.StaffPlan));

        await page.GotoAsync("/pane");
        await page.WaitForSelectorAsync("[data-open-form]");
        var fresh = await ReleaseAsync(page);
        Assert.AreNotEqual(old, fresh);
        await OfflinePages.UntilAsync(page, "return (await caches.keys()).includes('hoctap-release:' + argument) && !(await navigator.serviceWorker.getRegistration()).installing;", fresh);
        await OfflinePages.ReadyAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-open-form]");
        Assert.AreEqual(fresh, await ReleaseAsync(page));
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task What_a_closed_campaign_no_longer_takes_is_told_in_its_words_and_kept()
    {
        await using var app = await StartAsync(Open, release: "one");
        await using var browser = await OfficeBrowser.OpenAsync(app, Personas.Staff, 320);
        var page = browser.Page;
        await OfflinePages.OpenReadyAsync(page);
        await OfflinePages.OpenPlanAsync(page, Personas.StaffPlan);
        await page.Context.SetOfflineAsync(true);
        await OfflinePages.TypeAsync(page, "Muộn mất rồi");
        await page.ClickAsync("[data-submit]");
        await page.LocalReceipt().WaitForAsync();
        app.Clock.MoveTo(Over);
        await OfflineFormTests.EndSessionAsync(page);
        await page.Context.SetOfflineAsync(false);
        await OfflineFormTests.SignInAsync(page, Personas.Staff);

        await page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await Assertions.Expect(page.Locator("[data-progress-title]")).Not.ToContainTextAsync("đang chờ");
        await Assertions.Expect(page.Locator(".progress-card")).ToHaveAttributeAsync("data-tone", "danger");
        await Assertions.Expect(page.Locator("[data-progress-note]")).ToContainTextAsync("2027");
        await Assertions.Expect(page.Content()).ToHaveValueAsync("Muộn mất rồi");
        Assert.AreEqual(0, (await OfflinePages.FiledAsync(app, Personas.StaffPlan)).Count);
    }

    // A file more among those of the pages makes another release, as any changed one does.
    private async Task<OfficeApp> StartAsync(DateTimeOffset now, string release)
    {
        var root = Directory.CreateDirectory(Path.Combine(folder, "web", release, "_content", "HocTap.Office.AddIn"));
        await File.WriteAllTextAsync(Path.Combine(root.FullName, $"{release}.txt"), release, TestContext.CancellationToken);
        var settings = new Dictionary<string, string> { ["webroot"] = Path.Combine(folder, "web", release) };
        return await OfficeApp.StartAsync(settings, port, now, folder, TestContext.CancellationToken);
    }

    /// <summary>The one release that all modules of the page are from.</summary>
    private static async Task<string> ReleaseAsync(IPage page)
    {
        var releases = await page.EvaluateAsync<string[]>(
            "[...new Set(performance.getEntriesByType('resource').map(({ name }) => /\\/r\\/([^/]+)\\/.*\\.js$/.exec(name)?.[1]).filter(Boolean))]");
        return releases.Single();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
