using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using HocTap.Office.Tests.Unit.Templates;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A table from elsewhere in the rows of a form: shown first, put in as chosen, taken back.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PasteTests
{
    private const string Table = "TT\tThời gian\tNoi dung nhiem vu\tĐơn vị chủ trì\tĐơn vị phối hợp\n1\tQuý II/2027\tSố hóa hồ sơ\tVăn phòng\tCông an\n2\tTrước 30/6/2027\tXóa điểm ngập\tPhòng Quản lý đô thị\t\n";

    [TestMethod]
    public async Task A_table_pasted_into_a_row_is_shown_and_comes_behind_the_rows_that_are_there_and_can_be_taken_back()
    {
        await using var stage = await OpenAsync("mau01-2-typical", 320);
        var page = stage.Page;
        var before = await TextsAsync(page);

        await PasteIntoAsync(page, "[data-row] textarea[data-tag=leadUnit]", Table, "");
        await Assertions.Expect(page.Locator("[data-sheet=paste] [data-sheet-title]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-sheet=paste] .paste-row")).ToHaveCountAsync(2);
        CollectionAssert.AreEqual(before, await TextsAsync(page));
        await Assertions.Expect(page.Locator("[data-row-warnings='1']")).ToContainTextAsync("phối hợp");
        await page.ClickAsync("[data-put]");

        await Assertions.Expect(page.Locator("[data-sheet]")).ToHaveCountAsync(0);
        CollectionAssert.AreEqual((string[])[.. before, "Số hóa hồ sơ", "Xóa điểm ngập"], await TextsAsync(page));
        await Assertions.Expect(page.Locator("[data-undo-button]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        CollectionAssert.AreEqual(before, await TextsAsync(page));
    }

    [TestMethod]
    public async Task The_button_asks_for_a_table_and_columns_and_rows_can_be_chosen_and_replace_what_is_there()
    {
        await using var stage = await OpenAsync("mau01-2-typical", 900);
        var page = stage.Page;

        await page.ClickAsync("[data-paste]");
        await PasteIntoAsync(page, "[data-paste-place]", "không phải bảng".Replace(' ', '_'), "<p>không</p>");
        await Assertions.Expect(page.Locator("[data-sheet=paste] .paste-row")).ToHaveCountAsync(1);
        await page.ClickAsync("[data-sheet] .answers button:has-text('Thôi')");
        await page.ClickAsync("[data-paste]");
        await PasteIntoAsync(page, "[data-paste-place]", Table, "");
        await page.SelectOptionAsync("select[data-column='1']", "");
        await page.UncheckAsync("[data-index='0']");
        await page.CheckAsync("[value=replace]");
        await page.ClickAsync("[data-put]");

        CollectionAssert.AreEqual(new[] { "Xóa điểm ngập" }, await TextsAsync(page));
        await Assertions.Expect(page.Locator("[data-row] textarea[data-tag=timeframe]")).ToHaveValueAsync("");
    }

    [TestMethod]
    public async Task Closing_the_dialog_changes_nothing_and_gives_the_focus_back()
    {
        await using var stage = await OpenAsync("mau02-2-typical", 320);
        var page = stage.Page;
        var before = await page.Locator("textarea[data-tag=modelName]").First.InputValueAsync();

        await page.ClickAsync("[data-paste]");
        await PasteIntoAsync(page, "[data-paste-place]", "Tên mô hình\tĐịa chỉ\nA\tB\nC\tD\nE\tF\n", "");
        await Assertions.Expect(page.Locator("[data-paste-warnings]")).ToContainTextAsync("mục 2.1b");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("[data-sheet]")).ToHaveCountAsync(0);
        Assert.AreEqual(before, await page.Locator("textarea[data-tag=modelName]").First.InputValueAsync());
        await Assertions.Expect(page.Locator("[data-paste]")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task Text_and_a_single_cell_are_left_to_the_field_and_a_table_can_be_pasted_as_text()
    {
        await using var stage = await OpenAsync("mau01-2-typical", 320);
        var page = stage.Page;

        Assert.IsFalse(await PasteIntoAsync(page, "[data-row] textarea[data-tag=leadUnit]", "Văn phòng", "<table><tr><td>Văn phòng</td></tr></table>"));
        Assert.IsFalse(await PasteIntoAsync(page, "[data-row] textarea[data-tag=leadUnit]", "một dòng\tcó tab", ""));
        await page.Locator("[data-row] textarea[data-tag=leadUnit]").First.FillAsync("");
        Assert.IsTrue(await PasteIntoAsync(page, "[data-row] textarea[data-tag=leadUnit]", "a\tb\nc\td\n", ""));
        await page.ClickAsync("[data-sheet] button:has-text('Chỉ dán chữ')");

        await Assertions.Expect(page.Locator("[data-row] textarea[data-tag=leadUnit]").First).ToHaveValueAsync("a\tb\nc\td\n");
    }

    /// <returns>True when the page kept the paste from the browser.</returns>
    internal static async Task<bool> PasteIntoAsync(IPage page, string selector, string text, string html)
    {
        await page.Locator(selector).First.FocusAsync();
        return await page.Locator(selector).First.EvaluateAsync<bool>(
            """
            (place, [text, html]) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData("text/plain", text);
              if (html) clipboardData.setData("text/html", html);
              return !place.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            new[] { text, html });
    }

    private static async Task<string[]> TextsAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-row] textarea[data-tag=taskContent]')].map((area) => area.value)");

    private static async Task<FormStage> OpenAsync(string sample, int width)
    {
        var stage = await FormStage.OpenAsync(width, site => site.Editor = SampleModels.EditorOf(Sample.Named(sample).Code, Sample.Named(sample).Values) with
        {
            Context = new RuleContext(2024, new DateOnly(2024, 3, 1), Required: true, MinRows: 1, MaxRows: 2),
        });
        return stage;
    }
}
