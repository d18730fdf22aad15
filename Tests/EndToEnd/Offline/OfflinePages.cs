using HocTap.Office.Tests.EndToEnd.Journey;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Offline;

/// <summary>What somebody does in the pane while the network comes and goes.</summary>
internal static class OfflinePages
{
    /// <summary>Opens the list of duties and waits until the browser could do without a network.</summary>
    public static async Task OpenReadyAsync(IPage page)
    {
        await page.GotoAsync("/pane");
        await page.WaitForSelectorAsync("[data-open-form]");
        await ReadyAsync(page);
    }

    /// <summary>Waits until worker, page and forms are kept.</summary>
    public static Task ReadyAsync(IPage page) => UntilAsync(
        page,
        """
        const shelves = (await caches.keys()).filter((name) => name.startsWith("hoctap-person:"));
        const kept = await Promise.all(shelves.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
        const forms = Math.min(4, document.querySelectorAll("[data-duties] [data-open-form]").length);
        return Boolean(navigator.serviceWorker.controller) && kept.flat().filter((url) => url.includes("/pane/forms/")).length >= forms;
        """);

    /// <summary>Waits until statements that may await something in the page say true.</summary>
    public static async Task UntilAsync(IPage page, string statements, string argument = "")
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await page.EvaluateAsync<bool>($"async (argument) => {{ {statements} }}", argument))
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(statements);
    }

    /// <summary>Opens the plan from its card, as people do.</summary>
    public static async Task OpenPlanAsync(IPage page, Plan plan)
    {
        await page.Locator($"[data-open-form=mau03][data-campaign={plan.Campaign}][data-person={plan.Person}]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-readiness]")).Not.ToBeEmptyAsync();
    }

    /// <summary>Types all that a plan without section III still needs.</summary>
    public static async Task TypeAsync(IPage page, string content)
    {
        await page.Content().FillAsync(content);
        await page.FillAsync("textarea[data-tag=actionSolution]", "Cả năm 2027.");
        await page.FillAsync("[data-tag=orgPlanIssuer]", "Chi bộ");
    }

    /// <summary>The local receipt of a filing that waits.</summary>
    public static ILocator LocalReceipt(this IPage page) => page.Locator("[data-local-receipt]:visible");

    /// <summary>The revisions of the plan that the service has, with the values of the one that counts.</summary>
    public static async Task<(int Count, string? Content)> FiledAsync(OfficeApp app, Plan plan)
    {
        using var client = await app.AsAsync(plan.Person);
        var filed = (await client.GetAsync($"api/submissions?campaign={plan.Campaign}&form=mau03")).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("person").GetString() == plan.Person).ToList();
        if (filed.Count == 0)
        {
            return (0, null);
        }

        var id = filed.MaxBy(item => item.GetProperty("revision").GetInt32()).GetProperty("id").GetString()!;
        await client.StoredAsync(id);
        var document = await client.Http.GetByteArrayAsync(new Uri($"api/submissions/{id}/document", UriKind.Relative));
        var read = await OfficeClient.JsonAsync(await client.ReadAsync(document));
        return (filed.Count, read.GetProperty("fields").GetProperty("actionContent").GetString());
    }

    /// <summary>Waits until the service has something of a plan.</summary>
    public static async Task<(int Count, string? Content)> ArrivedAsync(OfficeApp app, Plan plan)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await FiledAsync(app, plan) is { Count: > 0 } filed)
            {
                return filed;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"Nothing of {plan.Person} arrived.");
    }
}
