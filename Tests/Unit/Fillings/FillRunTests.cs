using System.Text;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Fillings.Outputs;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.Extensions.Logging;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class FillRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task A_line_the_program_stumbles_over_costs_only_itself()
    {
        var (logger, tries) = (new Kept(), 0);
        var known = FillDirectory.FromFiles(Repository.At("GraphService", "SampleCity", "campaigns.json"), null, null).TryGet(out var read, out var problem) ? read : throw new InvalidOperationException(problem.Detail);
        var directory = known with { Templates = _ => Interlocked.Increment(ref tries) == 2 ? throw new NotSupportedException("in English") : null };

        var (counts, messages) = await RunAsync(directory, logger);

        Assert.AreEqual((2, 1), (counts.Written, counts.Bad), messages);
        Assert.Contains("Dòng 3: không điền được dòng này vì lỗi của chương trình", messages);
        Assert.DoesNotContain("English", messages);
        Assert.IsInstanceOfType<NotSupportedException>(logger.Exceptions.Single());
    }

    private async Task<(FillCounts Counts, string Messages)> RunAsync(FillDirectory directory, ILogger logger)
    {
        var form = FormCatalog.Find(FormCode.Parse("mau03"))!; // one of ours
        var campaign = directory.Directory.Campaign("HT2027")!; // one of the sample city
        var list = folder.Write("list.csv", Encoding.UTF8.GetBytes("person,organization,actionContent\nX1,CB,Một\nX2,CB,Hai\nX3,CB,Ba\n"));
        using var table = FillTable.Open(new FillColumnNames(form), list, null).TryGet(out var opened, out var problem) ? opened : throw new InvalidOperationException(problem.Detail);
        using var output = FolderOutput.Open(folder.File("out"), new JournalHead("mau03", "HT2027", new DateOnly(2027, 1, 20), ByOrganization: false), overwrite: false);
        using var report = new FaultReport(folder.File("out.loi.csv"), ',');
        await using var messages = new StringWriter();
        var run = new FillRun(new FillPlan(form, campaign, directory, new FillTargets(directory)), table, output, report, new FillProgress(messages, isTerminal: false, TimeProvider.System), logger);
        return (await run.RunAsync(workers: 1, CancellationToken.None), messages.ToString());
    }

    private sealed class Kept : ILogger
    {
        public List<Exception> Exceptions { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Exceptions.AddRange(exception is null ? [] : [exception]);
    }
}
