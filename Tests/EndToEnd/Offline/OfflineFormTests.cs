using HocTap.Office.Tests.EndToEnd.Journey;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Offline;

/// <summary>The pane without a network: what opens, what is kept, and for whom.</summary>
[TestClass]
[DoNotParallelize]
public sealed class OfflineFormTests : ServiceTests
{
    [TestMethod]
    public async Task Reloaded_without_a_network_the_form_opens_with_what_was_typed_and_is_fully_checked()
    {
        var plan = await DraftTests.PlanOfAsync("N0250");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfflinePages.OpenReadyAsync(page);
        await OfflinePages.OpenPlanAsync(page, plan);
        await page.Context.SetOfflineAsync(true);
        await page.Content().FillAsync("Gõ khi mất mạng");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("trên máy này");

        await page.ReloadAsync();

        await Assertions.Expect(page.Content()).ToHaveValueAsync("Gõ khi mất mạng");
        await Assertions.Expect(page.Locator("[data-network]")).ToContainTextAsync("Đang ngoại tuyến.");
        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-summary]")).ToContainTextAsync("Chưa ghi giải pháp, thời gian thực hiện");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-network]")).ToBeEmptyAsync();
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task A_form_never_opened_before_opens_without_a_network_and_says_from_when_it_is()
    {
        var plan = await DraftTests.PlanOfAsync("N0251");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfflinePages.OpenReadyAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/pane");

        await OfflinePages.OpenPlanAsync(page, plan);

        await Assertions.Expect(page.Locator("[data-tag=fullName]").First).ToHaveValueAsync(plan.FullName);
        await Assertions.Expect(page.Locator("[data-network]")).ToContainTextAsync("Trang này là bản giữ lúc");
    }

    [TestMethod]
    public async Task English_stays_english_without_a_network()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, "N0253", 320);
        var page = browser.Page;
        await page.GotoAsync("/pane");
        await page.ClickAsync("a[data-language=en]");
        await page.WaitForSelectorAsync("html[lang=en]");
        await OfflinePages.OpenReadyAsync(page);
        await page.Context.SetOfflineAsync(true);

        await page.GotoAsync("/pane");

        await Assertions.Expect(page.Locator("[data-network]")).ToContainTextAsync("You are offline.");
        await page.WaitForSelectorAsync("[data-open-form]");
    }

    [TestMethod]
    public async Task Signing_out_clears_what_is_personal_and_the_next_person_sees_nothing_of_it()
    {
        var plan = await DraftTests.PlanOfAsync("N0254");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfflinePages.OpenReadyAsync(page);
        await OfflinePages.OpenPlanAsync(page, plan);
        await page.Content().FillAsync("Chỉ của tôi");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("mở được cả trên máy khác");

        await page.ClickAsync("[data-sign-out]");
        await page.WaitForURLAsync("**/");
        Assert.DoesNotContain(plan.Person, await KeptAsync(page));

        await SignInAsync(page, "N0255");
        await OfflinePages.OpenReadyAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync($"/pane?form=mau03&{plan.Target}");
        await Assertions.Expect(page.Locator("[data-editor-view]")).ToContainTextAsync("Không kết nối được với hệ thống.");
        Assert.DoesNotContain("Chỉ của tôi", await page.ContentAsync());
    }

    [TestMethod]
    public async Task Who_comes_without_the_other_signing_out_sees_nothing_of_theirs_either()
    {
        var plan = await DraftTests.PlanOfAsync("N0256");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfflinePages.OpenReadyAsync(page);

        await SignInAsync(page, "N0258");
        await OfflinePages.OpenReadyAsync(page);
        await OfflinePages.UntilAsync(page, "return !(await caches.keys()).some((name) => name.endsWith(':' + argument));", plan.Person);
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        await page.WaitForSelectorAsync("[data-open-form]");
        await Assertions.Expect(page.Locator($"[data-person={plan.Person}]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task Without_a_service_worker_the_page_says_once_what_it_cannot_do()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, "N0259", 320);
        var page = browser.Page;
        await page.Context.AddInitScriptAsync("delete Navigator.prototype.serviceWorker");
        await page.GotoAsync("/pane");

        await Assertions.Expect(page.Locator("[data-network]")).ToContainTextAsync("Trình duyệt này không mở được trang khi mất mạng.");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-open-form]");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.Locator("[data-network]")).ToBeEmptyAsync();
        await page.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.Locator("[data-network]")).ToContainTextAsync("hãy để trang mở");
    }

    [TestMethod]
    public async Task A_session_that_ends_without_a_network_leaves_the_form_open()
    {
        var plan = await DraftTests.PlanOfAsync("N0261");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfflinePages.OpenReadyAsync(page);
        await OfflinePages.OpenPlanAsync(page, plan);
        await page.Context.SetOfflineAsync(true);
        await EndSessionAsync(page);

        await page.ReloadAsync();
        await page.Content().FillAsync("Gõ khi phiên đã hết");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("trên máy này");
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-ended]")).ToContainTextAsync("Phiên làm việc đã hết.");
        await page.Locator("[data-sign-in-again] button").ClickAsync();
        await Assertions.Expect(page.Content()).ToHaveValueAsync("Gõ khi phiên đã hết");
    }

    /// <summary>Lets the session of whoever is signed in be over, as eight hours do.</summary>
    internal static Task EndSessionAsync(IPage page) => page.EvaluateAsync(
        "localStorage.setItem('hoctap:session', JSON.stringify({ ...JSON.parse(localStorage.getItem('hoctap:session')), accessToken: 'over', expiresAt: '2020-01-01T00:00:00Z' }))");

    internal static Task SignInAsync(IPage page, string person) => page.EvaluateAsync(
        """
        async (person) => {
          const granted = await (await fetch("/api/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ person }) })).json();
          localStorage.setItem("hoctap:session", JSON.stringify({ ...granted, person, fullName: person }));
        }
        """,
        person);

    private static Task<string> KeptAsync(IPage page) => page.EvaluateAsync<string>(
        """
        async () => {
          const names = await caches.keys();
          const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
          return JSON.stringify([names, kept, Object.entries(localStorage)]);
        }
        """);
}
