using System.Diagnostics;
using System.Globalization;
using HocTap.Office.GraphService.Workbooks;

namespace HocTap.Office.Benchmarks;

/// <summary>The verb <c>fill</c> as a process of its own over lists of invented people: documents a second, processor time, peak of resident memory.</summary>
internal static class BulkBenchmark
{
    private static readonly string[] Heads = ["person", "organization", "Họ và tên", "Ngày lập", "actionContent", "actionSolution", "Nội dung, mục tiêu 1"];

    /// <summary>Measures lists of so many people, CSV and Excel, into a folder and a .zip, with one worker and with one for each core.</summary>
    public static async Task RunAsync(int count)
    {
        Console.WriteLine($"{"bulk, " + count + " people",-44} {"s",8} {"docs/s",8} {"cpu s",8} {"peak MB",8}");
        var folder = Directory.CreateTempSubdirectory("hoctap-bulk-").FullName;
        try
        {
            foreach (var list in (string[])[Csv(folder, count), Xlsx(folder, count)])
            {
                foreach (var (target, workers) in from target in (string[])["out.zip", "out"] from workers in (int[])[1, Environment.ProcessorCount] select (target, workers))
                {
                    await RunAsync(folder, list, target, workers, count);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(string folder, string list, string target, int workers, int count)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder, "run")).FullName;
        string[] call =
        [
            Path.Combine(AppContext.BaseDirectory, "HocTap.Office.GraphService.dll"), "fill", "mau03", "--campaign", "HT2027", "--campaigns", Path.Combine(AppContext.BaseDirectory, "Samples", "campaigns.json"),
            "--list", list, "--out", Path.Combine(output, target), "--workers", workers.ToString(CultureInfo.InvariantCulture),
        ];
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", call) { RedirectStandardError = true }) ?? throw new InvalidOperationException("The program could not be started.");
        var messages = process.StandardError.ReadToEndAsync();
        var (peak, cpu) = (0L, TimeSpan.Zero);
        while (!process.HasExited)
        {
            (peak, cpu) = Sample(process, peak, cpu);
            await Task.Delay(50);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Directory.Delete(output, recursive: true);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(await messages);
        }

        var name = $"{Path.GetExtension(list)} → {target}, {workers} worker(s)";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44} {seconds,8:0.0} {count / seconds,8:0} {cpu.TotalSeconds,8:0.0} {peak / 1048576.0,8:0.0}"));
    }

    // The last sample before the end counts; the system keeps nothing of a process that is gone.
    private static (long Peak, TimeSpan Cpu) Sample(Process process, long peak, TimeSpan cpu)
    {
        try
        {
            process.Refresh();
            return (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            return (peak, cpu);
        }
    }

    private static string Csv(string folder, int count)
    {
        var path = Path.Combine(folder, "list.csv");
        File.WriteAllLines(path, Enumerable.Range(0, count).Select(index => string.Join(',', Row(index).Select(value => $"\"{value}\""))).Prepend(string.Join(',', Heads.Select(head => $"\"{head}\""))));
        return path;
    }

    private static string Xlsx(string folder, int count)
    {
        var path = Path.Combine(folder, "list.xlsx");
        using var stream = File.Create(path);
        WorkbookWriter.Write(
            new Workbook("list.xlsx", "Danh sách", [new WorkbookSheet("Danh sách", [.. Heads.Select(head => new WorkbookColumn(head, 20))], Enumerable.Range(0, count).Select(index => (IReadOnlyList<Cell>)[.. Row(index).Select(value => (Cell)value)]))]), stream);
        return path;
    }

    private static string[] Row(int index) =>
    [
        $"X{index:000000}", $"CB{index % 64}", $"Nguyễn Thị Người {index}", "20/01/2027", $"Giải quyết hồ sơ số {index} của nhân dân đúng hẹn, không để tồn đọng.",
        $"Thực hiện từ tháng {(index % 12) + 1}, báo cáo chi bộ hằng quý.", $"Cải tiến quy trình số {index} tại bộ phận một cửa.",
    ];
}
