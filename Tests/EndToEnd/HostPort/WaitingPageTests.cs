using System.Text.Json;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>The pages of what waits: for a reviewer, and for the administrator.</summary>
[TestClass]
[DoNotParallelize]
public sealed class WaitingPageTests
{
    [TestMethod]
    public async Task The_chosen_are_confirmed_at_once_and_each_that_failed_says_why()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/reviews");
        var list = page.Locator("[data-waiting=review]");
        await Assertions.Expect(list.Locator("[data-decide-chosen]")).ToBeDisabledAsync();

        await list.GetByLabel("Chọn hồ sơ của Châu Thị Bích Yến").CheckAsync();
        await list.GetByLabel("Chọn hồ sơ của Đường Duy Đệ").CheckAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Xác nhận các hồ sơ đã chọn (2)" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-outcome-title]")).ToHaveTextAsync("Đã xác nhận 1 hồ sơ, còn 1 hồ sơ chưa xác nhận được:");
        await Assertions.Expect(page.Locator("[data-outcome-title]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-outcome-reasons] li")).ToHaveTextAsync("Đường Duy Đệ: Hồ sơ đã thay đổi từ lúc mở.");
        using var body = JsonDocument.Parse(site.Reviews.Single().Body);
        Assert.AreEqual("accepted", body.RootElement.GetProperty("decision").GetString());
        Assert.AreEqual(2, body.RootElement.GetProperty("submissions").GetArrayLength());
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task A_second_copy_is_confirmed_in_the_list()
    {
        await using var site = await AddInSite.StartAsync();
        site.IsStale = false;
        await using var browser = await Chromium.OpenAsync(site, 320);
        var page = browser.Page;
        await page.GotoAsync("/reviews");

        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận đã nhận bản thứ hai của Châu Thị Bích Yến" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-outcome-title]")).ToHaveTextAsync("Đã xác nhận 1 hồ sơ.");
        Assert.EndsWith("/receipt", site.Reviews.Single().Path);
        Assert.AreEqual("\"1\"", site.Reviews.Single().Match);
    }

    [TestMethod]
    public async Task After_a_decision_the_next_document_is_offered_and_opened_by_keyboard()
    {
        await using var site = await AddInSite.StartAsync();
        site.IsStale = false;
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/reviews");
        await page.GetByRole(AriaRole.Button, new() { Name = "Châu Thị Bích Yến", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hồ sơ tiếp theo: Đường Duy Đệ" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("[data-detail-title]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToBeEmptyAsync();
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task Parked_work_is_driven_again_one_by_one_or_all_together()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        var page = browser.Page;
        await page.GotoAsync("/operations");

        await page.GetByRole(AriaRole.Button, new() { Name = "Thử lại: Gửi thư báo cho người nộp, Đường Duy Đệ" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-announcer]")).ToHaveTextAsync("1 việc lại dừng; xem lý do trong danh sách.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thử lại tất cả (2)" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-announcer]")).ToHaveTextAsync("2 việc lại dừng; xem lý do trong danh sách.");

        CollectionAssert.AreEqual(
            new[] { "/api/operations/42/attempts", "/api/operations/41/attempts", "/api/operations/42/attempts" }, site.Reviews.Select(call => call.Path).ToArray());
    }

    [TestMethod]
    [DataRow("422.2", "Tệp Word bị hỏng", "Tệp Word bị hỏng; đề nghị lưu lại bằng Word rồi gửi.", "Tệp Word bị hỏng; đề nghị lưu lại bằng Word rồi gửi.", false)]
    [DataRow("404", "Không tìm thấy", "Không có người này.", "Không tìm thấy. Không có người này.", false)]
    [DataRow("503", "Hệ thống đang bận.", "Hãy chờ ít phút rồi gửi lại.", "Hệ thống đang bận. Hãy chờ ít phút rồi gửi lại.", true)]
    [DataRow("429", "Quá nhiều yêu cầu", "", "Quá nhiều yêu cầu.", true)]
    public async Task A_problem_is_told_in_sentences_once_and_offers_another_try_only_where_that_helps(string code, string title, string detail, string said, bool again)
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site);
        await browser.Page.GotoAsync("/");

        var box = await browser.Page.EvaluateAsync<JsonElement>(
            """
            async ([code, title, detail]) => {
              const base = "/_content/HocTap.Office.AddIn/lib/";
              const [{ apology }, { Problem }] = await Promise.all([import(base + "fragments.js"), import(base + "problems.js")]);
              const box = apology(new Problem(code, title, detail), () => {});
              return { said: box.querySelector("p").textContent, again: box.querySelector("button") !== null };
            }
            """, new[] { code, title, detail });

        Assert.AreEqual(said, box.GetProperty("said").GetString());
        Assert.AreEqual(again, box.GetProperty("again").GetBoolean());
    }

    [TestMethod]
    public async Task On_a_phone_rows_can_be_sorted_and_no_button_hides_from_sight()
    {
        await using var site = await AddInSite.StartAsync();
        await using var browser = await Chromium.OpenAsync(site, 320, 568);
        var page = browser.Page;
        await page.GotoAsync("/registers");

        await page.GetByRole(AriaRole.Button, new() { Name = "Họ và tên" }).ClickAsync();

        await Assertions.Expect(page.Locator("th[aria-sort=ascending] button")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=ascending] button")).ToBeInViewportAsync();
        var hidden = await page.EvaluateAsync<int>("[...document.querySelectorAll('main button')].filter(button => button.checkVisibility() && button.getBoundingClientRect().width < 8).length");
        Assert.AreEqual(0, hidden);
    }
}
