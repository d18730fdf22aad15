using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace HocTap.Office.Benchmarks;

/// <summary>The pane in Chromium over the built service: what a keystroke costs among many rows, and how soon a form can be typed in.</summary>
internal static class PaneBenchmark
{
    private const string Plan = "/pane?form=mau03&campaign=HT2027&organization=P-TP&person=N0326";
    private const string Tasks = "/pane?form=mau01&campaign=HT2027&organization=P-TP";
    private const int Keystrokes = 60;

    // Between the first listener of an event and the last; what the browser itself counts as slow is told beside it.
    private const string Watch =
        """
        (() => {
          globalThis.handled = [];
          globalThis.slow = [];
          let start = 0;
          addEventListener("input", () => { start = performance.now(); }, true);
          addEventListener("input", () => { globalThis.handled.push(performance.now() - start); });
          new PerformanceObserver((list) => {
            for (const event of list.getEntries()) if (event.name === "keydown" || event.name === "input") globalThis.slow.push(event.processingEnd - event.processingStart);
          }).observe({ type: "event", durationThreshold: 16 });
        })()
        """;

    /// <summary>Measures both on this machine as it is, and slowed to a quarter.</summary>
    public static async Task RunAsync()
    {
        Console.WriteLine($"{"pane",-52} {"min",9} {"median",9} {"max",9}");
        await using var service = await RunningService.StartAsync(Directory.CreateTempSubdirectory("hoctap-bench-").FullName);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"] });
        foreach (var slower in new[] { 1, 4 })
        {
            foreach (var rows in new[] { 1, 60, 200 })
            {
                await TypeAsync(browser, service, rows, slower);
            }

            await OpenAsync(browser, service, slower);
        }
    }

    private static async Task TypeAsync(IBrowser browser, RunningService service, int rows, int slower)
    {
        var page = await SignedInAsync(browser, service, "N0328");
        await page.GotoAsync(Tasks);
        await page.Locator("[data-add-row]").First.WaitForAsync();
        await page.EvaluateAsync("() => { for (const button of document.querySelectorAll('[data-delete-row]')) button.click(); }"); // what the draft of the run before has
        await page.EvaluateAsync("(rows) => { while (document.querySelectorAll('[data-row]').length < rows) document.querySelector('[data-add-row]').click(); }", rows);
        await page.WaitForTimeoutAsync(2_000);
        await SlowAsync(page, slower, network: false);
        await page.EvaluateAsync(Watch);
        await page.Locator("[data-row] textarea").Last.ClickAsync();
        await page.Keyboard.TypeAsync(new string('a', Keystrokes), new() { Delay = 60 });
        await page.WaitForTimeoutAsync(1_000);

        Figure.Print($"a keystroke among {rows} rows, processor 1/{slower}", "ms", (await page.EvaluateAsync<double[]>("globalThis.handled")).DefaultIfEmpty(double.NaN));
        var slow = await page.EvaluateAsync<double[]>("globalThis.slow");
        Console.WriteLine($"    of {Keystrokes}, {slow.Count(time => time > 16)} took the page more than 16 ms by the browser's event timing");
        await page.Context.CloseAsync();
    }

    private static async Task OpenAsync(IBrowser browser, RunningService service, int slower)
    {
        var times = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            var page = await SignedInAsync(browser, service, "N0326");
            await SlowAsync(page, slower, network: slower > 1);
            var start = Stopwatch.GetTimestamp();
            await page.GotoAsync(Plan, new() { WaitUntil = WaitUntilState.Commit });
            await page.Locator("textarea[data-tag=actionContent]").WaitForAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await page.Context.CloseAsync();
        }

        Figure.Print(slower > 1 ? $"Mẫu 03 can be typed in, slow 4G, processor 1/{slower}" : "Mẫu 03 can be typed in", "ms", times);
    }

    private static async Task<IPage> SignedInAsync(IBrowser browser, RunningService service, string person)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = service.Address.ToString(), ViewportSize = new() { Width = 329, Height = 445 }, Locale = "vi-VN" });
        var page = await context.NewPageAsync();
        var granted = await context.APIRequest.PostAsync("/api/session", new() { DataObject = new { person } });
        var token = (await granted.JsonAsync())!.Value.GetProperty("accessToken").GetString(); // a session has one
        var session = JsonSerializer.Serialize(new { accessToken = token, expiresAt = "2099-01-01T00:00:00Z", fullName = person, person });
        await page.AddInitScriptAsync($"localStorage.setItem('hoctap:session', {JsonSerializer.Serialize(session)})");
        return page;
    }

    // 1.6 Mbit/s down, 0.75 up, 150 ms: slow 4G, with nothing kept from before.
    private static async Task SlowAsync(IPage page, int slower, bool network)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slower });
        if (network)
        {
            await devtools.SendAsync("Network.enable");
            await devtools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
            await devtools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 93_750 });
        }
    }
}
