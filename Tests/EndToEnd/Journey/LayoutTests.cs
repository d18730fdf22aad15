using System.Text.Json.Nodes;
using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using HocTap.Office.Tests.Unit.Templates.Checking;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>The layout of the document is looked at, mended, and taken back to the byte: on the real service, in Word and in a plain browser.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LayoutTests : ServiceTests
{
    [TestMethod]
    public async Task What_is_wrong_in_word_is_told_mended_in_place_and_taken_back_after_the_pane_was_closed()
    {
        var plan = await DraftTests.PlanOfAsync("N0327");
        var word = new WordStandIn { Document = new WordDocument(await SpoiledAsync(plan)) };
        var before = word.Document.ToBytes();
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 329);
        var page = browser.Page;
        await word.AttachAsync(page);
        await OfficeBrowser.OpenFormAsync(page, plan);

        await page.ClickAsync("[data-layout]");
        await Assertions.Expect(page.Locator(".deviation")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("[data-sheet=layout]")).ToContainTextAsync("Trang giấy: lề trang đang là");
        await Assertions.Expect(page.Locator("[data-sheet=layout]")).ToContainTextAsync("Hướng dẫn 36-HD/VPTW");
        CollectionAssert.AreEqual(before, word.Document.ToBytes());
        await page.ClickAsync("[data-repair]");
        await Assertions.Expect(page.Locator("[data-sheet-title]")).ToHaveTextAsync("Đã sửa 3 chỗ");
        using var client = await AsAsync(plan.Person);
        Assert.AreEqual(0, await DeviationsAsync(client, word.Document.ToBytes()));

        await OfficeBrowser.OpenFormAsync(page, plan);
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("trước khi sửa thể thức");
        await page.ClickAsync("[data-kept-undo]");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("trước khi hoàn tác");

        CollectionAssert.AreEqual(before, word.Document.ToBytes());
        await page.ClickAsync("[data-kept-undo]");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("trước khi sửa thể thức");
        Assert.AreEqual(0, await DeviationsAsync(client, word.Document.ToBytes()));
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task In_a_browser_the_chosen_file_is_mended_as_a_new_one_and_the_one_before_can_be_had_again()
    {
        var plan = await DraftTests.PlanOfAsync("N0324");
        var spoiled = await SpoiledAsync(plan);
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 900);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);

        await page.ClickAsync("[data-layout]");
        await page.SetInputFilesAsync("[data-layout-file]", new FilePayload { Name = "kế hoạch.docx", MimeType = OfficeClient.DocxType, Buffer = spoiled });
        await Assertions.Expect(page.Locator(".deviation")).ToHaveCountAsync(3);
        var mended = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-repair]"));
        using var client = await AsAsync(plan.Person);
        Assert.AreEqual(0, await DeviationsAsync(client, await File.ReadAllBytesAsync(await mended.PathAsync())));
        var back = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-layout-undo]"));

        Assert.AreEqual("kế hoạch.docx", back.SuggestedFilename);
        CollectionAssert.AreEqual(spoiled, await File.ReadAllBytesAsync(await back.PathAsync()));
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task What_was_inserted_over_the_open_document_can_be_taken_back_and_had_again_until_the_plan_is_received()
    {
        var plan = await DraftTests.PlanOfAsync("N0332");
        using var client = await AsAsync(plan.Person);
        var word = new WordStandIn { Document = new WordDocument(await client.FillAsync(plan, fields => fields["exemplaryTasks"] = new JsonArray())) };
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 329);
        var page = browser.Page;
        await word.AttachAsync(page);
        await OfficeBrowser.OpenFormAsync(page, plan);

        await page.Content().FillAsync("Nội dung khác trong ô này.");
        await page.FillAsync("textarea[data-tag=actionSolution]", "Cả năm 2027.");
        foreach (var tag in (string[])["orgPlanNumber", "orgPlanIssuer", "confirmerTitle", "confirmerName"])
        {
            await page.FillAsync($"[data-tag={tag}]", "Chi bộ");
        }

        // What was typed stands in the document by itself before it is inserted: these are the bytes to come back to.
        await UntilAsync(() => word.Document.Controls.Any(control => control is { Tag: "confirmerName", Text: "Chi bộ" }));
        var before = word.Document.ToBytes();
        await page.ClickAsync("[data-insert]");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("trước khi chèn biểu mẫu");
        await page.ClickAsync("[data-kept-undo]");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("trước khi hoàn tác");
        CollectionAssert.AreEqual(before, word.Document.ToBytes());

        await page.ClickAsync("[data-kept-undo]");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("trước khi chèn biểu mẫu");
        await page.ClickAsync("[data-submit]");
        await page.WaitForSelectorAsync("[data-receipt-title]");
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
        await OfficeBrowser.OpenFormAsync(page, plan);
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task A_document_that_is_none_of_ours_is_told_in_the_dialog()
    {
        var plan = await DraftTests.PlanOfAsync("N0324");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 329);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);

        await page.ClickAsync("[data-layout]");
        await page.SetInputFilesAsync("[data-layout-file]", new FilePayload { Name = "a.docx", MimeType = OfficeClient.DocxType, Buffer = "không phải Word"u8.ToArray() });

        await Assertions.Expect(page.Locator("[data-sheet=layout] [data-reporter]")).Not.ToBeEmptyAsync();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.IsLessThan(200, tries, "The document did not follow the pane.");
            await Task.Delay(50);
        }
    }

    private static async Task<byte[]> SpoiledAsync(Plan plan)
    {
        using var client = await AsAsync(plan.Person);
        return DamagedDocument.Of(await client.FillAsync(plan), [.. Damage.All.Where(damage => damage.Name is "a margin" or "another size" or "no asterisk")], 3).Docx;
    }

    private static async Task<int> DeviationsAsync(OfficeClient client, byte[] docx)
    {
        using var body = new ByteArrayContent(docx);
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(OfficeClient.DocxType);
        return (await OfficeClient.JsonAsync(await client.Http.PostAsync(new Uri("api/forms/check", UriKind.Relative), body))).GetProperty("deviations").GetArrayLength();
    }
}
