using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Pane and open document in step, in each Word that people have.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LiveDocumentTests
{
    [TestMethod]
    [DataRow("Windows")]
    [DataRow("Ltsc2024")]
    [DataRow("Ltsc2021")]
    [DataRow("Mac")]
    [DataRow("Web")]
    public async Task What_is_typed_in_the_pane_stands_in_the_document_without_a_click_and_without_the_service(string profile)
    {
        await using var stage = await LiveStage.OpenAsync(profile);
        await stage.Page.RouteAsync("**/api/**", route => route.AbortAsync());

        await stage.Field("actionContent").FillAsync("Tiếp dân mỗi tuần.\nKhông để tồn đơn.");
        await stage.Field("documentDate").FillAsync("05/04/2027");
        await stage.Field("fullName").FillAsync("Châu Thị Bích Yến ");
        await stage.Field("exemplaryContent", row: 1).FillAsync("Việc khác.");

        await stage.ShowsAsync("actionContent", "Tiếp dân mỗi tuần.\rKhông để tồn đơn.");
        await stage.ShowsAsync("documentDate", "ngày 05 tháng 4 năm 2027");
        await stage.ShowsAsync("exemplaryContent", "Việc khác.", index: 1);
        Assert.AreEqual("Việc thứ nhất.", stage.Texts("exemplaryContent")[0]);
        Assert.IsEmpty(stage.Site.Fillings);
    }

    [TestMethod]
    [DataRow("Windows")]
    [DataRow("Mac")]
    [DataRow("Web")]
    public async Task What_is_typed_in_the_document_shows_in_the_pane_as_its_word_tells_of_it(string profile)
    {
        await using var stage = await LiveStage.OpenAsync(profile);

        await stage.Word.TypeAsync("actionContent", "Gõ trong văn bản.\nHai đoạn.");
        if (profile != "Web")
        {
            await stage.Word.LeaveAsync();
        }

        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync("Gõ trong văn bản.\nHai đoạn.");
        await Assertions.Expect(stage.Page.Locator("[data-field=actionContent][data-changed]")).ToHaveCountAsync(1);
        await stage.Word.TypeAsync("documentDate", "ngày 07 tháng 5 năm 2027");
        await stage.Word.TypeAsync("exemplarySolution", "Xong trong tháng 6.", index: 1);
        await stage.Word.LeaveAsync();
        await Assertions.Expect(stage.Field("documentDate")).ToHaveValueAsync("07/05/2027");
        await Assertions.Expect(stage.Field("exemplarySolution", row: 1)).ToHaveValueAsync("Xong trong tháng 6.");
    }

    [TestMethod]
    [DataRow("Ltsc2021", "")]
    [DataRow("Windows", "dataChanged exited")]
    [DataRow("Web", "dataChanged exited")]
    public async Task Where_word_tells_nothing_the_document_is_read_when_somebody_comes_back_to_the_pane(string profile, string missed)
    {
        await using var stage = await LiveStage.OpenAsync(profile);
        stage.Word.Missed.UnionWith(missed.Split(' '));

        await stage.Word.TypeAsync("actionContent", "Gõ trong văn bản.");
        await stage.Word.LeaveAsync();
        await stage.ComeBackAsync();

        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync("Gõ trong văn bản.");
    }

    [TestMethod]
    public async Task Where_word_tells_nothing_the_document_is_read_before_it_is_filed()
    {
        await using var stage = await LiveStage.OpenAsync("Ltsc2021");
        await Assertions.Expect(stage.Page.Locator("[data-cause=older]")).ToContainTextAsync("không báo khi văn bản thay đổi");
        await stage.Word.TypeAsync("actionContent", "Gõ ngay trước khi nộp.");

        await stage.Page.ClickAsync("[data-submit]");
        await stage.Page.WaitForSelectorAsync("[data-receipt-title]");

        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync("Gõ ngay trước khi nộp.");
        Assert.AreEqual("Gõ ngay trước khi nộp.", AddInSite.Read(stage.Site.Filings.Single().Bytes)["actionContent"]);
    }

    [TestMethod]
    [DataRow("Lấy từ văn bản", "Trong văn bản.")]
    [DataRow("Giữ như ở đây", "Trong ngăn.")]
    public async Task What_both_changed_is_shown_and_neither_is_overwritten_until_somebody_chooses(string choice, string wins)
    {
        await using var stage = await LiveStage.OpenAsync("Windows");
        await stage.Word.TypeAsync("actionContent", "Trong văn bản.");
        await stage.Field("actionContent").FillAsync("Trong ngăn.");
        await stage.Word.LeaveAsync();
        var asked = stage.Page.Locator("[data-field=actionContent] [data-asked]");

        await Assertions.Expect(asked).ToContainTextAsync("Trong văn bản.");
        await Assertions.Expect(stage.Page.Locator("[data-cause=differs]")).ToContainTextAsync("ở 1 chỗ");
        Assert.AreEqual("Trong văn bản.", stage.Texts("actionContent").Single());
        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync("Trong ngăn.");
        await asked.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();

        await Assertions.Expect(asked).ToHaveCountAsync(0);
        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync(wins);
        await stage.ShowsAsync("actionContent", wins);
        await Assertions.Expect(stage.Page.Locator("[data-cause=differs]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task On_the_web_the_cursor_leaves_the_control_that_is_written_and_comes_back()
    {
        await using var stage = await LiveStage.OpenAsync("Web");
        await stage.Word.EnterAsync("actionContent");

        await stage.Field("actionSolution").FillAsync("Chỗ khác.");
        await stage.ShowsAsync("actionSolution", "Chỗ khác.");
        Assert.IsEmpty(stage.Word.Selections);
        await stage.Field("actionContent").FillAsync("Ngay chỗ con trỏ.");
        await stage.ShowsAsync("actionContent", "Ngay chỗ con trỏ.");

        await stage.UntilAsync(() => stage.Word.Selections.Count == 2, "The cursor goes out and comes back.");
        CollectionAssert.AreEqual(new[] { "", "actionContent End" }, stage.Word.Selections);
    }

    [TestMethod]
    public async Task Writing_leaves_no_tracked_changes_and_no_lock_undone()
    {
        await using var stage = await LiveStage.OpenAsync("Mac");
        var locked = stage.Word.Document.IdOf("actionContent");
        stage.Word.Document.SetLock(locked, locked: true);

        await stage.Field("actionContent").FillAsync("Ghi vào ô bị khóa.");
        await stage.ShowsAsync("actionContent", "Ghi vào ô bị khóa.");

        await stage.UntilAsync(() => stage.Word.Tracking == "TrackAll", "Tracking is on again.");
        Assert.IsTrue(stage.Word.TrackingWhileWriting.TrueForAll(mode => mode == "Off"));
        Assert.IsTrue(stage.Word.Document.Controls.Single(control => control.Id == locked).CannotEdit);
    }

    [TestMethod]
    public async Task An_emptied_field_shows_the_blank_of_the_form_and_a_blank_reads_as_empty()
    {
        await using var stage = await LiveStage.OpenAsync("Windows");

        await stage.Field("actionContent").FillAsync("");
        await stage.ShowsAsync("actionContent", ".....");

        Assert.AreEqual("", stage.Values["actionContent"]);
        await stage.Word.TypeAsync("closingAddressee", "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.");
        await stage.Word.LeaveAsync();
        await Assertions.Expect(stage.Field("closingAddressee")).ToHaveValueAsync("");
    }

    [TestMethod]
    public async Task A_document_opened_only_to_be_read_still_shows_in_the_pane_and_says_so()
    {
        await using var stage = await LiveStage.OpenAsync("Windows", readOnly: true);
        await Assertions.Expect(stage.Page.Locator("[data-cause=refused]")).ToContainTextAsync("chỉ mở để đọc");

        await stage.Field("actionContent").FillAsync("Giữ ở đây.");
        await stage.Page.WaitForTimeoutAsync(800);

        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync("Giữ ở đây.");
        Assert.AreNotEqual("Giữ ở đây.", stage.Texts("actionContent").Single());
        await Assertions.Expect(stage.Page.Locator("[data-reporter]")).ToBeEmptyAsync();
    }

    [TestMethod]
    public async Task A_protected_document_is_told_once_and_written_when_the_protection_is_gone()
    {
        await using var stage = await LiveStage.OpenAsync("Windows");
        stage.Word.Locked = true;

        await stage.Field("actionContent").FillAsync("Chờ mở khóa.");
        await Assertions.Expect(stage.Page.Locator("[data-cause=refused]")).ToContainTextAsync("không cho ghi vào văn bản này");
        await stage.Field("actionContent").FillAsync("Chờ mở khóa nhé.");
        stage.Word.Locked = false;
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Thử lại" }).ClickAsync();

        await stage.ShowsAsync("actionContent", "Chờ mở khóa nhé.");
        await Assertions.Expect(stage.Page.Locator("[data-cause=refused]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task A_document_of_an_older_template_says_what_it_has_no_place_for_and_can_be_made_anew()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(LiveStage.Plan)) };
        word.Document.Unwrap("closingAddressee");
        await using var stage = await LiveStage.OpenAsync(WordProfile.Web, word, LiveStage.Plan);
        await Assertions.Expect(stage.Page.Locator("[data-cause=missing]")).ToContainTextAsync("Đề nghị cấp ủy chi bộ");

        await stage.Field("actionContent").FillAsync("Vẫn ghi được chỗ khác.");
        await stage.ShowsAsync("actionContent", "Vẫn ghi được chỗ khác.");
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Làm lại văn bản" }).ClickAsync();

        await stage.ShowsAsync("closingAddressee", "Cơ quan phường Đằng Vân");
        Assert.AreEqual("Vẫn ghi được chỗ khác.", stage.Values["actionContent"]);
        await Assertions.Expect(stage.Page.Locator("[data-cause=missing]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task Clicking_a_finding_selects_the_control_in_the_document_too()
    {
        var plan = LiveStage.Plan with { Fields = new Dictionary<string, string>(LiveStage.Plan.Fields) { ["actionSolution"] = "" } };
        await using var stage = await LiveStage.OpenAsync("Windows", plan, plan);
        await stage.Page.ClickAsync("[data-show-problems]");

        await stage.Page.Locator("[data-summary-list] [data-path=actionSolution]").ClickAsync();

        await stage.UntilAsync(() => stage.Word.Selections.Contains("actionSolution"), "The control is selected.");
    }

    [TestMethod]
    public async Task The_pane_opens_the_form_that_the_open_document_is()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(LiveStage.Plan)), HasSeenFirstRun = true };
        await using var site = await AddInSite.StartAsync();
        site.Editor = SampleModels.Editor(LiveStage.Plan);
        await using var browser = await Chromium.OpenAsync(site, 329);
        await word.AttachAsync(browser.Page, WordProfile.Ltsc2021);

        await browser.Page.GotoAsync("/pane");
        await Assertions.Expect(browser.Page.Locator("[data-editor-title]")).ToHaveTextAsync("Mẫu 03 - Kế hoạch cá nhân");

        Assert.Contains("form=mau03&campaign=HT2027&organization=DU-P-DANGVAN&person=N0037", browser.Page.Url);
        await browser.Page.ClickAsync("[data-back]");
        await Assertions.Expect(browser.Page.Locator("[data-open-form]").First).ToBeVisibleAsync();
    }

    [TestMethod]
    public async Task Beside_a_foreign_document_the_pane_shows_the_duties_and_touches_nothing()
    {
        var word = new WordStandIn { Document = WordDocument.Empty(AddInSite.FillWith(LiveStage.Plan)), HasSeenFirstRun = true };
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 329);
        await word.AttachAsync(browser.Page, WordProfile.Web);
        var before = word.Document.ToBytes();

        await browser.Page.GotoAsync("/pane");
        await Assertions.Expect(browser.Page.Locator("[data-open-form]").First).ToBeVisibleAsync();

        CollectionAssert.AreEqual(before, word.Document.ToBytes());
    }

    [TestMethod]
    public async Task Each_pane_keeps_to_its_own_document()
    {
        await using var first = await LiveStage.OpenAsync("Windows");
        var other = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(LiveStage.Plan, person: "N0326")), HasSeenFirstRun = true };
        var page = await first.Page.Context.NewPageAsync();
        await other.AttachAsync(page, WordProfile.Windows);
        first.Site.Editor = SampleModels.Editor(LiveStage.Plan) with { Person = "N0326" };
        await page.GotoAsync("/pane");
        await Assertions.Expect(page.Locator("[data-live=on]")).ToBeAttachedAsync();

        await page.Locator("[data-field=actionContent] textarea").FillAsync("Của văn bản thứ hai.");
        await first.Field("actionContent").FillAsync("Của văn bản thứ nhất.");

        await first.ShowsAsync("actionContent", "Của văn bản thứ nhất.");
        await first.UntilAsync(() => other.Document.TextOf("actionContent") == "Của văn bản thứ hai.", "The second document has its own.");
    }

    [TestMethod]
    public async Task A_document_of_somebody_else_is_left_alone()
    {
        var word = new WordStandIn { Document = new WordDocument(AddInSite.FillWith(LiveStage.Plan, person: "N0326")) };
        await using var stage = await LiveStage.OpenAsync(WordProfile.Windows, word, LiveStage.Plan);
        var before = word.Document.ToBytes();

        await stage.Field("actionContent").FillAsync("Của tôi.");
        await stage.Page.WaitForTimeoutAsync(800);

        CollectionAssert.AreEqual(before, word.Document.ToBytes());
    }

    [TestMethod]
    public async Task What_the_document_was_given_while_the_pane_was_closed_is_taken_and_a_draft_is_written()
    {
        var edited = new WordDocument(AddInSite.FillWith(LiveStage.Plan));
        edited.Insert(edited.IdOf("actionContent"), "Gõ lúc ngăn đóng.");
        await using var stage = await LiveStage.OpenAsync(WordProfile.Windows, new WordStandIn { Document = edited }, LiveStage.Plan);

        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync("Gõ lúc ngăn đóng.");
        await Assertions.Expect(stage.Page.Locator("[data-asked]")).ToHaveCountAsync(0);
    }
}
