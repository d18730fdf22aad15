using System.Diagnostics;
using System.Globalization;
using HocTap.Office.LocalTenant;

namespace HocTap.Office.Benchmarks;

/// <summary>The local tenant over HTTP: the same calls on a list of 1,000 items and on one of 100,000, taken in turns so that a busy moment of the machine meets both.</summary>
internal static class TenantBenchmark
{
    private const int Small = 1_000;
    private const int Large = 100_000;
    private const int Runs = 60;
    private const double Limit = 2;

    private static readonly (string Name, Func<TenantList, int, Task> Call)[] Calls =
    [
        ("filter by an indexed text, 10 found", (list, run) => list.GetAsync($"items?$expand=fields&$filter=fields/Kind eq 'K{run % 100}'")),
        ("filter by a unique code, 1 found", (list, run) => list.GetAsync($"items?$expand=fields&$filter=fields/Code eq 'C{run * 13:000000}'")),
        ("filter by a range of an indexed number, 10 found", (list, run) => list.GetAsync($"items?$expand=fields&$filter=fields/Size ge {run * 10} and fields/Size lt {(run + 1) * 10}")),
        ("filter by the beginning of an indexed text, 10 found", (list, run) => list.GetAsync($"items?$expand=fields&$filter=startswith(fields/Code,'C{run:00000}')")),
        ("order by an indexed number, first 50", (list, _) => list.GetAsync("items?$expand=fields&$orderby=fields/Size desc&$top=50")),
        ("page of 200, the first", (list, _) => list.GetAsync("items?$expand=fields&$top=200")),
        ("page of 200, one of the last", (list, _) => list.FollowAsync(list.LatePage)),
        ("delta, first page", (list, _) => list.GetAsync("items/delta")),
        ("delta after one change", (list, _) => list.FollowAsync(list.Delta)),
        ("read by id", (list, run) => list.GetAsync($"items/{(run * (list.Count / (Runs + 1))) + 1}?$expand=fields")),
        ("REST: items by an indexed text, 10 found", (list, run) => list.RestAsync($"items?$filter=Kind eq 'K{run % 100}'")),
        ("REST: items in order of an indexed number, first 50", (list, _) => list.RestAsync("items?$orderby=Size desc&$top=50")),
        ("create", (list, run) => list.CreateAsync(list.Count + run)),
        ("change", (list, run) => list.ChangeAsync((run * (list.Count / (Runs + 1))) + 1, run)),
    ];

    /// <summary>Fills the lists, measures and prints; false when a call on the large list takes more than twice as long.</summary>
    public static async Task<bool> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hoctap-bench-").FullName;
        bool good;
        await using (var server = await LocalTenantServer.StartAsync(new LocalTenantOptions { DataDirectory = folder }, TimeProvider.System, CancellationToken.None))
        {
            using var site = await TenantSite.OpenAsync(server);
            var (small, large) = (await TenantList.MakeAsync(site, "Small", Small), await TenantList.MakeAsync(site, "Large", Large));
            good = await MeasureAsync(small, large);
        }

        Directory.Delete(folder, recursive: true);
        return good;
    }

    private static async Task<bool> MeasureAsync(TenantList small, TenantList large)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"tenant, medians in ms over HTTP",-56} {Small,9:N0} {Large,9:N0} {"ratio",7}"));
        var good = true;
        foreach (var (name, call) in Calls)
        {
            var (few, many) = (new List<double>(), new List<double>());
            await call(small, 0);
            await call(large, 0);
            for (var run = 1; run <= Runs; run++)
            {
                few.Add(await TimeAsync(() => call(small, run)));
                many.Add(await TimeAsync(() => call(large, run)));
            }

            var ratio = Figure.Median(many) / Figure.Median(few);
            good &= ratio <= Limit;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-56} {Figure.Median(few),9:0.00} {Figure.Median(many),9:0.00} {ratio,7:0.00}{(ratio <= Limit ? "" : "  too slow")}"));
        }

        return good;
    }

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
