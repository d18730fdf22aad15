using HocTap.Office.Benchmarks;

// dotnet run -c Release --project Tests/Benchmarks [engine] [engine=mau01-2] [service] [bulk] [bulk=100000] [tenant] [pane]
// Prints one line for each figure: minimum, median and maximum. Machines differ and are shared: compare medians, and only of one machine.
// The verbs make this program one of the peers of a harness; README.md tells how.
var peers = new Dictionary<string, Action<string[]>>
{
    ["bench-fill"] = FillPeer.FromBytes,
    ["bench-fill-compiled"] = FillPeer.Compiled,
    ["bench-read"] = ReadPeer.ByTags,
    ["bench-read-form"] = ReadPeer.AsForm,
};
if (args.Length > 0 && peers.TryGetValue(args[0], out var peer))
{
    peer(args[1..]);
    return 0;
}

var chosen = args.Length == 0 ? ["engine", "service"] : args;
foreach (var engine in chosen.Where(choice => choice.StartsWith("engine", StringComparison.Ordinal)))
{
    EngineBenchmark.Run(engine.Length > 7 ? engine[7..] : "");
}

if (chosen.Contains("service"))
{
    await ServiceBenchmark.RunAsync();
}

foreach (var bulk in chosen.Where(choice => choice.StartsWith("bulk", StringComparison.Ordinal)))
{
    await BulkBenchmark.RunAsync(bulk.Length > 5 ? int.Parse(bulk[5..], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
}

if (chosen.Contains("pane"))
{
    await PaneBenchmark.RunAsync();
}

return !chosen.Contains("tenant") || await TenantBenchmark.RunAsync() ? 0 : 1;
