using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>What a clerk does for the others, on the real service.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ClerkTests : ServiceTests
{
    // Of P-LDXH, whose people no other story is about.
    private const string Clerk = "N0334";
    private const string Unit = "P-YT";

    [TestMethod]
    public async Task A_clerk_finds_a_colleague_without_diacritics_files_for_them_and_takes_it_back()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, Clerk, 320);
        var page = browser.Page;
        await page.GotoAsync("/pane");
        var people = page.Locator("[data-people]");
        await Assertions.Expect(people).ToContainTextAsync("Chưa nộp:");
        await Assertions.Expect(people).ToContainTextAsync("Đinh Diệu Hạnh");
        await Assertions.Expect(people).Not.ToContainTextAsync("Lê Diệu Hường");

        await page.FillAsync("[data-people-search] [name=q]", "dinh dieu hanh");
        await Assertions.Expect(people).ToContainTextAsync("Tìm thấy 1 người.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập thay Đinh Diệu Hạnh" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-on-behalf]")).ToHaveTextAsync("Lập thay: Đinh Diệu Hạnh");
        await page.Content().FillAsync("Việc của chị Hạnh.");
        await page.FillAsync("textarea[data-tag=actionSolution]", "Cả năm.");
        await page.FillAsync("[data-tag=orgPlanIssuer]", "Chi đoàn");
        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong");

        await page.Locator("[data-back]").ClickAsync();
        await page.FillAsync("[data-people-search] [name=q]", "hanh");
        await Assertions.Expect(people.Locator("li").Filter(new() { HasText = "Đinh Diệu Hạnh" })).ToContainTextAsync("Đã nộp");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ của Đinh Diệu Hạnh" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-duties-notice]")).ToContainTextAsync("Đã rút hồ sơ.");
        await Assertions.Expect(people).ToContainTextAsync("Đinh Diệu Hạnh");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task What_is_typed_in_the_search_outlives_the_list_of_duties_that_comes_after_it()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, Clerk, 320);
        var page = browser.Page;
        await page.GotoAsync("/pane");
        var people = page.Locator("[data-people]");
        await Assertions.Expect(people).ToContainTextAsync("Chưa nộp:");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập thay" }).First.ClickAsync();
        await page.WaitForSelectorAsync("[data-editor]");
        var typed = new TaskCompletionSource();
        await page.RouteAsync("**/pane/duties", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });

        await page.Locator("[data-back]").ClickAsync();
        await page.FillAsync("[data-people-search] [name=q]", "anh lua");
        typed.SetResult();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var search = page.Locator("[data-people-search] [name=q]");
        await Assertions.Expect(search).ToHaveValueAsync("anh lua");
        await Assertions.Expect(search).ToBeFocusedAsync();
        await Assertions.Expect(people).ToContainTextAsync("Bùi Thị Ánh Lụa");
        await Assertions.Expect(page.Locator("[data-people-search]")).ToHaveCountAsync(1);
    }

    [TestMethod]
    public async Task Who_is_no_clerk_has_no_such_tools()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, Personas.Staff, 320);

        await browser.Page.GotoAsync("/pane");
        await browser.Page.WaitForSelectorAsync(".duty");

        await Assertions.Expect(browser.Page.Locator("[data-clerk]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task What_a_unit_has_in_common_is_kept_once_and_never_overwritten_unseen()
    {
        var clerk = await ClerkOfAsync(Unit);
        await using var browser = await OfficeBrowser.OpenAsync(await App, clerk);
        var page = browser.Page;
        await page.GotoAsync("/pane");
        await page.Locator($"[data-open-defaults][data-campaign=HT2027][data-organization={Unit}]").ClickAsync();
        await page.FillAsync("[data-tag=orgPlanNumber]", "07-KH/CB");
        await page.FillAsync("[data-tag=orgPlanDate]", "12/1/2027");
        await page.ClickAsync("[data-save]");
        await Assertions.Expect(page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã lưu lúc");

        using var other = await AsAsync(clerk);
        var elsewhere = await other.WriteAsync(HttpMethod.Put, $"api/defaults?campaign=HT2027&organization={Unit}", 1, new { fields = new { orgPlanNumber = "08-KH/CB" } });
        Assert.AreEqual(System.Net.HttpStatusCode.OK, elsewhere.StatusCode);
        await page.FillAsync("[data-tag=confirmerName]", "Người Xác Nhận");
        await page.ClickAsync("[data-save]");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("08-KH/CB");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu bản đang mở" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-bar-notice]")).ToContainTextAsync("Đã lưu lúc");

        var colleague = (await other.GetAsync($"api/people?organization={Unit}")).GetProperty("items")[0].GetProperty("code").GetString()!;
        var plan = await DraftTests.PlanOfAsync(colleague);
        await OfficeBrowser.OpenFormAsync(page, plan);
        await Assertions.Expect(page.Locator("[data-tag=orgPlanNumber]")).ToHaveValueAsync("07-KH/CB");
        await Assertions.Expect(page.Locator("[data-tag=orgPlanDate]")).ToHaveValueAsync("12/01/2027");
        await Assertions.Expect(page.Locator("[data-field=orgPlanNumber] [data-source]")).ToHaveTextAsync("mặc định của đơn vị");
        await Assertions.Expect(page.Locator("[data-tag=confirmerName]")).ToHaveValueAsync("Người Xác Nhận");
    }

    [TestMethod]
    public async Task Leaving_unsaved_values_is_asked_first()
    {
        await using var browser = await OfficeBrowser.OpenAsync(await App, Personas.Clerk, 320);
        var page = browser.Page;
        await page.GotoAsync("/pane?form=defaults&campaign=HT2027&organization=P-TP");
        await page.FillAsync("[data-tag=orgPlanNumber]", "01-KH/CB");

        await page.ClickAsync("[data-back]");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ở lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-tag=orgPlanNumber]")).ToHaveValueAsync("01-KH/CB");
        await page.ClickAsync("[data-back]");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Bỏ những chỗ vừa sửa" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-duties-view] h1")).ToBeFocusedAsync();
    }

    private static async Task<string> ClerkOfAsync(string unit)
    {
        var app = await App;
        var directory = ((HocTap.Office.GraphService.Organizations.DirectoryStore)app.Services.GetService(typeof(HocTap.Office.GraphService.Organizations.DirectoryStore))!).Current;
        return directory.Roles.First(role => role.OrganizationCode == unit && role.Kind == HocTap.Office.GraphService.Organizations.RoleKind.Clerk).PersonCode;
    }
}
