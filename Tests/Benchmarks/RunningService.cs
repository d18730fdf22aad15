using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HocTap.Office.Benchmarks;

/// <summary>The built service as a process on a free loopback port; it ends with this object.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private RunningService(Process process, Uri address, TimeSpan ready) => (this.process, Address, Ready) = (process, address, ready);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process to the first 200 of healthz.</summary>
    public TimeSpan Ready { get; }

    /// <summary>The memory it holds now.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Starts it over a data directory and waits until it is ready.</summary>
    /// <exception cref="TimeoutException">It was not ready in two minutes.</exception>
    public static async Task<RunningService> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [ServicePath(), "--urls", address.ToString(), "--Data:Directory", folder, "--Logging:LogLevel:Default", "Error"]))
            ?? throw new InvalidOperationException("The service could not be started.");
        using var http = new HttpClient { BaseAddress = address };
        while (Stopwatch.GetElapsedTime(start) < LongestStart)
        {
            if (await IsReadyAsync(http))
            {
                return new RunningService(process, address, Stopwatch.GetElapsedTime(start));
            }

            await Task.Delay(20);
        }

        process.Kill(entireProcessTree: true);
        throw new TimeoutException("The service was not ready in two minutes.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("healthz", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private static string ServicePath() => Path.Combine(AppContext.BaseDirectory, "HocTap.Office.GraphService.dll");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
