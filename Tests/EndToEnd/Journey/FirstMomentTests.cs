using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>The first moment of a form on a slow machine and a slow network: a processor of a quarter, 1.6 Mbit/s and 150 ms away.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FirstMomentTests : ServiceTests
{
    // In the very frame in which the field can be seen, before anybody could be quicker.
    private const string TypeAtOnce =
        """
        globalThis.shifts = [];
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) {
            if (!shift.hadRecentInput) globalThis.shifts.push(`${shift.value.toFixed(4)} ${shift.sources.map(({ node, previousRect, currentRect }) => `${node?.outerHTML?.slice(0, 40)} ${previousRect.y} → ${currentRect.y}`).join(", ")}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
        const look = () => {
          const field = document.querySelector("textarea[data-tag=actionContent]");
          if (!field?.checkVisibility() || !globalThis.typesAtOnce) return void requestAnimationFrame(look);
          field.focus({ preventScroll: true });
          document.execCommand("insertText", false, "Gõ ngay.");
        };
        requestAnimationFrame(look);
        """;

    [TestMethod]
    public async Task What_is_typed_in_the_first_frame_of_a_field_is_kept_here_and_at_the_service()
    {
        var (author, plan) = await PlanOfAsync("N0269");
        using var client = author;
        await using var browser = await SlowAsync(plan.Person, "globalThis.typesAtOnce = true;" + TypeAtOnce);

        await browser.Page.GotoAsync($"/pane?form=mau03&{plan.Target}");

        await Assertions.Expect(browser.Page.Content()).ToHaveValueAsync("Gõ ngay.");
        await Assertions.Expect(browser.Page.Saved()).ToContainTextAsync("mở được cả trên máy khác");
        var draft = await client.GetAsync($"api/drafts/mau03?{plan.Target}");
        Assert.AreEqual("Gõ ngay.", draft.GetProperty("fields").GetProperty("actionContent").GetString());
    }

    [TestMethod]
    [DataRow("mau03", "form=mau03&campaign=HT2027&organization=P-TP&person=N0326", Personas.Staff, "[data-readiness]:not(:empty)")]
    [DataRow("duties", "", Personas.Clerk, "[data-people] li")]
    public async Task Nothing_on_the_page_moves_while_it_comes(string what, string address, string person, string there)
    {
        await using var browser = await SlowAsync(person, TypeAtOnce);

        await browser.Page.GotoAsync($"/pane?{address}");
        await browser.Page.Locator(there).First.WaitForAsync();
        await browser.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.AreEqual("", string.Join('\n', await browser.Page.EvaluateAsync<string[]>("globalThis.shifts")), what);
    }

    private static async Task<HostPort.BrowserPage> SlowAsync(string person, string script)
    {
        var browser = await OfficeBrowser.OpenAsync(await App, person, 329);
        await browser.Page.AddInitScriptAsync(script);
        var slow = await browser.Page.Context.NewCDPSessionAsync(browser.Page);
        await slow.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        await slow.SendAsync("Network.enable");
        await slow.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 93_750 });
        return browser;
    }
}
