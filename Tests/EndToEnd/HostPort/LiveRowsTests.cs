using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Rows in step on both sides: with the repeating sections of the desktop, by the service elsewhere.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LiveRowsTests
{
    [TestMethod]
    [DataRow("Windows", 0)]
    [DataRow("Mac", 0)]
    [DataRow("Ltsc2024", 1)]
    [DataRow("Web", 1)]
    public async Task A_row_added_in_the_pane_is_added_to_the_document_with_its_number(string profile, int fillings)
    {
        await using var stage = await LiveStage.OpenAsync(profile);
        await stage.Word.EnterAsync("exemplaryContent", 1);

        await stage.Page.ClickAsync("[data-add-row]");
        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 3, "The document has three rows.");
        await stage.Field("exemplaryContent", row: 2).FillAsync("Việc thứ ba.");
        await stage.ShowsAsync("exemplaryContent", "Việc thứ ba.", index: 2);

        CollectionAssert.AreEqual(new[] { "1. Công việc số 1", "2. Công việc số 2", "3. Công việc số 3" }, stage.Word.Document.HeadingsOf("exemplaryTasks").ToList());
        Assert.HasCount(fillings, stage.Site.Fillings);
        Assert.IsEmpty(stage.Word.Opened);
        Assert.AreEqual(stage.Word.Document.IdOf("exemplaryContent", 1), stage.Word.Selected);
        CollectionAssert.AreEqual(new[] { "1", "2", "" }, stage.Values.RowsOf("exemplaryTasks").Select(row => row["exemplaryGroup"]).ToList());
    }

    [TestMethod]
    public async Task Before_word_can_replace_a_document_a_new_one_is_offered_and_single_fields_go_on()
    {
        await using var stage = await LiveStage.OpenAsync("Ltsc2021");

        await stage.Page.ClickAsync("[data-add-row]");
        await Assertions.Expect(stage.Page.Locator("[data-cause=rows]")).ToContainTextAsync("không thêm, bớt được dòng");
        await stage.Field("actionContent").FillAsync("Vẫn ghi được.");
        await stage.ShowsAsync("actionContent", "Vẫn ghi được.");
        Assert.IsEmpty(stage.Word.Opened);
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Mở văn bản mới có đủ dòng" }).ClickAsync();

        await stage.UntilAsync(() => stage.Word.Opened.Count == 1, "A new document opens.");
        Assert.HasCount(3, AddInSite.Read(stage.Word.Opened.Single()).RowsOf("exemplaryTasks"));
    }

    [TestMethod]
    [DataRow("Windows")]
    [DataRow("Web")]
    public async Task Rows_moved_and_deleted_in_the_pane_are_so_in_the_document_with_what_is_not_printed(string profile)
    {
        await using var stage = await LiveStage.OpenAsync(profile);

        await stage.Rows.Nth(1).Locator("[data-move-up]").ClickAsync();
        await stage.ShowsAsync("exemplaryContent", "Việc thứ hai.");
        await stage.ShowsAsync("exemplaryContent", "Việc thứ nhất.", index: 1);
        await stage.UntilAsync(() => stage.Values.RowsOf("exemplaryTasks")[0]["exemplaryGroup"] == "2", "The group goes with its row.");
        Assert.IsEmpty(stage.Site.Fillings);
        await stage.Rows.Nth(0).Locator("[data-delete-row]").ClickAsync();

        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 1, "One row is left.");
        Assert.AreEqual("Việc thứ nhất.", stage.Texts("exemplaryContent").Single());
        await stage.UntilAsync(() => stage.Word.Document.HeadingsOf("exemplaryTasks") is ["1. Công việc số 1"], "The row that is left is the first.");
        await stage.UntilAsync(() => stage.Values.RowsOf("exemplaryTasks").Single().RowId == "r-1", "It is the row it was.");
    }

    [TestMethod]
    [DataRow("Windows")]
    [DataRow("Web")]
    public async Task The_first_row_brings_its_section_and_the_last_one_takes_it_away(string profile)
    {
        await using var stage = await LiveStage.OpenAsync(profile, SampleModels.Prefilled, SampleModels.Prefilled);

        await stage.Page.ClickAsync("[data-add-row]");
        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 1, "The section is there.");
        await stage.Field("exemplaryContent", row: 0).FillAsync("Việc đầu.");
        await stage.ShowsAsync("exemplaryContent", "Việc đầu.");
        await stage.Rows.Nth(0).Locator("[data-delete-row]").ClickAsync();

        await stage.UntilAsync(() => !stage.Word.Document.BodyText.Contains("III. ĐĂNG KÝ NÊU GƯƠNG", StringComparison.Ordinal), "The section is gone.");
    }

    [TestMethod]
    [DataRow("Windows", "2. Công việc số 2")]
    [DataRow("Web", "1. Công việc số 1")]
    public async Task Rows_added_moved_and_deleted_in_the_document_are_so_in_the_pane(string profile, string number)
    {
        await using var stage = await LiveStage.OpenAsync(profile);

        await stage.Word.AddRowAsync("exemplaryTasks", after: 0);
        await Assertions.Expect(stage.Rows).ToHaveCountAsync(3);
        await Assertions.Expect(stage.Field("exemplaryContent", row: 1)).ToHaveValueAsync("");
        await stage.UntilAsync(() => stage.Word.Document.HeadingsOf("exemplaryTasks")[1] == number, "Rows are numbered where Word lets us.");
        await stage.Word.TypeAsync("exemplaryContent", "Việc chen giữa.", index: 1);
        await stage.Word.LeaveAsync();
        await Assertions.Expect(stage.Field("exemplaryContent", row: 1)).ToHaveValueAsync("Việc chen giữa.");
        await stage.Word.MoveRowAsync("exemplaryTasks", 2, 0);
        await Assertions.Expect(stage.Field("exemplaryContent", row: 0)).ToHaveValueAsync("Việc thứ hai.");
        await Assertions.Expect(stage.Field("exemplaryGroup", row: 0)).ToHaveValueAsync("2");
        await stage.Word.DeleteRowAsync("exemplaryTasks", 1);

        await Assertions.Expect(stage.Rows).ToHaveCountAsync(2);
        await Assertions.Expect(stage.Field("exemplaryContent", row: 1)).ToHaveValueAsync("Việc chen giữa.");
        await Assertions.Expect(stage.Page.Locator("[data-asked]")).ToHaveCountAsync(0);
        CollectionAssert.AreEqual(new[] { "Việc thứ hai.", "Việc chen giữa." }, stage.Texts("exemplaryContent").ToList());
    }

    [TestMethod]
    public async Task The_document_as_it_was_before_it_was_made_anew_comes_back_with_one_click()
    {
        await using var stage = await LiveStage.OpenAsync("Web");
        await stage.Page.ClickAsync("[data-add-row]");
        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 3, "The document has three rows.");

        await stage.Page.Locator("[data-bar-notice]").GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();

        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 2, "The document is as before.");
        await Assertions.Expect(stage.Rows).ToHaveCountAsync(2);
    }

    [TestMethod]
    public async Task Without_a_network_rows_wait_and_come_when_it_is_back()
    {
        await using var stage = await LiveStage.OpenAsync("Web");
        await stage.Page.RouteAsync("**/api/forms/**", route => route.AbortAsync());
        await stage.Page.ClickAsync("[data-add-row]");
        await Assertions.Expect(stage.Page.Locator("[data-cause=service]")).ToBeVisibleAsync();

        await stage.Page.UnrouteAllAsync();
        await stage.Page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 3, "The document has three rows.");
        await Assertions.Expect(stage.Page.Locator("[data-cause=service]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task Rows_that_both_changed_differently_are_shown_and_nothing_is_made_anew()
    {
        await using var stage = await LiveStage.OpenAsync("Web");
        stage.Word.Missed.UnionWith(["added", "deleted"]);
        await stage.Word.DeleteRowAsync("exemplaryTasks", 0);

        await stage.Page.ClickAsync("[data-add-row]");
        var asked = stage.Page.Locator("[data-rows=exemplaryTasks] > [data-asked]");
        await Assertions.Expect(asked).ToContainTextAsync("Việc thứ hai.");
        Assert.HasCount(1, stage.Texts("exemplaryContent"));
        await Assertions.Expect(stage.Rows).ToHaveCountAsync(3);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Giữ như ở đây" }).ClickAsync();

        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 3, "The rows of the pane are in the document.");
    }

    [TestMethod]
    public async Task What_somebody_types_in_the_document_while_the_service_makes_it_anew_is_kept()
    {
        await using var stage = await LiveStage.OpenAsync("Web");
        var calls = 0;
        await stage.Page.RouteAsync("**/api/forms/*/document*", async route =>
        {
            var answer = await route.FetchAsync();
            if (calls++ == 0)
            {
                await stage.Word.TypeAsync("actionContent", "Gõ trong lúc chờ.");
            }

            await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
        });

        await stage.Page.ClickAsync("[data-add-row]");
        await stage.UntilAsync(() => stage.Texts("exemplaryContent").Count == 3, "The document has three rows.");

        Assert.AreEqual("Gõ trong lúc chờ.", stage.Texts("actionContent").Single());
        await Assertions.Expect(stage.Field("actionContent")).ToHaveValueAsync("Gõ trong lúc chờ.");
        Assert.AreEqual(2, calls);
    }
}
