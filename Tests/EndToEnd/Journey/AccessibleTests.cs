using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using HocTap.Office.Tests.Unit.Templates.Checking;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>Every state that the pane only has with the real service or in Word can be used by everybody.</summary>
[TestClass]
[DoNotParallelize]
public sealed class AccessibleTests : ServiceTests
{
    private const string Person = "N0272";

    [TestMethod]
    [DataRow("first-run")]
    [DataRow("readiness")]
    [DataRow("paste")]
    [DataRow("paste-preview")]
    [DataRow("salvage")]
    [DataRow("salvage-offers")]
    [DataRow("layout")]
    [DataRow("layout-mended")]
    [DataRow("kept")]
    [DataRow("asked")]
    [DataRow("differs")]
    [DataRow("receipt")]
    [DataRow("no-service")]
    public async Task A_state_of_the_pane_can_be_used_by_everybody(string state)
    {
        var plan = await DraftTests.PlanOfAsync(state == "receipt" ? "N0273" : Person);
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await StandsAsync(page, plan, state);

        await Usable.AssertAsync(page, state);

        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    private static async Task StandsAsync(IPage page, Plan plan, string state)
    {
        using var client = await AsAsync(plan.Person);
        if (state is "first-run" or "layout" or "layout-mended" or "kept" or "asked" or "differs")
        {
            var word = new WordStandIn { Document = new WordDocument(await SpoiledAsync(client, plan)) };
            await word.AttachAsync(page);
            await InWordAsync(page, plan, state, word);
            return;
        }

        await OfficeBrowser.OpenFormAsync(page, plan);
        switch (state)
        {
            case "readiness":
                await page.Content().FocusAsync();
                await page.Keyboard.PressAsync("F8");
                await page.Keyboard.PressAsync("F8");
                break;
            case "paste" or "paste-preview":
                await page.ClickAsync("[data-paste]");
                await page.Locator("[data-paste-place]").FocusAsync();
                if (state == "paste-preview")
                {
                    await page.EvaluateAsync(
                        """
                        () => {
                          const data = new DataTransfer();
                          data.setData("text/plain", "TT\tNội dung công việc\tGiải pháp\n1\tHọc Bác về tiết kiệm\tCả năm 2027\n2\tHọc Bác về nêu gương\t\n");
                          document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                        }
                        """);
                    await page.Locator(".paste-row").First.WaitForAsync();
                }

                break;
            case "salvage" or "salvage-offers":
                await page.ClickAsync("[data-salvage]");
                await page.Locator("[data-sheet-title]").WaitForAsync();
                if (state == "salvage-offers")
                {
                    await page.SetInputFilesAsync("[data-salvage-file]", new FilePayload { Name = "cu.docx", MimeType = OfficeClient.DocxType, Buffer = await client.FillAsync(plan) });
                    await page.Locator("[data-offer]").First.WaitForAsync();
                }

                break;
            case "receipt":
                await ThreeFormsTests.FillAsync(page, "mau03");
                await page.ClickAsync("[data-submit]");
                await page.WaitForSelectorAsync("[data-receipt-title]");
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                break;
            case "no-service":
                await page.Context.SetOfflineAsync(true);
                await page.ClickAsync("[data-insert]");
                await page.Locator("[data-summary]:visible, [data-reporter]:not(:empty), [data-bar-notice]:not(:empty)").First.WaitForAsync();
                break;
        }
    }

    private static async Task InWordAsync(IPage page, Plan plan, string state, WordStandIn word)
    {
        if (state == "first-run")
        {
            await page.GotoAsync("/pane");
            await page.WaitForSelectorAsync("#lan-dau");
            return;
        }

        await OfficeBrowser.OpenFormAsync(page, plan);
        await page.Locator("[data-live=on], [data-live=off]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        switch (state)
        {
            case "layout":
                await page.ClickAsync("[data-layout]");
                await page.Locator(".deviation").First.WaitForAsync();
                break;
            case "layout-mended" or "kept":
                await page.ClickAsync("[data-layout]");
                await page.ClickAsync("[data-repair]");
                await Assertions.Expect(page.Locator("[data-sheet-title]")).ToContainTextAsync("Đã sửa");
                if (state == "kept")
                {
                    await page.Keyboard.PressAsync("Escape");
                    await page.Locator("[data-kept-undo]").WaitForAsync();
                }

                break;
            case "asked":
                await word.TypeAsync("actionContent", "Gõ trong văn bản.");
                await page.Content().FillAsync("Gõ ở đây.");
                await page.EvaluateAsync("dispatchEvent(new Event('focus'))");
                await page.Locator("[data-asked]").First.WaitForAsync();
                break;
            case "differs":
                // The dialog is asked for where a document cannot be kept in step.
                await page.EvaluateAsync("document.querySelector('[data-differs-list]').innerHTML = '<li>II.1 Nội dung, công việc cụ thể</li>'; document.querySelector('[data-differs]').showModal()");
                break;
        }
    }

    private static async Task<byte[]> SpoiledAsync(OfficeClient client, Plan plan) =>
        DamagedDocument.Of(await client.FillAsync(plan), [.. Damage.All.Where(damage => damage.Name is "a margin" or "another size" or "no asterisk")], 3).Docx;
}
