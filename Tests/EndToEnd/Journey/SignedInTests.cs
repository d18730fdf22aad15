using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>Sessions that end, or change hands, are said and lead on.</summary>
[TestClass]
[DoNotParallelize]
public sealed class SignedInTests : ServiceTests
{
    [TestMethod]
    public async Task An_ended_session_is_explained_and_signing_in_again_brings_back_what_was_typed()
    {
        var plan = await DraftTests.PlanOfAsync("N0300");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);
        await page.Content().FillAsync("Gõ trước khi hết phiên");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Đã giữ bản nháp");
        await page.EvaluateAsync("localStorage.removeItem('hoctap:session')");

        await page.ClickAsync("[data-insert]");

        await Assertions.Expect(page.Locator("[data-ended]")).ToContainTextAsync("Phiên làm việc đã hết.");
        await page.Locator("[data-sign-in-again] button").ClickAsync();
        await Assertions.Expect(page.Content()).ToHaveValueAsync("Gõ trước khi hết phiên");
    }

    [TestMethod]
    public async Task A_cookie_without_a_token_leads_to_signing_in_again_and_not_round_in_circles()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, Personas.Staff, 320);
        var page = browser.Page;
        await page.EvaluateAsync("localStorage.removeItem('hoctap:session')");

        await page.GotoAsync("/pane");
        await Assertions.Expect(page.Locator("[data-known]")).ToContainTextAsync("Đường Duy Đệ");
        await Assertions.Expect(page.Locator("[data-go-on]")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập lại là Đường Duy Đệ" }).ClickAsync();

        await page.WaitForSelectorAsync(".duty");
    }

    [TestMethod]
    public async Task When_somebody_else_signs_in_in_another_window_the_first_one_says_so_and_files_nothing()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, Personas.Staff);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, Personas.StaffPlan);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await other.GetByRole(AriaRole.Button, new() { Name = "Châu Thế Khởi" }).ClickAsync();
        await other.Locator("[data-welcome] h2").WaitForAsync();

        await Assertions.Expect(page.Locator("[data-reporter]")).ToContainTextAsync("Châu Thế Khởi vừa đăng nhập ở cửa sổ khác.");
        await page.ClickAsync("[data-insert]");
        await Assertions.Expect(page.Locator("[data-reporter]")).ToContainTextAsync("Người khác vừa đăng nhập: Châu Thế Khởi.");
        await Assertions.Expect(page.Locator("[data-reporter]")).Not.ToContainTextAsync("Không tìm thấy");
    }
}
