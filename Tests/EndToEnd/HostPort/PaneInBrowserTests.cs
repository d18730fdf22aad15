using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>The pane in a plain browser, where documents are files.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneInBrowserTests
{
    [TestMethod]
    public async Task A_plain_browser_never_asks_the_network_for_the_library_of_office()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var foreign = new List<string>();
        browser.Page.Request += (_, request) => foreign.Add(request.Url);

        await OpenFormAsync(browser.Page);

        Assert.IsEmpty(foreign.FindAll(url => !url.StartsWith(site.Address, StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Inserting_downloads_a_document_that_says_what_the_pane_says_under_the_services_name()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);
        await browser.Page.GetByLabel("II.1 Nội dung, công việc cụ thể").FillAsync("Tiếp dân mỗi tuần.\nKhông để tồn đơn.");

        var download = await browser.Page.RunAndWaitForDownloadAsync(() => browser.Page.ClickAsync("[data-insert]"));

        Assert.AreEqual("HT2027_M03_Châu Thị Bích Yến.docx", download.SuggestedFilename);
        var values = AddInSite.Read(await File.ReadAllBytesAsync(await download.PathAsync()));
        Assert.AreEqual("Tiếp dân mỗi tuần.\nKhông để tồn đơn.", values["actionContent"]);
        Assert.AreEqual("Châu Thị Bích Yến", values["planOwnerName"]);
    }

    [TestMethod]
    public async Task Reading_a_file_fills_the_fields_and_marks_what_changed_and_filing_sends_that_very_file()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);
        var docx = AddInSite.FillWith(SampleModels.Complete);

        await ReadAsync(browser.Page, docx);
        await browser.Page.ClickAsync("[data-submit]");
        await browser.Page.WaitForSelectorAsync("[data-receipt-title]");

        Assert.Contains("đổi theo văn bản", await browser.Page.Locator("[data-read-result]").InnerTextAsync());
        Assert.AreEqual(1, await browser.Page.Locator("[data-field=documentDate][data-changed]").CountAsync());
        Assert.AreEqual("Công việc 1", await browser.Page.Locator("[data-row-title]").InnerTextAsync());
        Assert.IsTrue(site.Filings.TryDequeue(out var filing));
        CollectionAssert.AreEqual(docx, filing.Bytes);
        Assert.IsEmpty(site.Fillings);
    }

    [TestMethod]
    public async Task After_a_change_to_what_was_read_a_new_document_is_filed()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);
        await ReadAsync(browser.Page, AddInSite.FillWith(SampleModels.Complete));

        await browser.Page.GetByLabel("II.2 Giải pháp, thời gian thực hiện").FillAsync("Hoàn thành trước 30/6/2027.");
        await browser.Page.ClickAsync("[data-submit]");
        await browser.Page.WaitForSelectorAsync("[data-receipt-title]");

        Assert.IsTrue(site.Filings.TryDequeue(out var filing));
        Assert.AreEqual("Hoàn thành trước 30/6/2027.", AddInSite.Read(filing.Bytes)["actionSolution"]);
        Assert.AreEqual("2", AddInSite.Read(filing.Bytes).RowsOf("exemplaryTasks")[0]["exemplaryGroup"]);
    }

    [TestMethod]
    public async Task A_double_click_files_once_and_the_receipt_says_number_time_state_and_revision()
    {
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(SampleModels.Complete);
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);

        await browser.Page.DblClickAsync("[data-submit]");
        await browser.Page.WaitForSelectorAsync("[data-receipt-title]");

        Assert.HasCount(1, site.Filings);
        var receipt = await browser.Page.Locator(".receipt").InnerTextAsync();
        foreach (var said in (string[])["Đã nộp xong", "4B1F-5A2C-9E77", "10:04 ngày 22/11/2026", "Đã nộp", "Bản số"])
        {
            Assert.Contains(said, receipt);
        }
    }

    [TestMethod]
    public async Task A_parked_filing_is_told_honestly()
    {
        await using var site = await AddInSite.StartAsync();
        (site.Editor, site.StoredAs) = (SampleModels.Editor(SampleModels.Complete), "parked");
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);

        await browser.Page.ClickAsync("[data-submit]");
        await browser.Page.WaitForSelectorAsync("[data-receipt-title]");

        var receipt = await browser.Page.Locator(".receipt").InnerTextAsync();
        Assert.Contains("chưa đưa được vào nơi lưu trữ chung", receipt);
        Assert.Contains("không phải nộp lại", receipt);
        Assert.DoesNotContain("SharePoint", await browser.Page.ContentAsync());
    }

    [TestMethod]
    public async Task After_a_lost_answer_the_same_key_and_bytes_are_sent_again_by_itself_even_after_a_reload()
    {
        await using var site = await AddInSite.StartAsync();
        (site.Editor, site.LosesAnswers) = (SampleModels.Editor(SampleModels.Complete), true);
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);

        await browser.Page.ClickAsync("[data-submit]");
        await browser.Page.ClickAsync("[data-resend]:visible");
        await browser.Page.WaitForSelectorAsync("[data-resend]:visible");
        Assert.Contains("Không kết nối được với hệ thống.", await browser.Page.Locator(".progress-card").InnerTextAsync());
        site.LosesAnswers = false;
        await browser.Page.ReloadAsync();
        await browser.Page.WaitForSelectorAsync("[data-receipt-title]");

        var filings = site.Filings.ToArray();
        Assert.IsGreaterThanOrEqualTo(3, filings.Length);
        Assert.HasCount(1, filings.Select(filing => filing.Key).Distinct());
        Assert.HasCount(1, filings.Select(filing => Convert.ToHexString(filing.Bytes)).Distinct());
        Assert.HasCount(1, site.Fillings);
    }

    [TestMethod]
    public async Task Typing_survives_a_reload_and_the_draft_can_be_thrown_away()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await OpenFormAsync(page);
        await page.GetByLabel("II.1 Nội dung, công việc cụ thể").FillAsync("Gõ dở");
        await page.ClickAsync("[data-add-row]");
        await page.GetByLabel("Nội dung, mục tiêu").FillAsync("Việc một");

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-draft-note]:visible");

        Assert.AreEqual("Gõ dở", await page.GetByLabel("II.1 Nội dung, công việc cụ thể").InputValueAsync());
        Assert.AreEqual("Việc một", await page.GetByLabel("Nội dung, mục tiêu").InputValueAsync());
        await page.ClickAsync("[data-draft-discard]");
        Assert.AreEqual("", await page.GetByLabel("II.1 Nội dung, công việc cụ thể").InputValueAsync());
        Assert.AreEqual(0, await page.Locator("[data-row]").CountAsync());
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-editor]");
        Assert.IsFalse(await page.IsVisibleAsync("[data-draft-note]"));
    }

    [TestMethod]
    public async Task Rows_are_added_moved_deleted_and_brought_back_by_keyboard()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await OpenFormAsync(page);
        await page.FocusAsync("[data-add-row]");
        await page.Keyboard.PressAsync("Enter");
        Assert.AreEqual("exemplaryGroup", await FocusedTagAsync(page));
        await page.Locator("[data-tag=exemplaryContent]").First.FillAsync("Việc một");
        await page.FocusAsync("[data-add-row]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-tag=exemplaryContent]").Nth(1).FillAsync("Việc hai");

        await page.Keyboard.PressAsync("Alt+ArrowUp");
        Assert.AreEqual("Việc hai|Việc một", await ContentsAsync(page));
        Assert.AreEqual("exemplaryContent", await FocusedTagAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa Công việc 1" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.AreEqual("Việc một", await ContentsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.AreEqual("Việc hai|Việc một", await ContentsAsync(page));
        await Assertions.Expect(page.Locator("[data-announcer]")).ToHaveTextAsync("Đã khôi phục Công việc 1.");
    }

    [TestMethod]
    public async Task A_missing_field_is_told_beside_it_with_its_clause_and_the_summary_leads_there()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await OpenFormAsync(page);
        await Assertions.Expect(page.Locator("[data-readiness]")).ToHaveTextAsync("Còn 4 chỗ phải sửa");

        await page.ClickAsync("[data-submit]");
        await page.Locator("[data-summary]").GetByText("Chưa ghi nội dung, công việc cụ thể.").ClickAsync();

        Assert.AreEqual("actionContent", await FocusedTagAsync(page));
        var message = page.Locator("[data-field=actionContent] [data-message]");
        await Assertions.Expect(message).ToHaveTextAsync("Chưa ghi nội dung, công việc cụ thể. (Hướng dẫn, mục 2.2b)");
        await page.Keyboard.TypeAsync("Tiếp dân");
        await Assertions.Expect(message).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-readiness]")).ToHaveTextAsync("Còn 3 chỗ phải sửa");
        Assert.IsEmpty(site.Filings);
    }

    [TestMethod]
    public async Task The_owners_name_follows_the_full_name()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);

        await browser.Page.GetByLabel("Họ và tên", new() { Exact = false }).First.FillAsync("Châu Bích Yến");

        await Assertions.Expect(browser.Page.Locator("output[data-tag=planOwnerName]")).ToHaveTextAsync("Châu Bích Yến");
    }

    [TestMethod]
    public async Task Texts_that_look_like_markup_stay_texts()
    {
        const string hazard = "</script><img src=x onerror=alert(1)> & “a” {{b}}";
        var values = SampleModels.Complete with { Fields = new Dictionary<string, string>(SampleModels.Complete.Fields) { ["actionContent"] = hazard } };
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(values) with { PersonName = hazard };
        await using var browser = await Chromium.OpenAsync(site, 320);
        await OpenFormAsync(browser.Page);

        Assert.AreEqual(hazard, await browser.Page.GetByLabel("II.1 Nội dung, công việc cụ thể").InputValueAsync());
        Assert.AreEqual(0, await browser.Page.Locator("[data-editor] img").CountAsync());
        Assert.IsEmpty(browser.Complaints);
    }

    internal static async Task OpenFormAsync(IPage page)
    {
        await page.GotoAsync("/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037");
        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
    }

    private static async Task ReadAsync(IPage page, byte[] docx)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.ClickAsync("[data-read]"));
        await chooser.SetFilesAsync(new FilePayload { Name = "ke-hoach.docx", MimeType = "application/octet-stream", Buffer = docx });
        await page.WaitForSelectorAsync("[data-read-result] .notice");
    }

    private static Task<string?> FocusedTagAsync(IPage page) => page.EvaluateAsync<string?>("document.activeElement.dataset.tag ?? null");

    private static Task<string> ContentsAsync(IPage page) =>
        page.EvaluateAsync<string>("[...document.querySelectorAll('textarea[data-tag=exemplaryContent]')].map((field) => field.value).join('|')");
}
