using System.Collections.Concurrent;
using System.Text.Json;
using HocTap.Office.Tests.Service;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.Journey;

/// <summary>What a weak network carries until somebody can type. Counted by Chromium, with nothing kept from before.</summary>
[TestClass]
[DoNotParallelize]
public sealed class WeightTests : ServiceTests
{
    private const int MostBytes = 60_000;

    [TestMethod]
    public async Task Mau_03_can_be_typed_in_after_less_than_sixty_kilobytes_of_our_own()
    {
        var (author, plan) = await PlanOfAsync(Personas.Staff);
        author.Dispose();
        await using var browser = await OfficeBrowser.OpenAsync(await App, Personas.Staff, 329);
        var carried = await CarriedAsync(browser.Page);

        await OfficeBrowser.OpenFormAsync(browser.Page, plan);

        if (!carried.Keys.Any(address => address.Contains("/bundle/", StringComparison.Ordinal)))
        {
            Assert.Inconclusive("This build had no Node.js to pack the modules with.");
        }

        var told = string.Join('\n', carried.OrderByDescending(file => file.Value).Select(file => $"{file.Value} {file.Key}"));
        Assert.IsLessThan(MostBytes, carried.Values.Sum(), told);
    }

    // The bytes of each answer, its head included.
    private static async Task<ConcurrentDictionary<string, int>> CarriedAsync(IPage page)
    {
        var (addresses, carried) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, int>());
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Network.responseReceived").OnEvent += (_, answer) =>
            addresses[Text(answer, "requestId")] = answer!.Value.GetProperty("response").GetProperty("url").GetString()!; // the protocol promises both
        network.Event("Network.loadingFinished").OnEvent += (_, end) =>
            carried[$"{addresses.GetValueOrDefault(Text(end, "requestId"))} #{Text(end, "requestId")}"] = (int)end!.Value.GetProperty("encodedDataLength").GetDouble(); // the protocol promises it
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        return carried;
    }

    private static string Text(JsonElement? answer, string name) => answer!.Value.GetProperty(name).GetString()!; // the protocol promises it
}
