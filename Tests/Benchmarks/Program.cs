using HocTap.Office.Benchmarks;

// dotnet run -c Release --project Tests/Benchmarks [engine] [service]
// Prints one line for each figure: minimum, median and maximum. Machines differ and are shared: compare medians, and only of one machine.
// bench-… verbs are peers of the comparison with other libraries: one document, some seconds, one line.
switch (args)
{
    case ["bench-read", var filled, var seconds, .. var output]:
        ReadPeer.ByTags(filled, seconds, output.FirstOrDefault());
        return 0;
    case ["bench-read-form", var filled, var seconds, .. var output]:
        ReadPeer.AsForm(filled, seconds, output.FirstOrDefault());
        return 0;
    default:
        break;
}

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
