using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>Each of the three forms by three kinds of people, from the duty to the receipt, and what somebody else then sees of it.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ThreeFormsTests
{
    private static readonly Lazy<Task<OfficeApp>> Running = new(() => OfficeApp.StartAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero)));

    /// <summary>What is typed, by tag; rows take the same.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Typed = new()
    {
        ["mau01"] = new()
        {
            ["taskContent"] = "Số hóa xong hồ sơ hộ tịch.", ["leadUnit"] = "Văn phòng", ["coordinatingUnits"] = "Công an", ["timeframe"] = "Quý II/2027",
            ["documentDate"] = "15/01/2027", ["signAuthority"] = "TRƯỞNG BAN", ["signerName"] = "Đỗ Quang Ưng",
        },
        ["mau02"] = new()
        {
            ["modelName"] = "Tổ dân phố không rác", ["modelAddress"] = "Tổ dân phố số 2", ["currentState"] = "Còn bốn điểm rác.", ["expectedResult"] = "Không còn điểm nào.",
            ["documentDate"] = "15/01/2027", ["signAuthority"] = "TRƯỞNG BAN", ["signerName"] = "Đỗ Quang Ưng",
        },
        ["mau03"] = new()
        {
            ["actionContent"] = "Giải quyết hồ sơ đúng hẹn.", ["actionSolution"] = "Giao ban hằng tuần; cả năm 2027.", ["orgPlanIssuer"] = "Chi bộ",
            ["exemplaryContent"] = "Gương mẫu nhận việc khó.", ["exemplarySolution"] = "Hoàn thành trước 30/9/2027.",
        },
    };

    private static readonly Dictionary<string, string> Seen = new() { ["mau01"] = "taskContent", ["mau02"] = "modelName", ["mau03"] = "actionContent" };

    /// <summary>The registers, by form.</summary>
    private static readonly Dictionary<string, string> Registers = new() { ["mau01"] = "tasks", ["mau02"] = "models", ["mau03"] = "plans" };

    [ClassCleanup]
    public static async Task StopAsync()
    {
        if (Running.IsValueCreated)
        {
            await (await Running.Value).DisposeAsync();
        }
    }

    [TestMethod]
    [DataRow("mau03", "N0326", "P-TP", "N0326", "N0323", DisplayName = "mau03, staff for themselves, seen by the head")]
    [DataRow("mau03", "N0328", "P-TP", "N0325", "N0008", DisplayName = "mau03, a clerk for a leader, seen by the city's reviewer")]
    [DataRow("mau03", "N0077", "DU-P-QUYNHLAU", "N0077", "N0001", DisplayName = "mau03, a ward secretary with section III and two copies, seen by the city's manager")]
    [DataRow("mau01", "N0046", "DU-P-DANGVAN", "", "N0037", DisplayName = "mau01, a clerk, seen by the secretary")]
    [DataRow("mau01", "N0077", "DU-P-QUYNHLAU", "", "N0008", DisplayName = "mau01, a secretary, seen by the city's reviewer")]
    [DataRow("mau01", "N0328", "P-TP", "", "N0323", DisplayName = "mau01, a clerk who need not, seen by the head")]
    [DataRow("mau02", "N0296", "P-YT", "", "N0291", DisplayName = "mau02, a clerk, seen by the head")]
    [DataRow("mau02", "N0079", "DU-P-QUYNHLAU", "", "N0008", DisplayName = "mau02, a manager, seen by the city's reviewer")]
    [DataRow("mau02", "N0037", "DU-P-DANGVAN", "", "N0001", DisplayName = "mau02, a secretary, seen by the city's manager")]
    public async Task A_form_goes_from_the_duty_to_the_receipt_and_is_seen_by_whom_it_concerns(string form, string author, string organization, string person, string reader)
    {
        var app = await Running.Value;
        await using (var browser = await OfficeBrowser.OpenAsync(app, author, 320))
        {
            var page = browser.Page;
            await OpenAsync(page, form, author, organization, person);
            await FillAsync(page, form);
            await page.ClickAsync("[data-submit]");
            await Assertions.Expect(page.Locator("[data-receipt-title]")).ToHaveTextAsync("Đã nộp xong");
            await Assertions.Expect(page.Locator(".receipt [data-receipt-state]")).ToHaveTextAsync("Đã nộp");
            if (person == "N0077")
            {
                await page.ClickAsync("[data-back]");
                await Assertions.Expect(page.Locator(".duty").Filter(new() { HasText = "Mẫu 03" }).First).ToContainTextAsync("Thành ủy Lam Kiều");
            }

            Assert.IsEmpty(browser.Complaints, string.Join('\n', browser.Complaints));
        }

        await using var other = await OfficeBrowser.OpenAsync(app, reader);
        await other.Page.GotoAsync($"/registers?register={Registers[form]}&campaign=HT2027&organization={organization}");
        await Assertions.Expect(other.Page.Locator("main")).ToContainTextAsync(Typed[form][Seen[form]]);
        Assert.IsEmpty(other.Complaints, string.Join('\n', other.Complaints));
    }

    /// <summary>Types what a form still needs into its visible places.</summary>
    internal static async Task FillAsync(IPage page, string form)
    {
        if (await page.Locator("[data-row]").CountAsync() == 0 && (form != "mau03" || await OwesRowsAsync(page)))
        {
            await page.ClickAsync("[data-add-row]");
        }

        foreach (var (tag, value) in Typed[form])
        {
            var places = page.Locator($"[data-field={tag}] [data-tag={tag}]");
            for (var index = 0; index < await places.CountAsync(); index++)
            {
                if (tag == Seen[form] || string.IsNullOrEmpty(await places.Nth(index).InputValueAsync()))
                {
                    await places.Nth(index).FillAsync(value);
                }
            }
        }

        await Assertions.Expect(page.Locator("[data-readiness]")).ToContainTextAsync("Đủ điều kiện nộp");
    }

    // By the duty where it is the author's, by the address that the clerk's search leads to where it is a colleague's.
    private static async Task OpenAsync(IPage page, string form, string author, string organization, string person)
    {
        if (person.Length > 0 && person != author)
        {
            await page.GotoAsync($"/pane?form={form}&campaign=HT2027&organization={organization}&person={person}");
            await Assertions.Expect(page.Locator("[data-on-behalf]")).ToBeVisibleAsync();
        }
        else
        {
            await page.GotoAsync("/pane");
            await page.ClickAsync($"[data-open-form={form}][data-campaign=HT2027][data-organization={organization}]");
        }

        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static Task<bool> OwesRowsAsync(IPage page) => page.EvaluateAsync<bool>("JSON.parse(document.querySelector('[data-editor-data]').textContent).context.minRows > 0");
}
