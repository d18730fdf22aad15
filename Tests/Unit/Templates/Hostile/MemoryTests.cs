using System.Diagnostics;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>No file of 20 MB takes more than 64 MB, whatever is in it; the file itself, as the reader holds it, counts.</summary>
[TestClass]
[DoNotParallelize]
public sealed class MemoryTests
{
    private const long MostBytes = 64L * 1024 * 1024;
    private const int MostSeconds = 20;

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<object[]> Names => HostileFiles.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_file_takes_less_than_the_limit(string name)
    {
        var file = HostileFiles.All[name]();
        Assert.IsLessThanOrEqualTo(HostileFiles.MostBytes, file.Length);

        var watch = Stopwatch.StartNew();
        FormReader.Read(new MemoryStream(file));
        watch.Stop();
        var (result, peak) = PeakMemory.Of(() => FormReader.Read(new MemoryStream(file)));

        TestContext.WriteLine($"{name}: {file.Length / 1024.0 / 1024:0.0} MB file, {peak / 1024.0 / 1024:0.0} MB, {watch.ElapsedMilliseconds} ms, {(result is ReadResult.Refused refused ? refused.Kind.ToString() : "read")}");
        Assert.IsLessThan(MostBytes, peak, $"{name}: {peak / 1024.0 / 1024:0.0} MB");
        Assert.IsLessThan(MostSeconds, watch.Elapsed.TotalSeconds, name);
    }

    [TestMethod]
    public void The_largest_form_is_read_however_its_runs_were_cut()
    {
        var document = Reading.Of(HostileFiles.Largest());

        var rows = document.Values.RowsOf("breakthroughTasks");
        Assert.HasCount(200, rows);
        Assert.IsTrue(rows.All(row => row["taskContent"].Length == 999 && row["timeframe"].StartsWith("ữữữữữữữ ữ", StringComparison.Ordinal)));
    }
}
