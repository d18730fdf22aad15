using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>A draft on two devices of one person, on the real service.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DraftTests : ServiceTests
{
    private const string Everywhere = "mở được cả trên máy khác";

    [TestMethod]
    public async Task What_is_typed_at_work_is_there_at_home_and_gone_once_filed()
    {
        var plan = await PlanOfAsync("N0268");
        await using var work = await OfficeBrowser.OpenAsync(await App, plan.Person);
        await OfficeBrowser.OpenFormAsync(work.Page, plan);
        await work.Page.Content().FillAsync("Gõ ở cơ quan");
        await Assertions.Expect(work.Page.Saved()).ToContainTextAsync("Đã giữ bản nháp trên máy này");
        await Assertions.Expect(work.Page.Saved()).ToContainTextAsync(Everywhere);

        await using var home = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        await OfficeBrowser.OpenFormAsync(home.Page, plan);
        await Assertions.Expect(home.Page.Content()).ToHaveValueAsync("Gõ ở cơ quan");
        await home.Page.FillAsync("textarea[data-tag=actionSolution]", "Cả năm 2027.");
        await home.Page.FillAsync("[data-tag=orgPlanIssuer]", "Chi bộ");
        await home.Page.ClickAsync("[data-submit]");
        await home.Page.WaitForSelectorAsync("[data-receipt-title]");

        using var client = await AsAsync(plan.Person);
        Assert.AreEqual(System.Net.HttpStatusCode.NoContent, (await client.SendAsync($"api/drafts/mau03?{plan.Target}")).StatusCode);
        await work.Page.ReloadAsync();
        await Assertions.Expect(work.Page.Locator("[data-current]")).ToContainTextAsync("Bản số 1");
        await Assertions.Expect(work.Page.Locator("textarea[data-tag=actionSolution]")).ToHaveValueAsync("Cả năm 2027.");
        await Assertions.Expect(work.Page.Locator("[data-draft-note]")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task What_is_typed_after_putting_a_decision_off_is_offered_when_the_form_is_opened_again()
    {
        var plan = await PlanOfAsync("N0270");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person);
        var second = await browser.Page.Context.NewPageAsync();
        await OfficeBrowser.OpenFormAsync(browser.Page, plan);
        await OfficeBrowser.OpenFormAsync(second, plan);
        await browser.Page.Content().FillAsync("Cửa sổ thứ nhất");
        await Assertions.Expect(browser.Page.Saved()).ToContainTextAsync(Everywhere);
        await second.Content().FillAsync("Cửa sổ thứ hai");
        await second.GetByRole(AriaRole.Button, new() { Name = "Để sau" }).ClickAsync();

        await second.Content().FillAsync("Cửa sổ thứ hai, gõ tiếp");
        await second.CloseAsync(new() { RunBeforeUnload = true });
        await browser.Page.ReloadAsync();

        var dialog = browser.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Cửa sổ thứ hai, gõ tiếp");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Dùng bản kia" }).ClickAsync();
        await Assertions.Expect(browser.Page.Content()).ToHaveValueAsync("Cửa sổ thứ hai, gõ tiếp");
        await browser.Page.ReloadAsync();
        await Assertions.Expect(browser.Page.Content()).ToHaveValueAsync("Cửa sổ thứ hai, gõ tiếp");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    [TestMethod]
    [DataRow("N0262", "Dùng bản kia", "Ở nhà", DisplayName = "dùng bản kia")]
    [DataRow("N0263", "Giữ bản đang mở", "Lại ở cơ quan", DisplayName = "giữ bản đang mở")]
    public async Task Two_devices_never_overwrite_each_other_unseen(string person, string answer, string stands)
    {
        var plan = await PlanOfAsync(person);
        await using var work = await OfficeBrowser.OpenAsync(await App, person);
        await using var home = await OfficeBrowser.OpenAsync(await App, person);
        await OfficeBrowser.OpenFormAsync(work.Page, plan);
        await OfficeBrowser.OpenFormAsync(home.Page, plan);
        await home.Page.Content().FillAsync("Ở nhà");
        await Assertions.Expect(home.Page.Saved()).ToContainTextAsync(Everywhere);

        await work.Page.Content().FillAsync("Lại ở cơ quan");

        var dialog = work.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Máy khác đã giữ bản nháp lúc");
        await Assertions.Expect(dialog).ToContainTextAsync("Ở nhà");
        using var client = await AsAsync(person);
        Assert.AreEqual("Ở nhà", await ContentAsync(client, plan));
        await dialog.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
        await Assertions.Expect(work.Page.Saved()).ToContainTextAsync(Everywhere);
        await Assertions.Expect(work.Page.Content()).ToHaveValueAsync(stands);
        Assert.AreEqual(stands, await ContentAsync(client, plan));
    }

    [TestMethod]
    public async Task Without_a_network_it_is_kept_here_and_sent_later()
    {
        var plan = await PlanOfAsync("N0264");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);
        await page.Context.SetOfflineAsync(true);

        await page.Content().FillAsync("Gõ khi mất mạng");
        await Assertions.Expect(page.Saved()).ToContainTextAsync("Không có mạng: bản nháp mới giữ trên máy này");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Saved()).ToContainTextAsync(Everywhere);

        using var client = await AsAsync(plan.Person);
        Assert.AreEqual("Gõ khi mất mạng", await ContentAsync(client, plan));
    }

    [TestMethod]
    public async Task Throwing_a_draft_away_takes_both_and_can_be_undone()
    {
        var plan = await PlanOfAsync("N0265");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person, 320);
        var page = browser.Page;
        await OfficeBrowser.OpenFormAsync(page, plan);
        await page.Content().FillAsync("Gõ nhiều lắm");
        await Assertions.Expect(page.Saved()).ToContainTextAsync(Everywhere);
        await page.ReloadAsync();
        using var client = await AsAsync(plan.Person);

        await page.ClickAsync("[data-draft-discard]");
        await Assertions.Expect(page.Content()).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[data-draft-note]")).ToBeHiddenAsync();
        await WaitAsync(async () => (await client.SendAsync($"api/drafts/mau03?{plan.Target}")).StatusCode == System.Net.HttpStatusCode.NoContent);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();

        await Assertions.Expect(page.Content()).ToHaveValueAsync("Gõ nhiều lắm");
        await Assertions.Expect(page.Saved()).ToContainTextAsync(Everywhere);
        Assert.AreEqual("Gõ nhiều lắm", await ContentAsync(client, plan));
    }

    [TestMethod]
    public async Task Two_windows_of_one_machine_are_told_apart_too()
    {
        var plan = await PlanOfAsync("N0266");
        await using var browser = await OfficeBrowser.OpenAsync(await App, plan.Person);
        var (first, second) = (browser.Page, await browser.Page.Context.NewPageAsync());
        await OfficeBrowser.OpenFormAsync(first, plan);
        await OfficeBrowser.OpenFormAsync(second, plan);
        await second.Content().FillAsync("Cửa sổ hai");
        await Assertions.Expect(second.Saved()).ToContainTextAsync(Everywhere);

        await first.BringToFrontAsync();
        await first.Content().FillAsync("Cửa sổ một");

        await Assertions.Expect(first.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Cửa sổ hai");
        await first.GetByRole(AriaRole.Button, new() { Name = "Dùng bản kia" }).ClickAsync();
        await Assertions.Expect(first.Content()).ToHaveValueAsync("Cửa sổ hai");
    }

    internal static async Task<Plan> PlanOfAsync(string person, string campaign = "HT2027")
    {
        using var client = await AsAsync(person);
        var me = (await client.GetAsync("api/me")).GetProperty("person");
        return new Plan(me.GetProperty("organization").GetString()!, person, me.GetProperty("fullName").GetString()!, campaign);
    }

    private static async Task<string?> ContentAsync(OfficeClient client, Plan plan) =>
        (await client.GetAsync($"api/drafts/mau03?{plan.Target}")).GetProperty("fields").GetProperty("actionContent").GetString();

    private static async Task WaitAsync(Func<Task<bool>> reached)
    {
        for (var tries = 0; !await reached() && tries < 100; tries++)
        {
            await Task.Delay(50);
        }
    }
}
