using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HocTap.Office.Tests.EndToEnd.HostPort;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.SignIn;

/// <summary>
/// Sign-in inside Word, with the unchanged @azure/msal-browser and a stand-in for Office. Shown is that the pane asks Word's bridge as the library does, falls back to the dialog, and
/// what becomes of the token; not what Word, its broker and its dialog do themselves: docs/sign-in.md lists what a person must try.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class WordSignInTests
{
    private const string Pane = "/pane?_host_Info=Word$Win32$16.01$vi-VN";

    public TestContext TestContext { get; set; } = null!; // set by the runner

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task Word_itself_signs_in_without_a_click_and_the_pane_shows_the_duties()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await OpenAsync(office, nested: true);
        var asked = await BridgeAsync(office, browser.Page, needsPerson: false);

        await browser.Page.GotoAsync(Pane);
        await browser.Page.WaitForSelectorAsync(".duty");

        CollectionAssert.AreEqual(new[] { "GetToken" }, asked.ToArray(), "one silent question, by the login hint");
        Assert.IsFalse((await browser.Page.Context.CookiesAsync()).Any(cookie => cookie.Name == "hoctap-session"), "the pane in Word carries no cookie");
        await Assertions.Expect(browser.Page.Locator("[data-who-name]")).ToHaveTextAsync("Đường Duy Đệ");
    }

    [TestMethod]
    public async Task Where_word_must_ask_the_person_a_click_lets_it()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await OpenAsync(office, nested: true);
        var asked = await BridgeAsync(office, browser.Page, needsPerson: true);

        await browser.Page.GotoAsync(Pane);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await browser.Page.WaitForSelectorAsync(".duty");

        CollectionAssert.AreEqual(new[] { "GetToken", "GetTokenPopup" }, asked.ToArray());
    }

    [TestMethod]
    public async Task After_signing_out_word_lets_nobody_in_unasked()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await OpenAsync(office, nested: true);
        var asked = await BridgeAsync(office, browser.Page, needsPerson: false);
        await browser.Page.GotoAsync(Pane);
        await browser.Page.WaitForSelectorAsync(".duty");

        await browser.Page.ClickAsync("[data-sign-out]");

        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true })).ToBeEnabledAsync();
        Assert.HasCount(1, asked);
        Assert.IsNull(await browser.Page.EvaluateAsync<string?>("localStorage.getItem('hoctap:session')"));
    }

    [TestMethod]
    public async Task Without_nested_sign_in_offices_dialog_signs_in_and_tells_only_the_pane()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await OpenAsync(office, nested: false);
        var (page, addresses) = (browser.Page, new ConcurrentQueue<string>());
        page.Context.Request += (_, request) => addresses.Enqueue(request.Url);

        await page.GotoAsync(Pane);
        await EntraOffice.SignInAsync(page, BrowserSignInTests.Staff);
        await page.WaitForSelectorAsync(".duty");

        Assert.IsTrue(addresses.Any(address => address.Contains("/signin/dialog?call=", StringComparison.Ordinal)));
        var token = await BrowserSignInTests.KeptTokenAsync(page);
        Assert.IsFalse(addresses.Any(address => address.Contains(token, StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_dialog_that_was_closed_is_told_and_may_be_opened_again()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await OpenAsync(office, nested: false);
        var page = browser.Page;
        await page.GotoAsync(Pane);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true });
        await Assertions.Expect(button).ToBeEnabledAsync();

        var dialog = await page.RunAndWaitForPopupAsync(() => button.ClickAsync());
        await dialog.CloseAsync();

        await Assertions.Expect(page.Locator("[data-reporter]")).ToContainTextAsync("Cửa sổ đăng nhập đã đóng. Hãy thử lại.");
        await EntraOffice.SignInAsync(page, BrowserSignInTests.Staff);
        await page.WaitForSelectorAsync(".duty");
    }

    [TestMethod]
    public async Task Words_from_elsewhere_or_for_another_call_are_no_token()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await OpenAsync(office, nested: false);
        var page = browser.Page;
        await page.GotoAsync(Pane);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true });
        await Assertions.Expect(button).ToBeEnabledAsync();
        var dialog = await page.RunAndWaitForPopupAsync(() => button.ClickAsync());
        await dialog.GetByLabel("Address").WaitForAsync();
        var forged = """JSON.stringify({ call: "CALL", grant: { accessToken: "forged", expiresAt: "2099-01-01T00:00:00Z", account: "a" } })""";

        await dialog.EvaluateAsync($"opener.postMessage({{ dialog: {forged} }}, '*')"); // from the authority's origin
        await page.EvaluateAsync($"dispatchEvent(new MessageEvent('message', {{ data: {{ dialog: {forged} }}, origin: location.origin }}))");
        await EntraOffice.NameAsync(dialog, BrowserSignInTests.Staff);

        await page.WaitForSelectorAsync(".duty");
        Assert.AreNotEqual("forged", await BrowserSignInTests.KeptTokenAsync(page));
    }

    private static async Task<BrowserPage> OpenAsync(EntraOffice office, bool nested)
    {
        var browser = await office.OpenAsync(320);
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "EndToEnd", "SignIn", "word-sign-in.js"));
        var given = new JsonObject { ["nested"] = nested, ["user"] = BrowserSignInTests.Staff };
        // Somebody who has seen the first screen already.
        await browser.Page.Context.AddInitScriptAsync("localStorage.setItem('hoctap:first-run', 'true')");
        // The pages fetch Microsoft's library themselves, in the pane and in the dialog's own window.
        await browser.Page.Context.RouteAsync("https://appsforoffice.microsoft.com/**", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = $"{script.Trim()}({given.ToJsonString()});" }));
        return browser;
    }

    // Word's broker: it hands out real tokens of the authority, silently or once the person was asked.
    private async Task<ConcurrentQueue<string>> BridgeAsync(EntraOffice office, IPage page, bool needsPerson)
    {
        var asked = new ConcurrentQueue<string>();
        await page.ExposeFunctionAsync("tokenFor", async (string method, string scope) =>
        {
            asked.Enqueue(method);
            return needsPerson && method == "GetToken" ? Refusal() : await GrantAsync(office, scope);
        });
        return asked;
    }

    private static Dictionary<string, object> Refusal() =>
        new() { ["success"] = false, ["error"] = new Dictionary<string, object> { ["status"] = "USER_INTERACTION_REQUIRED", ["code"] = "interaction_required", ["description"] = "The person must be asked." } };

    private async Task<Dictionary<string, object>> GrantAsync(EntraOffice office, string scope)
    {
        var (access, id) = await office.TokensAsync(BrowserSignInTests.Staff, Token);
        return new()
        {
            ["success"] = true,
            ["token"] = new Dictionary<string, object?> { ["access_token"] = access, ["id_token"] = id, ["expires_in"] = 3599, ["scope"] = scope, ["properties"] = null },
            ["account"] = new Dictionary<string, object> { ["username"] = BrowserSignInTests.Staff, ["environment"] = "127.0.0.1", ["localAccountId"] = "an-id", ["homeAccountId"] = "an-id.a-tenant", ["tenantId"] = office.Tenant.Server.TenantId, ["idToken"] = id },
        };
    }
}
