using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>What the buttons of the ribbon do: each opens the pane at an address of the manifest.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RibbonTests
{
    private const string Form = "/pane?form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037";

    [TestMethod]
    public async Task The_button_of_a_form_opens_the_only_duty_of_that_form()
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Prefilled);
        stage.Site.DutiesOf = SampleModels.Duties with { Duties = [SampleModels.Duty()] };

        await stage.Page.GotoAsync("/pane?go=mau03");

        await Assertions.Expect(stage.Page.Locator("[data-editor-title]")).ToBeFocusedAsync();
        Assert.Contains("form=mau03", stage.Page.Url);
        Assert.DoesNotContain("go=", stage.Page.Url);
    }

    [TestMethod]
    public async Task Of_several_duties_of_a_form_the_person_chooses()
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Prefilled);

        await stage.Page.GotoAsync("/pane?go=mau03");

        await Assertions.Expect(stage.Page.Locator("[data-duties-notice]")).ToContainTextAsync("việc theo Mẫu 03. Hãy chọn việc bên dưới.");
        await Assertions.Expect(stage.Page.Locator("[data-taking] [data-open-form=mau03]").First).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task The_button_of_a_form_that_is_nobodys_duty_says_so_above_the_duties()
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Prefilled);

        await stage.Page.GotoAsync("/pane?go=mau09");

        await Assertions.Expect(stage.Page.Locator("[data-duties-notice]")).ToHaveTextAsync("Bạn không có việc nào theo Mẫu 09 trong các đợt đang mở.");
    }

    [TestMethod]
    public async Task Kiem_tra_tells_what_is_missing_in_the_form_that_was_open()
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Prefilled);
        await stage.Page.GotoAsync(Form);
        await Assertions.Expect(stage.Page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();

        await stage.Page.GotoAsync("/pane?go=check");

        await Assertions.Expect(stage.Page.Locator("[data-summary]")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task Kiem_tra_says_when_nothing_is_missing()
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Complete);
        await stage.Page.GotoAsync(Form);
        await Assertions.Expect(stage.Page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();

        await stage.Page.GotoAsync("/pane?go=check");

        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToHaveTextAsync("Đã kiểm tra: không có chỗ nào phải sửa.");
    }

    [TestMethod]
    public async Task Nop_files_once_however_often_the_pane_is_loaded_again()
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Complete);
        await stage.Page.GotoAsync(Form);
        await Assertions.Expect(stage.Page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();

        await stage.Page.GotoAsync("/pane?go=submit");
        await stage.Page.WaitForSelectorAsync("[data-receipt-title]");
        await stage.Page.ReloadAsync();
        await Assertions.Expect(stage.Page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();

        Assert.HasCount(1, stage.Site.Filings);
    }

    [TestMethod]
    [DataRow("check")]
    [DataRow("submit")]
    public async Task With_no_form_open_the_pane_asks_to_choose_one(string go)
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Prefilled);

        await stage.Page.GotoAsync($"/pane?go={go}");

        await Assertions.Expect(stage.Page.Locator("[data-duties-notice]")).ToHaveTextAsync("Chưa mở biểu mẫu nào. Hãy chọn việc bên dưới.");
    }

    [TestMethod]
    public async Task The_first_run_is_one_screen_inside_Word_that_is_skipped_and_never_comes_back()
    {
        var word = new WordStandIn { Document = WordDocument.Empty(AddInSite.FillWith(SampleModels.Complete)) };
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Prefilled, word);

        await stage.Page.GotoAsync("/pane");
        await Assertions.Expect(stage.Page.Locator("#lan-dau")).ToBeFocusedAsync();
        await Assertions.Expect(stage.Page.Locator("[data-duties-view]")).ToBeHiddenAsync();
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Bỏ qua" }).ClickAsync();
        await Assertions.Expect(stage.Page.Locator("[data-open-form]").First).ToBeVisibleAsync();
        await stage.Page.GotoAsync("/pane");

        await Assertions.Expect(stage.Page.Locator("[data-open-form]").First).ToBeVisibleAsync();
        await Assertions.Expect(stage.Page.Locator("#lan-dau")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task A_browser_has_no_first_run()
    {
        await using var stage = await RibbonStage.OpenAsync(SampleModels.Prefilled);

        await stage.Page.GotoAsync("/pane");

        await Assertions.Expect(stage.Page.Locator("[data-open-form]").First).ToBeVisibleAsync();
        await Assertions.Expect(stage.Page.Locator("#lan-dau")).ToHaveCountAsync(0);
    }

    private sealed class RibbonStage(AddInSite site, BrowserPage browser) : IAsyncDisposable
    {
        public AddInSite Site => site;

        public IPage Page => browser.Page;

        public static async Task<RibbonStage> OpenAsync(FormValues values, WordStandIn? word = null)
        {
            var site = await AddInSite.StartAsync();
            site.Editor = SampleModels.Editor(values);
            var browser = await Chromium.OpenAsync(site, 329, 445);
            if (word is not null)
            {
                await word.AttachAsync(browser.Page);
            }

            return new RibbonStage(site, browser);
        }

        public async ValueTask DisposeAsync()
        {
            await browser.DisposeAsync();
            await site.DisposeAsync();
        }
    }
}
