using System.Diagnostics;
using HocTap.Office.LocalTenant;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class StartTests : TenantTests
{
    [TestMethod]
    public async Task A_tenant_starts_and_takes_700_items_quickly()
    {
        await using (await TenantApp.StartAsync(Token))
        {
        }
        await using var app = await TenantApp.StartAsync(Token);
        var started = await TimeOfStartAsync();
        var watch = Stopwatch.StartNew();
        var list = await app.AddListAsync("Seed", Token);

        watch.Restart();
        await Batches.AddItemsAsync(app, list, 700, number => new() { ["Code"] = $"c{number}", ["Kind"] = $"k{number % 7}", ["Size"] = number }, Token);

        TestContext.WriteLine($"started in {started.TotalMilliseconds:0} ms, seeded in {watch.Elapsed.TotalMilliseconds:0} ms");
        Assert.IsLessThan(TimeSpan.FromSeconds(15), watch.Elapsed);
    }

    private async Task<TimeSpan> TimeOfStartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tenant-").FullName;
        var watch = Stopwatch.StartNew();
        await using (await LocalTenantServer.StartAsync(new() { DataDirectory = folder }, TimeProvider.System, Token))
        {
            watch.Stop();
        }
        Directory.Delete(folder, recursive: true);
        return watch.Elapsed;
    }
}
