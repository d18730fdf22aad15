using HocTap.Office.Benchmarks;

// dotnet run -c Release --project Tests/Benchmarks [engine] [service]
// Prints one line for each figure: minimum, median and maximum. Machines differ and are shared: compare medians, and only of one machine.
var chosen = args.Length == 0 ? ["engine", "service"] : args;
if (chosen.Contains("engine"))
{
    EngineBenchmark.Run();
}

if (chosen.Contains("service"))
{
    await ServiceBenchmark.RunAsync();
}

return 0;
