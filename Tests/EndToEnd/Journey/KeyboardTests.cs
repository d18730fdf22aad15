using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>A whole journey with nothing but the keyboard, and with what a screen reader is told on the way.</summary>
[TestClass]
[DoNotParallelize]
public sealed class KeyboardTests : ServiceTests
{
    [TestMethod]
    public async Task A_plan_goes_from_the_duties_to_the_receipt_and_back_without_a_mouse()
    {
        var plan = await DraftTests.PlanOfAsync("N0302");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await page.GotoAsync("/pane");
        await page.WaitForSelectorAsync("[data-open-form]");

        await TabToAsync(page, "[data-open-form=mau03][data-campaign=HT2027]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-editor-title]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // Escape takes a dialog away, and the focus goes back to what opened it.
        await TabToAsync(page, "[data-salvage]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-sheet-title]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-salvage]")).ToBeFocusedAsync();

        // All that is missing is told, and the way there is one key.
        await TabToAsync(page, "[data-submit]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-summary]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.AreNotEqual("BUTTON", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await TypeAsync(page, "actionContent", "Giải quyết hồ sơ đúng hẹn.");
        await TypeAsync(page, "actionSolution", "Giao ban hằng tuần; cả năm 2027.");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Tab");
        for (var missing = 0; missing < 12 && await page.Locator("[data-readiness]").InnerTextAsync() != "Đủ điều kiện nộp"; missing++)
        {
            await page.Keyboard.PressAsync("F8");
            if (await page.EvaluateAsync<bool>("document.activeElement.matches('[data-add-row]')"))
            {
                await page.Keyboard.PressAsync("Space");
            }
            else if (await page.EvaluateAsync<bool>("document.activeElement.matches('[aria-invalid=true]') && document.activeElement.value === ''"))
            {
                await page.Keyboard.TypeAsync("Chi bộ");
            }
        }

        await Assertions.Expect(page.Locator("[data-readiness]")).ToContainTextAsync("Đủ điều kiện nộp");
        await TabToAsync(page, "[data-submit]");
        await page.EvaluateAsync("() => { globalThis.heard = []; new MutationObserver(() => globalThis.heard.push(document.querySelector('[data-announcer]').textContent)).observe(document.querySelector('[data-announcer]'), { childList: true, characterData: true, subtree: true }); }");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToBeFocusedAsync();
        await page.WaitForFunctionAsync("globalThis.heard.some((words) => words.includes('Đã nộp xong') && words.includes('Số biên nhận'))");

        await TabToAsync(page, "[data-back]", back: true);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#viec-cua-toi")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Article, new() { Name = "Mẫu 03 - Kế hoạch cá nhân, năm 2027" })).ToContainTextAsync("Đã nộp");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    private static async Task TypeAsync(IPage page, string tag, string words)
    {
        await TabToAsync(page, $"[data-field={tag}] [data-tag={tag}]");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(words);
    }

    // On with Tab until somebody is there, round the page once at most; what has the focus is always in sight.
    private static async Task TabToAsync(IPage page, string selector, bool back = false)
    {
        for (var steps = 0; steps < 160; steps++)
        {
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"No way to {selector} by keyboard.");
    }
}
