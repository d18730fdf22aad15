using HocTap.Office.Tests.EndToEnd.HostPort;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>A browser in which somebody of the sample city is signed in on the real service: one device of theirs.</summary>
internal static class OfficeBrowser
{
    public static async Task<BrowserPage> OpenAsync(OfficeApp app, string person, int width = 1366)
    {
        await Chromium.StartAsync();
        var browser = await Chromium.OpenUnsignedAsync(app.Address.ToString().TrimEnd('/'), width);
        await browser.Page.GotoAsync("/");
        await browser.Page.EvaluateAsync(
            """
            async (person) => {
              const granted = await (await fetch("/api/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ person }) })).json();
              localStorage.setItem("hoctap:session", JSON.stringify({ ...granted, person, fullName: person }));
            }
            """,
            person);
        return browser;
    }

    /// <summary>Opens the personal plan of somebody.</summary>
    public static async Task OpenFormAsync(IPage page, Plan plan)
    {
        await page.GotoAsync($"/pane?form=mau03&{plan.Target}");
        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>The place in which section II.1 is typed.</summary>
    public static ILocator Content(this IPage page) => page.Locator("textarea[data-tag=actionContent]");

    /// <summary>The line that says where the draft is kept.</summary>
    public static ILocator Saved(this IPage page) => page.Locator("[data-saved]");
}
