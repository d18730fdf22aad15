using System.Collections.Concurrent;
using HocTap.Office.Tests.EndToEnd.Journey;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.SignIn;

/// <summary>Sign-in with the unchanged @azure/msal-browser in a plain browser.</summary>
[TestClass]
[DoNotParallelize]
public sealed class BrowserSignInTests
{
    internal const string Staff = "de.dd0326@lamkieu.example";

    public TestContext TestContext { get; set; } = null!; // set by the runner

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task Somebody_signs_in_works_and_signs_out_and_no_address_ever_holds_a_token()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await office.OpenAsync();
        var page = browser.Page;
        var addresses = new ConcurrentQueue<string>();
        page.Context.Request += (_, request) => addresses.Enqueue(request.Url);

        await page.GotoAsync("/registers");
        await EntraOffice.SignInAsync(page, Staff);
        await page.WaitForURLAsync("**/registers");
        await Assertions.Expect(page.Locator("[data-who-name]")).ToHaveTextAsync("Đường Duy Đệ");
        var token = await KeptTokenAsync(page);
        var cookie = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "hoctap-session");
        Assert.IsTrue(cookie is { HttpOnly: true, Secure: true, SameSite: SameSiteAttribute.Strict });
        Assert.AreNotEqual(token, cookie.Value);

        await page.GotoAsync("/pane");
        await page.WaitForSelectorAsync(".duty");
        await OfficeBrowser.OpenFormAsync(page, Personas.StaffPlan);
        await page.Content().FillAsync("Gõ với tài khoản cơ quan");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("mở được cả trên máy khác");

        await page.ClickAsync("[data-sign-out]");
        await page.WaitForURLAsync($"{office.Origin}/");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true })).ToBeEnabledAsync();
        Assert.IsFalse((await page.Context.CookiesAsync()).Any(cookie => cookie.Name is "hoctap-session" or "local-entra"), "signed out here and at the authority");
        Assert.IsNull(await page.EvaluateAsync<string?>("localStorage.getItem('hoctap:session')"));
        await page.GotoAsync("/registers");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true })).ToBeEnabledAsync();
        Assert.IsFalse(addresses.Any(address => address.Contains(token, StringComparison.Ordinal) || address.Contains("access_token", StringComparison.Ordinal)));
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task Where_windows_are_blocked_the_whole_page_goes_to_the_authority_and_comes_back()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await office.OpenAsync();
        var page = browser.Page;
        await page.AddInitScriptAsync("window.open = () => null");

        await page.GotoAsync("/completion?campaign=HT2027");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/oauth2/v2.0/authorize?**");
        await EntraOffice.NameAsync(page, Staff);

        await page.WaitForURLAsync("**/completion?campaign=HT2027");
        await Assertions.Expect(page.Locator("[data-who-name]")).ToHaveTextAsync("Đường Duy Đệ");
    }

    [TestMethod]
    [DataRow(false, DisplayName = "by its refresh token")]
    [DataRow(true, DisplayName = "in a hidden frame once that is gone too")]
    public async Task A_token_that_ended_is_renewed_without_a_word(bool withoutRefreshToken)
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await office.OpenAsync();
        var page = browser.Page;
        await page.GotoAsync("/?return=" + Uri.EscapeDataString($"/pane?form=mau03&{Personas.StaffPlan.Target}"));
        await EntraOffice.SignInAsync(page, Staff);
        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
        var first = await KeptTokenAsync(page);
        if (withoutRefreshToken)
        {
            Assert.IsGreaterThan(0, await page.EvaluateAsync<int>("(keys => { keys.forEach(key => localStorage.removeItem(key)); return keys.length; })(Object.keys(localStorage).filter(key => key.toLowerCase().includes('refreshtoken')))"));
        }

        office.MoveOn(TimeSpan.FromHours(2));
        await page.Content().FillAsync("Gõ sau khi thẻ hết hạn");

        await page.WaitForFunctionAsync("first => JSON.parse(localStorage.getItem('hoctap:session')).accessToken !== first", first);
        await Assertions.Expect(page.Saved()).ToContainTextAsync("mở được cả trên máy khác");
        await page.GotoAsync("/registers");
        await Assertions.Expect(page.Locator("[data-who-name]")).ToHaveTextAsync("Đường Duy Đệ", new() { Timeout = 10_000 });
        Assert.HasCount(1, page.Context.Pages, "nobody was asked");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task A_token_is_renewed_well_before_it_ends()
    {
        await using var office = await EntraOffice.StartAsync(Token, userTokenSeconds: 240);
        await using var browser = await office.OpenAsync();
        var page = browser.Page;
        await page.GotoAsync("/?return=/pane");
        await EntraOffice.SignInAsync(page, Staff);
        await page.WaitForSelectorAsync(".duty");
        var first = await KeptTokenAsync(page);

        await page.ReloadAsync();
        await page.WaitForSelectorAsync(".duty");

        Assert.AreNotEqual(first, await KeptTokenAsync(page), "four minutes are left, five are wanted");
    }

    [TestMethod]
    public async Task When_nothing_renews_it_what_was_typed_is_there_after_signing_in_again()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await office.OpenAsync(320);
        var page = browser.Page;
        await page.GotoAsync("/?return=" + Uri.EscapeDataString($"/pane?form=mau03&{Personas.StaffPlan.Target}"));
        await EntraOffice.SignInAsync(page, Staff);
        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
        await page.Content().FillAsync("Gõ trước khi bị thu hồi");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("mở được cả trên máy khác");

        await office.RevokeAsync(Staff, Token);
        office.MoveOn(TimeSpan.FromHours(2));
        await page.ClickAsync("[data-insert]");

        await Assertions.Expect(page.Locator("[data-ended]")).ToContainTextAsync("Phiên làm việc đã hết.");
        await EntraOffice.SignInAsync(page, Staff);
        await Assertions.Expect(page.Content()).ToHaveValueAsync("Gõ trước khi bị thu hồi");
    }

    [TestMethod]
    public async Task Somebody_who_is_not_in_the_directory_is_told_whom_to_ask_and_may_use_another_account()
    {
        await using var office = await EntraOffice.StartAsync(Token);
        await using var browser = await office.OpenAsync(320);
        var page = browser.Page;
        await page.GotoAsync("/?return=/registers");

        await EntraOffice.SignInAsync(page, "nguoi.la@lamkieu.example");
        var refused = page.Locator("[data-refused]");
        await Assertions.Expect(refused).ToContainTextAsync("Tài khoản nguoi.la@lamkieu.example không có trong danh bạ.");
        await Assertions.Expect(refused).ToContainTextAsync("Hãy liên hệ: Phan Thị Ngọc Điệp (diep.ptn0007@lamkieu.example)");
        await Assertions.Expect(page.Locator("[data-refused-title]")).ToBeFocusedAsync();
        await EntraOffice.SignInAsync(page, Staff, "Dùng tài khoản khác");

        await page.WaitForURLAsync("**/registers");
        await Assertions.Expect(page.Locator("[data-who-name]")).ToHaveTextAsync("Đường Duy Đệ");
    }

    internal static Task<string> KeptTokenAsync(IPage page) => page.EvaluateAsync<string>("JSON.parse(localStorage.getItem('hoctap:session')).accessToken");
}
