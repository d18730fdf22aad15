using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Fillings.Outputs;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>What a run came to.</summary>
/// <param name="Written">New documents.</param>
/// <param name="Rewritten">Documents of an earlier run whose data have changed.</param>
/// <param name="Present">Documents of an earlier run that are as they should be.</param>
/// <param name="Bad">Lines that became no document.</param>
/// <param name="Unfinished">Documents written now in which something must be added before they are filed.</param>
/// <param name="Remark">A Vietnamese sentence about the output; null for none.</param>
internal sealed record FillCounts(int Written, int Rewritten, int Present, int Bad, int Unfinished, string? Remark);

/// <summary>What a run fills its documents with.</summary>
internal sealed record FillPlan(FormDefinition Form, Campaign Campaign, FillDirectory Directory, FillTargets Targets);

/// <summary>Fills a table of documents into an output («điền hàng loạt») on all cores, goes on after a bad line, and may be broken off and started again.</summary>
internal sealed class FillRun(FillPlan plan, FillTable table, FillOutput output, FaultReport report, FillProgress progress, ILogger logger)
{
    private const int AheadOfEachWorker = 8;
    private const int MostFaultsShown = 20;
    private const int MostReserved = 1_000_000;

    private readonly UInt128 common = InputHash.Of(plan.Campaign.Texts);
    // Room for all at once: growing it would leave as much again behind.
    private readonly Dictionary<ulong, (int Line, ulong Target)> lines = new(Math.Min(table.Count, MostReserved));
    private FillCounts counts = new(0, 0, 0, 0, 0, null);

    /// <summary>Fills every document. When <paramref name="stopped"/> is cancelled, what was begun is finished and the output waits to be continued.</summary>
    /// <exception cref="IOException">Nothing can be written any more.</exception>
    public async Task<FillCounts> RunAsync(int workers, CancellationToken stopped)
    {
        report.Clear();
        var done = 0;
        await foreach (var line in new OrderedWork(workers, workers * AheadOfEachWorker).RunAsync(table.Records(), Guarded, stopped, CancellationToken.None))
        {
            Take(line);
            progress.Step(++done, table.Count);
        }

        return stopped.IsCancellationRequested ? counts : counts with { Remark = output.Finish(name => lines.ContainsKey(InputHash.OfName(name))) };
    }

    // A line that the program stumbles over is a bad line like others: thousands behind it wait.
    private Prepared Guarded(TableRecord record)
    {
        try
        {
            return Prepare(record);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Prepared(record.Line, [Stumbled(record.Line)], null, IsUnfinished: false) { Trouble = exception };
        }
    }

    private static FillFault Stumbled(int line) => new(line, "", "không điền được dòng này vì lỗi của chương trình; các dòng khác vẫn được điền. Hãy gửi nhật ký chạy cho người quản trị.");

    // On every core: everything that needs no other line.
    private Prepared Prepare(TableRecord record)
    {
        var faults = new List<FillFault>();
        if (table.LineOf(record, faults) is not { } line)
        {
            return new Prepared(record.Line, faults, null, IsUnfinished: false);
        }

        if (!plan.Targets.Resolve(plan.Form, line).Then(target => FillJob.Make(plan.Form, plan.Campaign, plan.Directory, target, output.Head.Day)).TryGet(out var job, out var problem))
        {
            return new Prepared(record.Line, [new FillFault(record.Line, "", problem.Detail)], null, IsUnfinished: false);
        }

        var document = new OutputDocument(NameOf(job), InputHash.Of(common, job), new Lazy<(byte[] Bytes, uint Crc)>(() => Filled(job)));
        if (output.Holds(document.Name, document.Input))
        {
            return new Prepared(record.Line, [], document, IsUnfinished: false) { Target = InputHash.OfTarget(job.Identity) };
        }

        _ = document.Filled.Value;
        return new Prepared(record.Line, [], document, job.Errors.Any()) { Target = InputHash.OfTarget(job.Identity) };
    }

    private string NameOf(FillJob job) => output.Head.ByOrganization ? $"{SafeAscii.Of(job.Identity.Organization)}/{job.FileName}" : job.FileName;

    private static (byte[] Bytes, uint Crc) Filled(FillJob job)
    {
        var bytes = job.Fill();
        return (bytes, Crc32.Of(bytes));
    }

    // In the order of the table, one by one.
    private void Take(Prepared line)
    {
        if (line.Trouble is { } trouble && counts.Bad < MostFaultsShown)
        {
            logger.LineNotFilled(line.Line, trouble);
        }

        foreach (var fault in line.Document is { } document ? Put(line, document) : line.Faults)
        {
            report.Add(fault);
            Tell(fault);
        }

        counts = line.Document is null ? counts with { Bad = counts.Bad + 1 } : counts;
    }

    private IEnumerable<FillFault> Put(Prepared line, OutputDocument document)
    {
        var name = InputHash.OfName(document.Name);
        var problem = lines.TryAdd(name, (line.Line, line.Target)) ? null : Taken(lines[name], line, document.Name);
        if (problem is not null || !output.Put(document).TryGet(out var outcome, out problem))
        {
            counts = counts with { Bad = counts.Bad + 1 };
            return [new FillFault(line.Line, "", problem.Detail)];
        }

        counts = outcome switch
        {
            PutOutcome.Written => counts with { Written = counts.Written + 1, Unfinished = counts.Unfinished + (line.IsUnfinished ? 1 : 0) },
            PutOutcome.Rewritten => counts with { Rewritten = counts.Rewritten + 1, Unfinished = counts.Unfinished + (line.IsUnfinished ? 1 : 0) },
            PutOutcome.Present => counts with { Present = counts.Present + 1 },
        };
        return [];
    }

    private static Problem Taken((int Line, ulong Target) earlier, Prepared line, string name) => new Problem.Malformed(earlier.Target == line.Target
        ? $"trùng với dòng {earlier.Line}."
        : $"tên tệp {name} trùng với dòng {earlier.Line} (chữ hoa và chữ thường là một). Hãy sửa mã hoặc tên của một trong hai dòng.");

    private void Tell(FillFault fault)
    {
        if (counts.Bad < MostFaultsShown)
        {
            progress.Say(fault.ToString());
        }
        else if (counts.Bad == MostFaultsShown)
        {
            progress.Say($"… các dòng lỗi khác: xem {report.Path}");
        }
    }

    private sealed record Prepared(int Line, IReadOnlyList<FillFault> Faults, OutputDocument? Document, bool IsUnfinished)
    {
        /// <summary>Whom the document is for.</summary>
        public ulong Target { get; init; }

        /// <summary>What the program stumbled over; null for nothing.</summary>
        public Exception? Trouble { get; init; }
    }
}
