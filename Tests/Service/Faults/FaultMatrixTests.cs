using System.Globalization;
using System.Text;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.Tests.Service.Faults;

/// <summary>
/// Every operation of the gateway meets every fault: afterwards the result is right, nothing is there twice, nothing is lost, and it took a bounded number of calls. What is refused
/// for now is done again, as the outbox does it.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class FaultMatrixTests
{
    private const int MostCalls = 8;
    private const int MostTries = 3;

    private static readonly StringBuilder Table = new();
    private static int keys;

    public TestContext TestContext { get; set; } = null!; // set by the framework

    public static IEnumerable<object[]> Operations => GatewayOperations.All.Select(operation => new object[] { operation.Name });

    [TestMethod]
    [DynamicData(nameof(Operations))]
    public async Task An_operation_survives_every_fault(string name)
    {
        var token = TestContext.CancellationToken;
        var operation = GatewayOperations.All.Single(operation => operation.Name == name);
        await using var site = await FaultySite.StartAsync(token);
        var clean = await CallsAsync(site, operation, null, token);
        var cells = new List<string> { Cell(clean) };
        foreach (var fault in GatewayFault.All)
        {
            if (!operation.Meets(fault))
            {
                cells.Add("–");
                continue;
            }

            var calls = await CallsAsync(site, operation, fault, token);
            cells.Add(Cell(calls));
            Assert.IsLessThanOrEqualTo(clean + MostCalls, calls, $"{name} under «{fault.Name}» took {calls} calls instead of {clean}.");
        }

        lock (Table)
        {
            Table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} |");
        }
    }

    [TestMethod]
    public async Task A_site_provisioned_while_every_fault_strikes_is_the_verified_one_in_the_end()
    {
        var token = TestContext.CancellationToken;
        await using var site = await FaultySite.StartAsync(token, provisioned: false);
        await site.PlayAllAsync(every: 9);

        // A person runs the verb again until it has nothing more to complain of.
        await DriveAsync(site, () => site.ProvisionAsync(token), 2 * GatewayFault.All.Count, token);

        Assert.AreEqual(0, await site.WaitingAsync(), "Not every fault was met.");
        CollectionAssert.AreEqual(Array.Empty<string>(), (await site.Provisioner.VerifyAsync(token)).ToList());
    }

    [ClassCleanup]
    public static void Print()
    {
        var names = GatewayFault.All.Select(fault => fault.Name).Prepend("no fault").Prepend("calls").ToList();
        var file = Path.Combine(AppContext.BaseDirectory, "fault-table.md");
        File.WriteAllText(file, $"| {string.Join(" | ", names)} |\n|{string.Concat(Enumerable.Repeat("--|", names.Count))}\n{Table}");
        Console.WriteLine(File.ReadAllText(file));
    }

    private static string Cell(long calls) => calls.ToString(CultureInfo.InvariantCulture);

    private async Task<long> CallsAsync(FaultySite site, GatewayOperation operation, GatewayFault? fault, CancellationToken token)
    {
        var key = $"K{Interlocked.Increment(ref keys)}";
        TestContext.WriteLine($"{key}: {fault?.Name ?? "no fault"}");
        await operation.PrepareAsync(site, key, token);
        if (fault is not null)
        {
            await site.PlayAsync(fault, operation.Path);
        }

        var before = site.Calls;
        await DriveAsync(site, () => operation.RunAsync(site, key, token), MostTries, token);
        var calls = site.Calls - before;
        if (fault is not null)
        {
            Assert.AreEqual(0, await site.WaitingAsync(), $"«{fault.Name}» never met {operation.Name}.");
        }

        await site.CalmAsync();
        await operation.CheckAsync(site, key, token);
        return calls;
    }

    private static async Task DriveAsync(FaultySite site, Func<Task> run, int tries, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await run();
                return;
            }
            catch (Exception refused) when (attempt < tries && refused is HttpRequestException or SharePointException { IsTransient: true })
            {
                await site.WaitAsync((refused as SharePointException)?.RetryAfter ?? TimeSpan.FromSeconds(1), token);
            }
        }
    }
}
