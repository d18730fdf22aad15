using Deque.AxeCore.Playwright;
using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>The whole main job on the real product: a plan from structured inputs to the completion list, as four people live it in a browser.</summary>
[TestClass]
[DoNotParallelize]
public sealed class JourneyTests
{
    /// <summary>Set to a folder to keep a picture of every step.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HOCTAP_PICTURES");

    public TestContext TestContext { get; set; } = null!; // set by the framework

    [TestMethod]
    public async Task A_plan_goes_from_the_pane_through_review_to_the_completion_list()
    {
        await Chromium.StartAsync();
        await using var app = await OfficeApp.StartAsync(new DateTimeOffset(2027, 2, 8, 2, 0, 0, TimeSpan.Zero), cancellationToken: TestContext.CancellationToken);

        var missingBefore = await MissingOfAsync(app, "P-TP");
        await StaffFilesAsync(app, "Giải quyết 100% hồ sơ đúng hẹn.");
        await HeadReturnsAsync(app);
        await StaffMendsAsync(app);
        await HeadAcceptsAsync(app);
        var missingAfter = await MissingOfAsync(app, "P-TP");

        Assert.AreEqual(missingBefore - 1, missingAfter);
    }

    private static async Task StaffFilesAsync(OfficeApp app, string content)
    {
        await using var browser = await SignInAsync(app, "Đường Duy Đệ", "Việc của tôi");
        var page = browser.Page;
        await page.GetByRole(AriaRole.Article, new() { Name = "Mẫu 03 - Kế hoạch cá nhân, năm 2027" }).GetByRole(AriaRole.Button, new() { Name = "Lập kế hoạch" }).ClickAsync();
        await page.GetByLabel("II.1 Nội dung, công việc cụ thể").WaitForAsync();
        await LookAsync(page, "1-form");

        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-summary]")).ToContainTextAsync("Chưa ghi nội dung, công việc cụ thể");
        await LookAsync(page, "2-problems");

        await page.GetByLabel("II.1 Nội dung, công việc cụ thể").FillAsync(content);
        await page.GetByLabel("II.2 Giải pháp, thời gian thực hiện").FillAsync("Giao ban hằng tuần; thực hiện cả năm 2027.");
        await page.Locator("[data-tag=orgPlanIssuer]").FillAsync("Chi bộ Phòng Tư pháp");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Chèn vào văn bản" }).ClickAsync());
        Assert.AreEqual("HT2027_M03_P-TP_N0326-DuongDuyDe.docx", download.SuggestedFilename);

        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-receipt-title]")).ToContainTextAsync("Đã nộp");
        await Assertions.Expect(page.Locator("[data-receipt-number]")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".receipt [data-receipt-state]")).ToHaveTextAsync("Đã nộp");
        await LookAsync(page, "3-receipt");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    private static async Task HeadReturnsAsync(OfficeApp app)
    {
        await using var browser = await SignInAsync(app, "Phạm Xuân Nghĩa", "Sổ đăng ký");
        var page = browser.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Kế hoạch cá nhân" }).ClickAsync();
        await LookAsync(page, "4-register");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("#y-kien-loi")).ToBeVisibleAsync();
        await page.Locator("#y-kien").FillAsync("Ghi rõ thời gian hoàn thành từng việc.");
        await LookAsync(page, "5-review");
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Assertions.Expect(page.Locator(".detail .history")).ToContainTextAsync("Ghi rõ thời gian hoàn thành từng việc.");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    private static async Task StaffMendsAsync(OfficeApp app)
    {
        await using var browser = await SignInAsync(app, "Đường Duy Đệ", "Việc của tôi");
        var page = browser.Page;
        var duty = page.GetByRole(AriaRole.Article, new() { Name = "Mẫu 03 - Kế hoạch cá nhân, năm 2027" });
        await Assertions.Expect(duty).ToContainTextAsync("Ghi rõ thời gian hoàn thành từng việc.");
        await LookAsync(page, "6-returned");
        await duty.GetByRole(AriaRole.Button, new() { Name = "Sửa và nộp lại" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("II.1 Nội dung, công việc cụ thể")).ToHaveValueAsync("Giải quyết 100% hồ sơ đúng hẹn.");
        await page.GetByLabel("II.2 Giải pháp, thời gian thực hiện").FillAsync("Từ tháng 3 đến tháng 12/2027, giao ban hằng tuần.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-receipt-revision]")).ToContainTextAsync("2");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    private static async Task HeadAcceptsAsync(OfficeApp app)
    {
        await using var browser = await SignInAsync(app, "Phạm Xuân Nghĩa", "Sổ đăng ký");
        var page = browser.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Kế hoạch cá nhân" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đường Duy Đệ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).ClickAsync();
        await Assertions.Expect(page.Locator(".detail .card-marks").First).ToContainTextAsync("Đã xác nhận");
        Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
    }

    // The manager of the city looks at the list, opens the office and counts the names.
    private static async Task<int> MissingOfAsync(OfficeApp app, string organization)
    {
        await using var browser = await SignInAsync(app, "Thạch Đình Phước", "Hoàn thành");
        var page = browser.Page;
        await LookAsync(page, "7-completion");
        await page.Locator($"[data-open-organization={organization}]").ClickAsync();
        await page.Locator("[data-missing]").First.WaitForAsync();
        await LookAsync(page, "8-missing");
        var row = page.Locator("tr").Filter(new() { Has = page.Locator($"[data-open-organization={organization}]") });
        return int.Parse(await row.GetAttributeAsync("data-missing") ?? "", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<BrowserPage> SignInAsync(OfficeApp app, string name, string link)
    {
        var browser = await Chromium.OpenUnsignedAsync(app.Address.ToString().TrimEnd('/'));
        await browser.Page.GotoAsync("/");
        await LookAsync(browser.Page, "0-sign-in");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await browser.Page.Locator("[data-welcome]").GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await browser.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return browser;
    }

    private static async Task LookAsync(IPage page, string name)
    {
        var serious = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {violation.Help}").ToList();
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"journey-{name}.png"), FullPage = true });
        }

        Assert.IsEmpty(serious, $"{name}: {string.Join("; ", serious)}");
    }
}
