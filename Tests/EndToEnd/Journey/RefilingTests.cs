using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>Last year's plan to take from, filing again, and taking back, on the real service.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RefilingTests : ServiceTests
{
    [TestMethod]
    public async Task Last_years_lines_are_taken_one_by_one_or_all_and_marked_by_keyboard_too()
    {
        var plan = await DraftTests.PlanOfAsync("N0029");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);
        var offer = page.Locator("[data-last-year=actionContent]");
        await Assertions.Expect(offer.Locator("summary")).ToContainTextAsync("Từ bản năm 2025");
        var first = (await offer.Locator("[data-line] p").First.TextContentAsync())!.Trim();

        await offer.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Content()).ToHaveValueAsync(first);
        await Assertions.Expect(offer.Locator("[data-take]").First).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(offer.Locator("[data-take]").First).ToHaveTextAsync("Đã lấy mục 1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Content()).ToHaveValueAsync(first);
        await page.Content().FillAsync("Việc mới của năm nay.");
        await Assertions.Expect(offer.Locator("[data-take]").First).ToHaveTextAsync("Lấy mục 1");
        await offer.Locator("[data-take]").First.ClickAsync();
        await Assertions.Expect(page.Content()).ToHaveValueAsync($"Việc mới của năm nay.\n{first}");
    }

    [TestMethod]
    public async Task A_row_of_last_year_comes_as_a_new_row()
    {
        var plan = await DraftTests.PlanOfAsync("N0147");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);
        var offer = page.Locator("[data-last-year=exemplaryTasks]");
        await Assertions.Expect(offer.Locator("summary")).ToContainTextAsync("Từ bản năm 2025");

        await offer.Locator("summary").ClickAsync();
        await offer.Locator("[data-take]").First.ClickAsync();

        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-row] textarea").First).Not.ToHaveValueAsync("");
        Assert.IsNull(await page.Locator("[data-row]").GetAttributeAsync("data-row-id"));
        await Assertions.Expect(offer.Locator("[data-take]").First).ToHaveAttributeAsync("aria-disabled", "true");
    }

    [TestMethod]
    public async Task After_filing_again_the_page_says_what_was_replaced_and_what_changed()
    {
        var plan = await DraftTests.PlanOfAsync("N0285");
        using var client = await AsAsync(plan.Person);
        await client.FileToTheEndAsync(plan);
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);

        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToHaveTextAsync("Không có gì thay đổi");
        await Assertions.Expect(page.Locator("[data-receipt-changes]")).ToBeHiddenAsync();
        await page.FillAsync("textarea[data-tag=actionSolution]", "Giao ban hằng tháng.");
        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong bản số 2");
        await Assertions.Expect(page.Locator("[data-receipt-note]")).ToContainTextAsync("Bản này thay cho bản số 1.");
        await Assertions.Expect(page.Locator("[data-current]")).ToContainTextAsync("Bản số 2");
        await page.ClickAsync("[data-receipt-changes]");

        await Assertions.Expect(page.Locator("[data-receipt-differences]")).ToContainTextAsync("Giao ban hằng tháng.");
        await Assertions.Expect(page.Locator("[data-receipt-differences]")).ToContainTextAsync("Giao ban hằng tuần; thực hiện cả năm.");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task Replacing_a_confirmed_plan_is_asked_first_and_so_is_replacing_a_newer_one()
    {
        var plan = await DraftTests.PlanOfAsync("N0287");
        using var client = await AsAsync(plan.Person);
        using var head = await AsAsync("N0283");
        var first = await client.FileToTheEndAsync(plan);
        await head.ReviewAsync(first, 2, new { decision = "accepted" });
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await OfficeBrowser.OpenFormAsync(page, plan);
        await page.FillAsync("textarea[data-tag=actionSolution]", "Đổi sau khi đã xác nhận.");

        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(dialog).ToContainTextAsync("Bản đã được xác nhận");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thôi, giữ bản cũ" }).ClickAsync();
        Assert.AreEqual("accepted", (await client.GetAsync($"api/submissions/{first}")).GetProperty("status").GetString());

        await client.FileToTheEndAsync(plan, fields => fields["actionSolution"] = "Nộp từ máy khác.");
        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(dialog).ToContainTextAsync("Đã có bản số 2, nộp sau khi biểu mẫu này được mở");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Nộp bản của tôi" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong bản số 3");
    }

    [TestMethod]
    public async Task One_takes_back_ones_own_plan_after_a_question_and_hears_when_it_has_been_reviewed_meanwhile()
    {
        var plan = await DraftTests.PlanOfAsync("N0289");
        using var client = await AsAsync(plan.Person);
        using var head = await AsAsync("N0283");
        var id = await client.FileToTheEndAsync(plan);
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        var card = page.GetByRole(AriaRole.Article, new() { Name = "Mẫu 03 - Kế hoạch cá nhân, năm 2027" });
        await page.GotoAsync("/pane");
        await card.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" }).WaitForAsync();
        await head.ReviewAsync(id, 2, new { decision = "returned", comment = "Xem lại." });

        await WithdrawAsync(page, card);
        await Assertions.Expect(page.Locator("[data-duties-notice]")).ToContainTextAsync("Hồ sơ vừa thay đổi");
        await Assertions.Expect(card).ToContainTextAsync("Xem lại.");
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" })).ToHaveCountAsync(0);

        await client.FileToTheEndAsync(plan, fields => fields["actionSolution"] = "Đã xem lại.");
        await page.ReloadAsync();
        await WithdrawAsync(page, card);
        await Assertions.Expect(page.Locator("[data-duties-notice]")).ToContainTextAsync("Đã rút hồ sơ.");
        await Assertions.Expect(card.Locator(".badge").First).ToHaveTextAsync("Đã trả lại");
    }

    private static async Task WithdrawAsync(IPage page, ILocator card)
    {
        await card.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" }).ClickAsync();
    }
}
