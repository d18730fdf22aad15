using System.Diagnostics;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>No way in takes more than 64 MB beyond a file of 20 MB, or more than some seconds, whatever is in it.</summary>
[TestClass]
[DoNotParallelize]
public sealed class EntranceMemoryTests
{
    private const long MostBytes = 64L * 1024 * 1024;
    private const int MostSeconds = 20;

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<object[]> Cases => from name in HostileFiles.SwollenForms.Keys.Concat(HostileFiles.All.Keys) from entrance in Entrance.All select new object[] { entrance.Name, name };

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_file_takes_less_than_the_limit(string entrance, string name)
    {
        var (file, way) = ((HostileFiles.SwollenForms.GetValueOrDefault(name) ?? HostileFiles.All[name])(), Entrance.Named(entrance));

        var watch = Stopwatch.StartNew();
        way.Try(file);
        watch.Stop();
        var (answer, peak) = PeakMemory.Of(() => way.Try(file));

        TestContext.WriteLine($"{entrance}, {name}: {file.Length / 1024.0 / 1024:0.0} MB file, {peak / 1024.0 / 1024:0.0} MB, {watch.ElapsedMilliseconds} ms, {answer}");
        File.AppendAllText("/tmp/bounds_mem.txt", $"{entrance}\t{name}\t{peak / 1024.0 / 1024:0.0}\t{watch.ElapsedMilliseconds}\t{answer}\n");
        Assert.IsLessThan(MostBytes, peak, $"{entrance}, {name}: {peak / 1024.0 / 1024:0.0} MB");
        Assert.IsLessThan(MostSeconds, watch.Elapsed.TotalSeconds, name);
    }
}
