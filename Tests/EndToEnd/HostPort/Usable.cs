using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>
/// Whether everybody can use a page as it stands: axe in light, dark and contrast colours, and 400 % zoom.
/// Contrast themes are Chromium's emulation of forced colours with a light and a dark palette; Windows' own four palettes cannot be emulated.
/// </summary>
internal static class Usable
{
    private static readonly List<string> Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    // What reaches over the side although the page does not scroll that way, and what of the focus nobody sees.
    private const string CutOff =
        """
        () => {
          const place = document.querySelector("dialog[open]") ?? document.body;
          const width = document.documentElement.clientWidth;
          const scrolls = (element) => element.closest(".table-scroll, .top-nav, .tabs") !== null;
          const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".visually-hidden, .skip-link, .day-picker, [data-picker]");
          const wide = [...place.querySelectorAll("button, a, input, textarea, select, p, h1, h2, h3, dt, dd, li")]
            .filter((element) => seen(element) && !scrolls(element))
            .filter((element) => { const box = element.getBoundingClientRect(); return box.width > 1 && (box.right > width + 1 || box.left < -1); });
          const named = (element) => element.outerHTML.slice(0, 120);
          const hidden = [...place.querySelectorAll("input, textarea, select, button, a[href], summary")].filter((element) => seen(element) && !element.disabled && element.tabIndex >= 0).filter((element) => {
            element.focus();
            const { left, top, width: wide, height } = element.getBoundingClientRect();
            const at = document.elementFromPoint(left + Math.min(wide, 20) / 2, Math.max(top, 0) + Math.min(height, 24) / 2);
            return document.activeElement === element && !(at && (element.contains(at) || at.contains(element)));
          });
          return [...wide.map((element) => `cut off: ${named(element)}`), ...hidden.map((element) => `covered: ${named(element)}`)];
        }
        """;

    /// <summary>Asserts it for a page in one state; leaves it 320 × 568, in light colours.</summary>
    public static async Task AssertAsync(IPage page, string state)
    {
        await page.SetViewportSizeAsync(320, 568);
        await AxeAsync(page, state);
        foreach (var (scheme, forced) in ((ColorScheme, ForcedColors)[])[(ColorScheme.Dark, ForcedColors.None), (ColorScheme.Dark, ForcedColors.Active), (ColorScheme.Light, ForcedColors.Active)])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
            await AxeAsync(page, $"{state}, {scheme}, forced colours {forced}", "color-contrast");
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        await ZoomedAsync(page, state);
    }

    /// <summary>Asserts that a window of 1280 × 1024 can be read at 400 %: nothing reaches over the side, and nothing lies over what has the focus.</summary>
    public static async Task ZoomedAsync(IPage page, string state)
    {
        await page.SetViewportSizeAsync(320, 256);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.AreEqual(0, overflow, $"{state} scrolls both ways at 400 %.");
        var faults = await page.EvaluateAsync<string[]>(CutOff);
        Assert.IsEmpty(faults, $"{state} at 400 %:\n{string.Join('\n', faults)}");
        await page.SetViewportSizeAsync(320, 568);
    }

    private static async Task AxeAsync(IPage page, string state, string? rule = null)
    {
        var only = rule is null ? new RunOnlyOptions { Type = "tag", Values = Levels } : new RunOnlyOptions { Type = "rule", Values = [rule] };
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = only, ResultTypes = [ResultType.Violations] });
        Assert.IsEmpty(result.Violations, $"{state}:\n{string.Join('\n', result.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help} {node.Html}")))}");
    }
}
