using HocTap.Office.Tests.EndToEnd.Journey;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Offline;

/// <summary>Filed without a network: kept with a receipt of this machine's own, and sent once.</summary>
[TestClass]
[DoNotParallelize]
public sealed class QueueTests : ServiceTests
{
    [TestMethod]
    public async Task Clicked_twice_in_two_windows_without_a_network_it_is_stored_once()
    {
        var plan = await DraftTests.PlanOfAsync("N0267");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var (first, second) = (browser.Page, await browser.Page.Context.NewPageAsync());
        await OfflinePages.OpenReadyAsync(first);
        await OfflinePages.OpenPlanAsync(first, plan);
        await OfflinePages.TypeAsync(first, "Hai cửa sổ, một hồ sơ");
        await Assertions.Expect(first.Saved()).ToContainTextAsync("mở được cả trên máy khác");
        await OfficeBrowser.OpenFormAsync(second, plan);
        await Assertions.Expect(second.Content()).ToHaveValueAsync("Hai cửa sổ, một hồ sơ");
        await first.Context.SetOfflineAsync(true);

        foreach (var page in new[] { first, second })
        {
            await page.BringToFrontAsync();
            await page.Locator("[data-submit]").DblClickAsync();
            await page.LocalReceipt().WaitForAsync();
        }

        await Assertions.Expect(second.Locator("[data-local-number]")).ToHaveTextAsync(await first.Locator("[data-local-number]").InnerTextAsync());
        await first.Context.SetOfflineAsync(false);
        foreach (var page in new[] { first, second })
        {
            await Assertions.Expect(page.Locator("[data-receipt-title]")).ToContainTextAsync("Đã nộp xong");
        }

        Assert.AreEqual(await first.Locator("[data-receipt-number]").InnerTextAsync(), await second.Locator("[data-receipt-number]").InnerTextAsync());
        Assert.AreEqual((1, "Hai cửa sổ, một hồ sơ"), await OfflinePages.FiledAsync(await App, plan));
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task What_waits_is_marked_at_its_duty_and_goes_out_when_the_pane_is_opened_again_after_it_was_closed()
    {
        var plan = await DraftTests.PlanOfAsync("N0290");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await WaitingAsync(page, plan, "Đóng trang rồi mở lại");
        var number = await page.Locator("[data-local-number]").InnerTextAsync();
        await page.GotoAsync("/pane");
        await Assertions.Expect(page.Locator("article [data-waiting-filing]")).ToContainTextAsync(number);
        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        Assert.AreEqual((0, null), await OfflinePages.FiledAsync(await App, plan));

        var again = await context.NewPageAsync();
        await again.GotoAsync("/pane");

        await Assertions.Expect(again.Locator("[data-waiting-list]")).ToContainTextAsync("Đã gửi hồ sơ đang chờ");
        await Assertions.Expect(again.Locator("[data-waiting-filing]")).ToHaveCountAsync(0);
        Assert.AreEqual((1, "Đóng trang rồi mở lại"), await OfflinePages.ArrivedAsync(await App, plan));
        await OfficeBrowser.OpenFormAsync(again, plan);
        await Assertions.Expect(again.Locator("[data-current]")).ToContainTextAsync("Bản số 1");
        await Assertions.Expect(again.Locator("[data-draft-note]")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task A_busy_service_is_asked_again_by_itself_and_the_same_is_stored_once()
    {
        var plan = await DraftTests.PlanOfAsync("N0294");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);
        await OfflinePages.TypeAsync(page, "Lúc hệ thống bận");
        var tries = 0;
        await page.RouteAsync("**/api/submissions?*", async route =>
        {
            // The first never arrives, the second arrives and its answer is lost, the third finds a busy service.
            switch (Interlocked.Increment(ref tries))
            {
                case 1:
                    await route.AbortAsync();
                    break;
                case 2:
                    await route.FetchAsync();
                    await route.AbortAsync();
                    break;
                case 3:
                    await route.FulfillAsync(new() { Status = 503 });
                    break;
                default:
                    await route.ContinueAsync();
                    break;
            }
        });

        await page.ClickAsync("[data-submit]");
        await page.LocalReceipt().WaitForAsync();

        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToContainTextAsync("Đã");
        Assert.AreEqual((1, "Lúc hệ thống bận"), await OfflinePages.FiledAsync(await App, plan));
    }

    [TestMethod]
    public async Task What_another_device_filed_meanwhile_is_not_replaced_unseen_and_the_words_are_kept()
    {
        var plan = await DraftTests.PlanOfAsync("N0295");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await WaitingAsync(page, plan, "Gõ ở xã, không có mạng");
        using var client = await AsAsync(plan.Person);
        await client.FileToTheEndAsync(plan, fields => (fields["actionContent"], fields["exemplaryTasks"]) = ("Nộp từ cơ quan", new System.Text.Json.Nodes.JsonArray()));

        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("[data-progress-title]")).ToContainTextAsync("Đã có bản số 1");
        await Assertions.Expect(page.Content()).ToHaveValueAsync("Gõ ở xã, không có mạng");
        Assert.AreEqual((1, "Nộp từ cơ quan"), await OfflinePages.FiledAsync(await App, plan));
        await page.GotoAsync("/pane");
        await Assertions.Expect(page.Locator("[data-waiting-filing]")).ToContainTextAsync("Chưa nộp được");
        await page.Locator("[data-waiting-filing] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-waiting-filing]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task It_may_be_taken_back_and_then_nothing_is_sent()
    {
        var plan = await DraftTests.PlanOfAsync("N0279");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await WaitingAsync(page, plan, "Nghĩ lại");

        await page.ClickAsync("[data-take-back]");
        await Assertions.Expect(page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã thôi nộp.");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Saved()).ToContainTextAsync("mở được cả trên máy khác");

        await Assertions.Expect(page.Content()).ToHaveValueAsync("Nghĩ lại");
        Assert.AreEqual((0, null), await OfflinePages.FiledAsync(await App, plan));
    }

    [TestMethod]
    public async Task An_ended_session_lets_it_wait_for_the_same_person_and_nobody_else_sends_it()
    {
        var plan = await DraftTests.PlanOfAsync("N0280");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await WaitingAsync(page, plan, "Phiên hết giữa chừng");
        await OfflineFormTests.EndSessionAsync(page);
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/pane");
        await page.WaitForSelectorAsync("[data-ended]:visible");

        await OfflineFormTests.SignInAsync(page, "N0281");
        await OfflinePages.OpenReadyAsync(page);
        await Assertions.Expect(page.Locator("[data-waiting-filing]")).ToHaveCountAsync(0);
        Assert.AreEqual((0, null), await OfflinePages.FiledAsync(await App, plan));
        await OfflineFormTests.SignInAsync(page, plan.Person);
        await page.GotoAsync($"/pane?form=mau03&{plan.Target}");

        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToContainTextAsync("Đã");
        Assert.AreEqual((1, "Phiên hết giữa chừng"), await OfflinePages.ArrivedAsync(await App, plan));
    }

    [TestMethod]
    public async Task Who_signs_out_while_something_waits_is_told_and_it_stays()
    {
        var plan = await DraftTests.PlanOfAsync("N0282");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await WaitingAsync(page, plan, "Đăng xuất khi đang chờ");

        await page.ClickAsync("[data-sign-out]");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Còn 1 hồ sơ chờ gửi");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.WaitForSelectorAsync("[data-sign-in]");
        await page.Context.SetOfflineAsync(false);
        await OfflineFormTests.SignInAsync(page, plan.Person);
        await page.GotoAsync("/pane");

        await Assertions.Expect(page.Locator("[data-waiting-list]")).ToContainTextAsync("Đã gửi hồ sơ đang chờ");
        Assert.AreEqual((1, "Đăng xuất khi đang chờ"), await OfflinePages.ArrivedAsync(await App, plan));
    }

    // Opens the plan, types it and files it without a network.
    private static async Task WaitingAsync(IPage page, Plan plan, string content)
    {
        await OfflinePages.OpenReadyAsync(page);
        await OfflinePages.OpenPlanAsync(page, plan);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Context.SetOfflineAsync(true);
        await OfflinePages.TypeAsync(page, content);
        await page.ClickAsync("[data-submit]");
        await page.LocalReceipt().WaitForAsync();
    }
}
