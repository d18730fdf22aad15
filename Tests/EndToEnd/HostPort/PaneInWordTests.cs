using System.Diagnostics.CodeAnalysis;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>The pane inside Word, proved on the bytes of the open document.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PaneInWordTests
{
    private static FormValues Other => SampleModels.Complete with
    {
        Fields = new Dictionary<string, string>(SampleModels.Complete.Fields) { ["actionContent"] = "Câu cũ trong văn bản.", ["documentDate"] = "2027-02-05" },
    };

    [TestMethod]
    [DataRow("1.3")]
    [DataRow("1.6")]
    public async Task Inserting_writes_by_tag_into_a_document_that_has_the_same_rows(string wordApi)
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete, wordApi);

        await InsertAsync(stage.Page);

        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã ghi các nội dung vào văn bản đang mở.");
        var values = AddInSite.Read(word.Document.ToBytes());
        Assert.AreEqual(SampleModels.Complete["actionContent"], values["actionContent"]);
        Assert.AreEqual("2027-03-11", values["documentDate"]);
        Assert.AreEqual("Trực tiếp làm tổ trưởng tổ công tác; hoàn thành trước 30/9/2027.", values.RowsOf("exemplaryTasks")[0]["exemplarySolution"]);
        Assert.IsEmpty(word.Opened);
    }

    [TestMethod]
    public async Task Writing_by_tag_leaves_no_tracked_changes_renews_the_unprinted_fields_and_keeps_locks()
    {
        var row = SampleModels.Complete.RowsOf("exemplaryTasks")[0];
        var first = row with { Fields = new Dictionary<string, string>(row.Fields) { ["exemplaryGroup"] = "1" } };
        var before = Other with { Rows = new Dictionary<string, IReadOnlyList<FormRow>> { ["exemplaryTasks"] = [first] } };
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(before)) };
        var locked = word.Document.Controls.Single(control => control.Tag == "actionContent").Id;
        word.Document.SetLock(locked, locked: true);
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await InsertAsync(stage.Page);
        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã ghi");

        Assert.AreEqual("2", AddInSite.Read(word.Document.ToBytes()).RowsOf("exemplaryTasks")[0]["exemplaryGroup"]);
        Assert.IsTrue(word.TrackingWhileWriting.TrueForAll(mode => mode == "Off"));
        Assert.AreEqual("TrackAll", word.Tracking);
        Assert.IsTrue(word.Document.Controls.Single(control => control.Id == locked).CannotEdit);
    }

    [TestMethod]
    public async Task Inserting_fills_an_empty_document_with_the_whole_form_and_its_part()
    {
        var word = new WordStandIn { Document = WordDocument.Empty(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await InsertAsync(stage.Page);

        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã đưa cả biểu mẫu");
        Assert.AreEqual("2", AddInSite.Read(word.Document.ToBytes()).RowsOf("exemplaryTasks")[0]["exemplaryGroup"]);
        Assert.IsEmpty(word.Opened);
    }

    [TestMethod]
    public async Task An_older_word_opens_the_filled_document_in_its_own_window()
    {
        var word = new WordStandIn { Document = WordDocument.Empty(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete, wordApi: "1.3");

        await InsertAsync(stage.Page);

        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("cửa sổ Word khác");
        Assert.AreEqual(SampleModels.Complete["actionContent"], AddInSite.Read(word.Opened.Single())["actionContent"]);
    }

    [TestMethod]
    public async Task A_document_with_other_rows_is_not_touched_but_a_new_one_opened()
    {
        var document = AddInSite.FillWith(Other with { Rows = new Dictionary<string, IReadOnlyList<FormRow>>() });
        var word = new WordStandIn { Document = new WordDocument(document) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await InsertAsync(stage.Page);

        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("cửa sổ Word khác");
        Assert.AreEqual("Câu cũ trong văn bản.", AddInSite.Read(word.Document.ToBytes())["actionContent"]);
        Assert.HasCount(1, AddInSite.Read(word.Opened.Single()).RowsOf("exemplaryTasks"));
    }

    [TestMethod]
    [DataRow("HT2027", "N0038", DisplayName = "a colleague's")]
    [DataRow("HT2024", "N0037", DisplayName = "another year's")]
    public async Task A_document_of_equal_shape_that_is_another_ones_is_not_written_into(string campaign, string person)
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other, campaign, person)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await InsertAsync(stage.Page);

        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("cửa sổ Word khác");
        Assert.AreEqual("Câu cũ trong văn bản.", AddInSite.Read(word.Document.ToBytes())["actionContent"]);
        Assert.AreEqual(SampleModels.Complete["actionContent"], AddInSite.Read(word.Opened.Single())["actionContent"]);
    }

    [TestMethod]
    public async Task Rows_left_in_the_document_are_not_kept_when_the_pane_has_none()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete with { Rows = new Dictionary<string, IReadOnlyList<FormRow>>() });

        await InsertAsync(stage.Page);

        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("cửa sổ Word khác");
        Assert.IsEmpty(AddInSite.Read(word.Opened.Single()).RowsOf("exemplaryTasks"));
    }

    [TestMethod]
    public async Task Reading_takes_the_open_document_in_slices_and_closes_the_file()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Prefilled);

        await stage.Page.ClickAsync("[data-read]");

        await Assertions.Expect(stage.Page.Locator("[data-field=actionContent][data-changed] textarea")).ToHaveValueAsync("Câu cũ trong văn bản.");
        Assert.IsTrue(word.SliceSizes.TrueForAll(size => size <= 4_194_304));
        Assert.AreEqual(0, word.OpenFiles);
    }

    [TestMethod]
    public async Task Filing_sends_the_open_document_when_it_says_the_same()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(SampleModels.Complete)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await stage.Page.ClickAsync("[data-submit]");
        await stage.Page.WaitForSelectorAsync("[data-receipt-title]");

        CollectionAssert.AreEqual(word.Document.ToBytes(), stage.Site.Filings.Single().Bytes);
    }

    [TestMethod]
    public async Task When_document_and_pane_differ_the_document_can_be_filed()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await stage.Page.ClickAsync("[data-submit]");
        await Assertions.Expect(stage.Page.Locator("[data-differs-list]")).ToHaveTextAsync("Ngày lậpII.1 Nội dung, công việc cụ thể");
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Theo văn bản" }).ClickAsync();
        await stage.Page.WaitForSelectorAsync("[data-receipt-title]");

        CollectionAssert.AreEqual(word.Document.ToBytes(), stage.Site.Filings.Single().Bytes);
        Assert.AreEqual("Câu cũ trong văn bản.", await stage.Page.InputValueAsync("textarea[data-tag=actionContent]"));
    }

    [TestMethod]
    public async Task When_document_and_pane_differ_the_pane_can_be_filed_and_the_document_follows()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await stage.Page.ClickAsync("[data-submit]");
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Theo biểu mẫu" }).ClickAsync();
        await stage.Page.WaitForSelectorAsync("[data-receipt-title]");

        var filed = stage.Site.Filings.Single().Bytes;
        Assert.AreEqual(SampleModels.Complete["actionContent"], AddInSite.Read(filed)["actionContent"]);
        CollectionAssert.AreEqual(word.Document.ToBytes(), filed);
    }

    [TestMethod]
    public async Task Thinking_better_of_it_files_nothing()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await stage.Page.ClickAsync("[data-submit]");
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Thôi, chưa nộp" }).ClickAsync();

        await Assertions.Expect(stage.Page.Locator(".progress-card")).ToHaveCountAsync(0);
        Assert.IsEmpty(stage.Site.Filings);
    }

    [TestMethod]
    public async Task The_document_before_is_kept_until_the_plan_is_received()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)) };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await InsertAsync(stage.Page);
        await Assertions.Expect(stage.Page.Locator("[data-kept]")).ToContainTextAsync("trước khi chèn biểu mẫu");
        await stage.Page.ClickAsync("[data-submit]");
        await stage.Page.WaitForSelectorAsync("[data-receipt-title]");

        await Assertions.Expect(stage.Page.Locator("[data-kept]")).ToBeHiddenAsync();
    }

    [TestMethod]
    [DataRow("1.3")]
    [DataRow("1.6")]
    public async Task What_the_pane_leaves_empty_is_cleared_in_the_document_and_reads_as_empty(string wordApi)
    {
        string[] optional = ["partyPosition"];
        var given = SampleModels.Complete with
        {
            Fields = new Dictionary<string, string>(SampleModels.Complete.Fields) { ["governmentPosition"] = "Chủ tịch Hội đồng nhân dân", ["orgPlanDate"] = "" },
        };
        var full = given with
        {
            Fields = new Dictionary<string, string>(given.Fields) { ["orgPlanDate"] = "2027-01-12" },
        };
        var pane = given with { Fields = given.Fields.Where(field => !optional.Contains(field.Key)).ToDictionary() };
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(full)) };
        await using var stage = await Stage.OpenAsync(word, pane, wordApi);

        await InsertAsync(stage.Page);
        await Assertions.Expect(stage.Page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã ghi");
        await stage.Page.ClickAsync("[data-submit]");
        await stage.Page.WaitForSelectorAsync("[data-receipt-title]");

        var filed = AddInSite.Read(stage.Site.Filings.Single().Bytes);
        Assert.AreEqual("", filed["orgPlanDate"]);
        Assert.AreEqual("", filed["partyPosition"]);
    }

    [TestMethod]
    public async Task A_locked_document_is_told_in_words()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(Other)), Locked = true };
        await using var stage = await Stage.OpenAsync(word, SampleModels.Complete);

        await InsertAsync(stage.Page);

        await Assertions.Expect(stage.Page.Locator("[data-reporter]")).ToContainTextAsync("Word không thực hiện được việc này.");
    }

    private static Task InsertAsync(IPage page) => page.ClickAsync("[data-insert]");

    private sealed class Stage(AddInSite site, BrowserPage browser) : IAsyncDisposable
    {
        public AddInSite Site => site;

        public IPage Page => browser.Page;

        public static async Task<Stage> OpenAsync(WordStandIn word, FormValues values, string wordApi = "1.6")
        {
            var site = await AddInSite.StartAsync();
            site.Editor = SampleModels.Editor(values);
            var stage = await OnAsync(site);
            await word.AttachAsync(stage.Page, wordApi);
            await PaneInBrowserTests.OpenFormAsync(stage.Page);
            return stage;
        }

        public async ValueTask DisposeAsync()
        {
            await browser.DisposeAsync();
            await site.DisposeAsync();
        }

        [SuppressMessage("Reliability", "CA2000", Justification = "The stage owns the page and closes it.")]
        private static async Task<Stage> OnAsync(AddInSite site) => new(site, await Chromium.OpenAsync(site, 329, 445));
    }
}
