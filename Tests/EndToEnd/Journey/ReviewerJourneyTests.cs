using Deque.AxeCore.Playwright;
using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>A reviewer works through what waits, on the real product in a browser.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ReviewerJourneyTests
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HOCTAP_PICTURES");

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task A_reviewer_works_through_the_list_and_leaves_nothing_behind_for_the_next_person()
    {
        await Chromium.StartAsync();
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 2, 8, 2, 0, 0, TimeSpan.Zero), cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        using var clerk = await app.AsAsync(Personas.Clerk);
        await clerk.FileToTheEndAsync(Personas.StaffPlan);
        var second = await clerk.FileToTheEndAsync(new Plan("P-TP", "N0327", await NameOfAsync(app, "N0327")));
        await using var browser = await Chromium.OpenUnsignedAsync(app.Address.ToString().TrimEnd('/'));
        var page = browser.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phạm Xuân Nghĩa" }).ClickAsync();
        await page.Locator("[data-welcome]").GetByRole(AriaRole.Link, new() { Name = "Chờ xem xét" }).ClickAsync();
        await LookAsync(page, "reviewer-1-list");

        await page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("Châu Thế Khởi nộp thay");
        await page.GetByText("Ghi ý kiến cho việc này").First.ClickAsync();
        await page.Locator("[data-row-remark]").First.FillAsync("Việc này cần mốc thời gian.");
        await page.Locator("[name=comment]").FillAsync("Bổ sung mốc thời gian.");
        await LookAsync(page, "reviewer-2-remark");
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        var next = page.Locator("[data-next-submission]");
        await Assertions.Expect(next).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".detail-row .comment")).ToContainTextAsync("Việc này cần mốc thời gian.");
        Assert.AreEqual(second, await next.GetAttributeAsync("data-next-submission"));
        await next.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-detail-message]")).ToHaveTextAsync("Đã xác nhận hồ sơ.");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-waiting=review]")).ToContainTextAsync("Không còn hồ sơ nào chờ bạn xem xét.");
        await LookAsync(page, "reviewer-3-empty");

        await page.GetByRole(AriaRole.Link, new() { Name = "Sổ đăng ký" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kế hoạch cá nhân" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.Locator("[data-sign-in]").WaitForAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("[data-sign-in]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-registers]")).ToHaveCountAsync(0);
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    [TestMethod]
    public async Task An_author_withdraws_in_the_register_and_finds_the_way_back_from_a_wrong_address()
    {
        await Chromium.StartAsync();
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 2, 8, 2, 0, 0, TimeSpan.Zero), cancellationToken: TestContext.CancellationToken);
        using var staff = await app.AsAsync(Personas.Staff);
        await staff.FileToTheEndAsync(Personas.StaffPlan);
        await using var browser = await Chromium.OpenUnsignedAsync(app.Address.ToString().TrimEnd('/'));
        var page = browser.Page;
        await page.GotoAsync("/?return=/registers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ" }).ClickAsync();
        await page.Locator("[data-registers]").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ này" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rút", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-detail-message]")).ToHaveTextAsync("Đã rút hồ sơ.");
        await Assertions.Expect(page.Locator(".detail .card-marks").First).ToHaveTextAsync("Đã rút");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("Không có dòng nào");
        await page.GotoAsync("/khongco");
        await Assertions.Expect(page.Locator("[data-problem] h1")).ToHaveTextAsync("Không tìm thấy");
        await page.GetByRole(AriaRole.Link, new() { Name = "Về «Việc của tôi»" }).ClickAsync();
        await page.Locator("[data-pane]").First.WaitForAsync();
    }

    private static async Task<string> NameOfAsync(OfficeApp app, string person)
    {
        using var client = await app.AsAsync(person);
        return await client.NameAsync();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var faults = (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}").ToList();
        foreach (var (width, height) in ((int, int)[])[(320, 568), (1366, 768)])
        {
            await page.SetViewportSizeAsync(width, height);
            if (Pictures is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png") });
            }
        }

        Assert.IsEmpty(faults, $"{name}: {string.Join("; ", faults)}");
    }
}
