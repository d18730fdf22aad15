using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Vietnamese unless somebody chose English; in Word, the language of Word until somebody chooses.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LanguageTests
{
    private const string Form = "/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037";

    [TestMethod]
    public async Task The_switch_turns_this_page_and_is_remembered_on_others()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320, 568);
        var page = browser.Page;
        await page.GotoAsync("/registers?register=plans");

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Registers" })).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.Address + "/registers?register=plans");
        await page.GotoAsync("/completion");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("Organizations: 5");

        await page.GetByRole(AriaRole.Link, new() { Name = "Tiếng Việt" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tình hình hoàn thành" })).ToBeVisibleAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
    }

    [TestMethod]
    public async Task What_comes_into_an_english_page_later_is_english_too()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;

        await page.GotoAsync("/registers?lang=en");
        await page.Locator("[data-open-submission]").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Return" }).ClickAsync();

        await Assertions.Expect(page.GetByText("When you return a document, say what has to be changed.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("22/11/2026 at 09:15");
    }

    [TestMethod]
    public async Task What_the_service_says_of_a_problem_is_marked_as_vietnamese()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/registers?lang=en");
        await page.Locator("[data-open-submission]").First.ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-detail-message] [lang=vi]")).ToContainTextAsync("Người khác vừa xem xét hồ sơ này.");
    }

    [TestMethod]
    public async Task Without_the_texts_an_english_page_still_works()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.RouteAsync("**/texts/en.json", route => route.AbortAsync());

        await browser.Page.GotoAsync("/completion?lang=en");
        await browser.Page.FillAsync("[data-filter]", "dang van");

        await Assertions.Expect(browser.Page.Locator("[data-count]")).ToHaveTextAsync("2 trong 5 tổ chức");
    }

    [TestMethod]
    [DataRow("en-US", "en")]
    [DataRow("en-GB", "en")]
    [DataRow("vi-VN", "vi")]
    [DataRow("fr-FR", "vi")]
    public async Task In_word_the_pane_speaks_the_language_of_word(string word, string language)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 329, 445);
        await new WordStandIn { Document = new WordDocument(AddInSite.FillWith(site.Editor.Values)) }.AttachAsync(browser.Page, language: word);

        await browser.Page.GotoAsync(Form);

        await Assertions.Expect(browser.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(browser.Page.Locator("[data-insert]")).ToHaveTextAsync(language == "en" ? "Insert into the document" : "Chèn vào văn bản");
    }

    [TestMethod]
    public async Task In_word_a_choice_outlasts_the_language_of_word_and_the_address_of_the_manifest()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 329, 445);
        var page = browser.Page;
        await new WordStandIn { Document = WordDocument.Empty(AddInSite.FillWith(site.Editor.Values)) }.AttachAsync(page, language: "en-US");
        await page.GotoAsync("/pane?lang=en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Tiếng Việt" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/pane?lang=en");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Việc của tôi" })).ToBeVisibleAsync();
    }
}
