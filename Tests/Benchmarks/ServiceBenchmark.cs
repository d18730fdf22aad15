using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace HocTap.Office.Benchmarks;

/// <summary>The whole service as a process of its own: start to ready, filling over HTTP, memory at rest.</summary>
internal static class ServiceBenchmark
{
    private const string Target = "campaign=HT2027&organization=P-TP&person=N0326";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    /// <summary>Measures three first starts and five later ones.</summary>
    public static async Task RunAsync()
    {
        Console.WriteLine($"{"service",-52} {"min",9} {"median",9} {"max",9}");
        var folder = "";
        var (first, later, fill, memory) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < 3; run++)
        {
            folder = Directory.CreateTempSubdirectory("hoctap-bench-").FullName;
            await using var service = await RunningService.StartAsync(folder);
            first.Add(service.Ready.TotalSeconds);
        }

        for (var run = 0; run < 5; run++)
        {
            await using var service = await RunningService.StartAsync(folder);
            later.Add(service.Ready.TotalSeconds);
            if (run == 4)
            {
                fill.AddRange(await FillAsync(service));
                await Task.Delay(Rest);
                memory.Add(service.ResidentMegabytes);
            }
        }

        Figure.Print("very first start to healthz", "s", first);
        Figure.Print("later start to healthz", "s", later);
        Figure.Print("fill over HTTP, from the first request on", "ms", fill);
        Figure.Print("resident memory at rest after the fills", "MB", memory);
    }

    private static async Task<List<double>> FillAsync(RunningService service)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        var session = await (await http.PostAsJsonAsync("api/session", new { person = "N0326" })).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());
        var times = new List<double>();
        for (var run = 0; run < 100; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await http.PostAsJsonAsync($"api/forms/mau03/document?{Target}", new { fields = new { actionContent = "Giải quyết hồ sơ đúng hẹn.", actionSolution = "Cả năm." } });
            _ = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }
}
