using System.Globalization;
using System.Runtime.InteropServices;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Fillings.Outputs;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Hosting;

/// <summary>The part of <c>fill</c> that makes a folder or a .zip of documents out of a table.</summary>
internal static class FillManyVerb
{
    // An Explorer window with more files is of no use to anybody.
    private const int MostInOneFolder = 1000;

    private static readonly string[] Inputs = ["campaigns", "people", "organizations", "defaults"];

    /// <summary>Carries it out.</summary>
    public static async Task<int> RunAsync(VerbCall call, FillPlan plan, string list)
    {
        if (call.Arguments.Option("out") is not { } target || call.Arguments.Words.Count > 1)
        {
            return await RefuseAsync(call, "Cùng với --list cần --out THƯ_MỤC hoặc --out TỆP.zip, và không kèm tệp JSON.");
        }

        if (InputAt(call.Arguments, list, Path.GetFullPath(target)) is { } input)
        {
            return await RefuseAsync(call, $"Với --out {target} kết quả hoặc báo cáo dòng lỗi ({ReportPath(Path.GetFullPath(target))}) sẽ ghi đè tệp {input} mà lệnh này đọc. Hãy nêu --out khác.");
        }

        if (!WorkersOf(call.Arguments).TryGet(out var workers, out var problem) || !FillTable.Open(new FillColumnNames(plan.Form), list, call.Arguments.Option("sheet")).TryGet(out var opened, out problem))
        {
            return await RefuseAsync(call, problem.Detail);
        }

        using var table = opened;
        try
        {
            return await RunAsync(call, plan, table, Path.GetFullPath(target), workers);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            call.Services.GetRequiredService<ILogger<FillRun>>().OutputNotWritten(exception);
            await call.Messages.WriteLineAsync($"Dừng vì không ghi được vào {target}: {WriteTrouble.Of(Path.GetFullPath(target), IsZip(target), exception)} Xong thì chạy lại đúng lệnh này để đi tiếp.");
            return ExitCodes.SomeBad;
        }
    }

    private static async Task<int> RunAsync(VerbCall call, FillPlan plan, FillTable table, string target, int workers)
    {
        var clock = call.Services.GetRequiredService<TimeProvider>();
        var head = new JournalHead(plan.Form.Code.Value, plan.Campaign.Code, VietnamTime.DayOf(clock.GetUtcNow()), table.Count > MostInOneFolder);
        if (!Open(target, head, call.Arguments.Has("overwrite")).TryGet(out var opened, out var problem))
        {
            return await RefuseAsync(call, problem.Detail);
        }

        using var output = opened;
        using var report = new FaultReport(ReportPath(target), table.Separator);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        var progress = new FillProgress(call.Messages, !Console.IsErrorRedirected, clock);
        var counts = await new FillRun(plan, table, output, report, progress, call.Services.GetRequiredService<ILogger<FillRun>>()).RunAsync(workers, stop.Token);
        Tell(progress, counts, report, stop.IsCancellationRequested);
        return stop.IsCancellationRequested ? ExitCodes.Interrupted : counts.Bad == 0 ? ExitCodes.Good : ExitCodes.SomeBad;
    }

    private static Result<FillOutput> Open(string target, JournalHead head, bool overwrite) => IsZip(target)
        ? ZipOutput.Open(target, head, overwrite).Then<FillOutput>(zip => zip)
        : FolderOutput.Open(target, head, overwrite);

    // Capitals do not count on every disk, and two names may mean one file.
    private static string? InputAt(VerbArguments arguments, string list, string target)
    {
        var written = new[] { target, ReportPath(target) }.Select(RealPath).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Inputs.Select(arguments.Option).Prepend(list).FirstOrDefault(input => input is not null && written.Contains(RealPath(input)));
    }

    private static string RealPath(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } meant ? meant.FullName : Path.GetFullPath(path);

    private static bool IsZip(string target) => Path.GetExtension(target).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    private static string ReportPath(string target) => (IsZip(target) ? Path.ChangeExtension(target, null) : Path.TrimEndingDirectorySeparator(target)) + ".loi.csv";

    // The first signal ends the run cleanly; a second one ends the process.
    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    private static void Tell(FillProgress progress, FillCounts counts, FaultReport report, bool stopped)
    {
        var rewritten = counts.Rewritten == 0 ? "" : $"{counts.Rewritten} ghi lại vì dữ liệu đã đổi, ";
        var unfinished = $"{counts.Unfinished} văn bản mới còn chỗ phải bổ sung trước khi nộp.";
        progress.Say($"{(stopped ? "Dừng giữa chừng" : "Xong")}: {counts.Written} văn bản mới, {rewritten}{counts.Present} đã có từ trước, {counts.Bad} dòng lỗi. {unfinished}");
        if (counts.Remark is { } remark)
        {
            progress.Say(remark);
        }

        if (counts.Bad > 0)
        {
            progress.Say($"Các dòng lỗi ghi ở {report.Path}. Sửa trong danh sách rồi chạy lại đúng lệnh này.");
        }

        if (stopped)
        {
            progress.Say("Chạy lại đúng lệnh này để đi tiếp.");
        }
    }

    private static Result<int> WorkersOf(VerbArguments arguments) => arguments.Option("workers") is not { } given ? Environment.ProcessorCount
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var workers) && workers is > 0 and <= 64 ? workers
        : new Problem.Malformed("--workers là số văn bản điền cùng lúc, từ 1 đến 64.");

    private static async Task<int> RefuseAsync(VerbCall call, string reason)
    {
        await call.Messages.WriteLineAsync(reason);
        return ExitCodes.WrongUsage;
    }
}
