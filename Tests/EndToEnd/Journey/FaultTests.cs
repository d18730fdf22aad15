using System.Collections.Concurrent;
using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using HocTap.Office.Tests.Tenant.Clients;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>What goes wrong while somebody files loses no word and files nothing twice, on the real service.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FaultTests : ServiceTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 20, 2, 0, 0, TimeSpan.Zero);

    // What is filed here is counted: nobody else files in it.
    private static readonly Lazy<Task<OfficeApp>> Own = new(() => OfficeApp.StartAsync(Now));

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [ClassCleanup]
    public static async Task StopOwnAsync()
    {
        if (Own.IsValueCreated)
        {
            await (await Own.Value).DisposeAsync();
        }
    }

    [TestMethod]
    [DataRow("N0274", true, DisplayName = "it arrived, the answer was lost")]
    [DataRow("N0275", false, DisplayName = "it never arrived")]
    public async Task A_lost_network_while_filing_is_sent_again_as_the_same_filing(string person, bool arrives)
    {
        await using var stage = await OpenAsync(await Own.Value, person);
        var page = stage.Page;
        await page.RouteAsync("**/api/submissions?*", async route =>
        {
            if (arrives)
            {
                await route.FetchAsync();
            }

            await route.AbortAsync();
        });
        await page.ClickAsync("[data-submit]");
        await page.Locator("[data-resend]").WaitForAsync();
        await page.UnrouteAsync("**/api/submissions?*");
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-receipt-revision]")).ToHaveTextAsync("1");
        Assert.AreEqual(1, stage.Keys.Distinct().Count());
    }

    [TestMethod]
    public async Task A_service_that_stops_while_somebody_types_has_everything_once_it_is_back()
    {
        var port = SecureTenant.FreePort();
        await using var first = await OfficeApp.StartAsync(new Dictionary<string, string>(), port, Now, await PreparedCity.CopyAsync(), TestContext.CancellationToken);
        await using var stage = await OpenAsync(first, Personas.Staff);
        await first.DisposeAsync();
        await stage.Page.ClickAsync("[data-submit]");
        await stage.Page.Locator("[data-resend]").WaitForAsync();

        await using var again = await OfficeApp.StartAsync(new Dictionary<string, string>(), port, Now, first.Folder, TestContext.CancellationToken);
        await stage.Page.ClickAsync("[data-resend]");

        await Assertions.Expect(stage.Page.Locator("[data-receipt-revision]")).ToHaveTextAsync("1");
    }

    [TestMethod]
    public async Task A_campaign_that_closes_meanwhile_is_told_and_what_was_typed_stays()
    {
        await using var app = await OfficeApp.StartAsync(Now, cancellationToken: TestContext.CancellationToken);
        await using var stage = await OpenAsync(app, Personas.Staff);
        // The session outlives the year: only the campaign is over.
        await stage.Page.RouteAsync("**/api/submissions?*", async route =>
        {
            app.Clock.MoveTo(new DateTimeOffset(2028, 1, 2, 2, 0, 0, TimeSpan.Zero));
            using var client = await app.AsAsync(Personas.Staff);
            await route.ContinueAsync(new() { Headers = [.. route.Request.Headers.Where(header => header.Key != "authorization"), new("authorization", client.Http.DefaultRequestHeaders.Authorization!.ToString())] });
        });

        await stage.Page.ClickAsync("[data-submit]");

        await Assertions.Expect(stage.Page.Locator("[data-progress-title]")).ToHaveTextAsync("Đợt đăng ký không nhận hồ sơ");
        await Assertions.Expect(stage.Page.Locator("[data-progress-title]")).ToBeFocusedAsync();
        await Assertions.Expect(stage.Page.Locator("[data-resend]")).ToBeHiddenAsync();
        await Assertions.Expect(stage.Page.Content()).ToHaveValueAsync("Giải quyết hồ sơ đúng hẹn.");
    }

    [TestMethod]
    public async Task A_session_that_ends_while_filing_leads_through_sign_in_to_one_filing()
    {
        await using var stage = await OpenAsync(await Own.Value, "N0298");
        var page = stage.Page;
        await page.RouteAsync("**/api/submissions?*", async route =>
        {
            await page.EvaluateAsync("localStorage.removeItem('hoctap:session')");
            await route.ContinueAsync(new() { Headers = [.. route.Request.Headers.Where(header => header.Key is not ("authorization" or "cookie"))] });
        });

        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-ended]")).ToContainTextAsync("Phiên làm việc đã hết.");
        await page.UnrouteAsync("**/api/submissions?*");
        await page.Locator("[data-sign-in-again] button").ClickAsync();
        await Assertions.Expect(page.Content()).ToHaveValueAsync("Giải quyết hồ sơ đúng hẹn.");
        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
        await page.ClickAsync("[data-submit]");

        await Assertions.Expect(page.Locator("[data-receipt-revision]")).ToHaveTextAsync("1");
        Assert.AreEqual(1, stage.Keys.Distinct().Count());
    }

    [TestMethod]
    public async Task What_is_typed_while_the_document_is_made_is_not_taken_for_filed()
    {
        await using var stage = await OpenAsync(await Own.Value, "N0271");
        var page = stage.Page;
        await page.RouteAsync("**/api/forms/mau03/document?*", async route =>
        {
            await page.Content().FillAsync("Gõ thêm khi đang nộp.");
            await route.ContinueAsync();
        });

        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("mở được cả trên máy khác");
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-current]")).ToContainTextAsync("Bản số 1");
        await Assertions.Expect(page.Content()).ToHaveValueAsync("Gõ thêm khi đang nộp.");
        await Assertions.Expect(page.Locator("[data-draft-note]")).ToBeVisibleAsync();
    }

    [TestMethod]
    public async Task A_double_click_files_once()
    {
        await using var stage = await OpenAsync(await Own.Value, "N0299");

        await stage.Page.DblClickAsync("[data-submit]");

        await Assertions.Expect(stage.Page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong");
        await stage.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.HasCount(1, stage.Keys);
    }

    [TestMethod]
    public async Task A_key_that_another_document_has_used_is_changed_for_a_new_one()
    {
        var used = Guid.CreateVersion7(Now).ToString();
        var plan = await DraftTests.PlanOfAsync("N0276");
        using var client = await (await Own.Value).AsAsync(plan.Person);
        await client.FileAsync(plan, await client.FillAsync(plan), used);
        await using var stage = await OpenAsync(await Own.Value, plan.Person);
        await stage.Page.EvaluateAsync("(used) => { const real = crypto.randomUUID.bind(crypto); let first = true; crypto.randomUUID = () => first ? (first = false, used) : real(); }", used);

        await stage.Page.ClickAsync("[data-submit]");

        await Assertions.Expect(stage.Page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong bản số 2");
        Assert.HasCount(2, stage.Keys);
        Assert.AreEqual(used, stage.Keys.First());
    }

    [TestMethod]
    public async Task Of_two_tabs_the_second_hears_what_the_first_has_filed_and_files_the_next_revision()
    {
        await using var stage = await OpenAsync(await Own.Value, "N0301");
        var plan = await DraftTests.PlanOfAsync("N0301");
        var second = await stage.Page.Context.NewPageAsync();
        await OfficeBrowser.OpenFormAsync(second, plan);
        await ThreeFormsTests.FillAsync(second, "mau03");
        await stage.Page.BringToFrontAsync();
        await stage.Page.ClickAsync("[data-submit]");
        await Assertions.Expect(stage.Page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong");

        await second.BringToFrontAsync();
        await Assertions.Expect(second.Locator("[data-current]")).ToContainTextAsync("Bản số 1");
        await second.FillAsync("textarea[data-tag=actionSolution]", "Từ tháng 3 đến tháng 12/2027.");
        await second.ClickAsync("[data-submit]");

        await Assertions.Expect(second.Locator("[data-receipt-revision]")).ToHaveTextAsync("2");
    }

    private static async Task<Stage> OpenAsync(OfficeApp app, string person)
    {
        using var client = await app.AsAsync(person);
        var me = (await client.GetAsync("api/me")).GetProperty("person");
        var browser = await OfficeBrowser.OpenAsync(app, person, 320);
        var stage = new Stage(browser);
        await OfficeBrowser.OpenFormAsync(stage.Page, new Plan(me.GetProperty("organization").GetString()!, person, ""));
        await ThreeFormsTests.FillAsync(stage.Page, "mau03");
        await Assertions.Expect(stage.Page.Saved()).ToContainTextAsync("mở được cả trên máy khác");
        return stage;
    }

    private sealed class Stage : IAsyncDisposable
    {
        private readonly BrowserPage browser;

        public Stage(BrowserPage browser)
        {
            this.browser = browser;
            browser.Page.Request += (_, request) =>
            {
                if (request.Method == "POST" && request.Url.Contains("/api/submissions?", StringComparison.Ordinal))
                {
                    Keys.Enqueue(request.Headers["idempotency-key"]);
                }
            };
        }

        public IPage Page => browser.Page;

        /// <summary>The keys of all filings that left the page.</summary>
        public ConcurrentQueue<string> Keys { get; } = new();

        public async ValueTask DisposeAsync() => await browser.DisposeAsync();
    }
}
