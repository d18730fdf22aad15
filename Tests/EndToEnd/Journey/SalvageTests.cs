using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Salvage;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>An old form is shown as it was understood, taken place by place, and taken back: on the real service.</summary>
[TestClass]
[DoNotParallelize]
public sealed class SalvageTests : ServiceTests
{
    // The form must be empty: nobody else files for the secretary here.
    private static readonly Lazy<Task<OfficeApp>> Own = new(() => OfficeApp.StartAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero)));

    [ClassCleanup]
    public static async Task StopOwnAsync()
    {
        if (Own.IsValueCreated)
        {
            await (await Own.Value).DisposeAsync();
        }
    }

    [TestMethod]
    public async Task A_hand_typed_plan_is_shown_and_only_what_is_ticked_comes_in_and_can_be_taken_back()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await Own.Value, Personas.WardSecretary, 329);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, Personas.WardSecretaryPlan);
        var (name, content) = (await page.InputValueAsync("[data-tag=fullName]"), await page.Content().InputValueAsync());

        await page.ClickAsync("[data-salvage]");
        await page.SetInputFilesAsync("[data-salvage-file]", new FilePayload { Name = "cu.docx", MimeType = OfficeClient.DocxType, Buffer = Typed() });
        await Assertions.Expect(page.Locator("[data-sheet-title]")).ToHaveTextAsync("Đọc được như sau, đúng không?");
        Assert.AreEqual(content, await page.Content().InputValueAsync());
        await Assertions.Expect(page.Locator("[data-offer=actionContent]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".offer:has([data-offer=actionContent])")).ToContainTextAsync("chắc chắn");
        // A day of another year is no day of this form.
        await Assertions.Expect(page.Locator("[data-offer=documentDate]")).Not.ToBeCheckedAsync();
        await page.UncheckAsync("[data-offer=actionSolution]");
        await page.ClickAsync("[data-sheet] [data-take]");

        await Assertions.Expect(page.Locator("[data-field=actionContent][data-changed] [data-source]")).ToHaveTextAsync("lấy từ bản cũ");
        Assert.AreEqual(Plan.Normalized["actionContent"], await page.Content().InputValueAsync());
        Assert.AreEqual("", await page.InputValueAsync("textarea[data-tag=actionSolution]"));
        Assert.AreEqual(name, await page.InputValueAsync("[data-tag=fullName]"));
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await page.ClickAsync("[data-read-result] button");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(0);
        Assert.AreEqual(content, await page.Content().InputValueAsync());
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task The_open_document_of_word_is_read_and_a_form_of_another_kind_changes_nothing()
    {
        var task = Sample.Named("mau01-2-typical");
        var word = new WordStandIn { Document = new WordDocument(new Clerk(task.Form, task.Campaign, task.Normalized, Habits.Careful).Type()) };
        await using var browser = await OfficeBrowser.OpenAsync(await Own.Value, Personas.WardSecretary, 329);
        var page = browser.Page;
        await word.AttachAsync(page);
        await OfficeBrowser.OpenFormAsync(page, Personas.WardSecretaryPlan);

        await page.ClickAsync("[data-salvage]");
        await page.ClickAsync("[data-sheet] button:has-text('Văn bản đang mở trong Word')");
        await Assertions.Expect(page.Locator("[data-sheet-title]")).ToHaveTextAsync("Văn bản này là biểu mẫu khác");
        await page.Keyboard.PressAsync("Escape");
        word.Document = new WordDocument(Typed());
        await page.ClickAsync("[data-salvage]");
        await page.ClickAsync("[data-sheet] button:has-text('Văn bản đang mở trong Word')");

        await Assertions.Expect(page.Locator("[data-offer=exemplaryTasks]")).ToBeCheckedAsync();
    }

    [TestMethod]
    public async Task Texts_that_went_nowhere_are_shown_and_what_is_uncertain_is_not_ticked()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await Own.Value, Personas.WardSecretary, 900);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, Personas.WardSecretaryPlan);
        var doubtful = new TypedDocument().Lines(
            "KẾ HOẠCH", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2026", "Họ tên: Châu Thị Bích Yến", "Số điện thoại nhà riêng 0987",
            "II. NỘI DUNG LÀM THEO", "1. Nội dung", "Tiếp dân mỗi tuần.", "2. Giải pháp", "Giao ban.");

        await page.ClickAsync("[data-salvage]");
        await page.SetInputFilesAsync("[data-salvage-file]", new FilePayload { Name = "cu.docx", MimeType = OfficeClient.DocxType, Buffer = doubtful.ToBytes() });
        await Assertions.Expect(page.Locator("[data-leftovers]")).ToContainTextAsync("0987");

        foreach (var uncertain in await page.Locator(".offer:has(.sureness[data-tone=warning]) input").AllAsync())
        {
            Assert.IsFalse(await uncertain.IsCheckedAsync());
        }
    }

    private static Sample Plan => Sample.Named("mau03-2-typical");

    private static byte[] Typed() => new Clerk(Plan.Form, Plan.Campaign, Plan.Normalized, Habits.Careful).Type();
}
