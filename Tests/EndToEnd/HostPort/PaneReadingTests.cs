using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Reading a document: only the right one, and never for good.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneReadingTests
{
    private static FormValues OfSomebodyElse => SampleModels.Complete with
    {
        Fields = new Dictionary<string, string>(SampleModels.Complete.Fields) { ["fullName"] = "Đường Duy Đệ", ["planOwnerName"] = "Đường Duy Đệ", ["dateOfBirth"] = "1982-09-26" },
    };

    [TestMethod]
    [DataRow("HT2027", "N0326", "Đường Duy Đệ", DisplayName = "của người khác")]
    [DataRow("HT2025", "N0037", "năm 2025", DisplayName = "của năm khác")]
    [DataRow("HT2027", "N0037", "Đường Duy Đệ", DisplayName = "ghi tên người khác")]
    public async Task A_document_of_somebody_else_or_another_year_is_refused_before_anything_is_touched(string campaign, string person, string said)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);
        await page.GetByLabel("II.1 Nội dung, công việc cụ thể").FillAsync("Của tôi");

        await ReadAsync(page, AddInSite.FillWith(person == "N0037" && campaign == "HT2025" ? SampleModels.Complete : OfSomebodyElse, campaign, person));

        await Assertions.Expect(page.Locator("[data-read-result]")).ToContainTextAsync(said);
        await Assertions.Expect(page.Locator("[data-read-result]")).ToContainTextAsync("Biểu mẫu vẫn giữ nguyên.");
        await Assertions.Expect(page.GetByLabel("II.1 Nội dung, công việc cụ thể")).ToHaveValueAsync("Của tôi");
        await Assertions.Expect(page.Locator("[data-tag=dateOfBirth]")).ToHaveValueAsync("27/06/1981");
    }

    [TestMethod]
    public async Task What_was_typed_before_reading_comes_back_with_one_click()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await PaneInBrowserTests.OpenFormAsync(page);
        await page.GetByLabel("II.1 Nội dung, công việc cụ thể").FillAsync("Gõ trước khi đọc");
        await ReadAsync(page, AddInSite.FillWith(SampleModels.Complete));
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);

        await page.Locator("[data-read-result]").GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("II.1 Nội dung, công việc cụ thể")).ToHaveValueAsync("Gõ trước khi đọc");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-changed]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task An_empty_file_is_told_as_what_it_is()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        await PaneInBrowserTests.OpenFormAsync(browser.Page);

        await ReadAsync(browser.Page, []);

        await Assertions.Expect(browser.Page.Locator("[data-read-result]")).ToContainTextAsync("Tệp này trống");
    }

    internal static async Task ReadAsync(IPage page, byte[] docx)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.ClickAsync("[data-read]"));
        await chooser.SetFilesAsync(new FilePayload { Name = "ke-hoach.docx", MimeType = "application/octet-stream", Buffer = docx });
        await page.WaitForSelectorAsync("[data-read-result] .notice");
    }
}
