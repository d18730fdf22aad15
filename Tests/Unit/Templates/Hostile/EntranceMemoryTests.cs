using System.Diagnostics;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>No way in takes more than 64 MB beyond a file of 20 MB, or more than some seconds, whatever is in it; what is refused is refused with a sentence.</summary>
/// <remarks>In every run each way in meets what it is weakest against; at night all of them meet all files.</remarks>
[TestClass]
[DoNotParallelize]
public sealed class EntranceMemoryTests
{
    private const long MostBytes = 64L * 1024 * 1024;
    private const int MostSeconds = 20;

    private static readonly (string Entrance, string[] Files)[] Weakest =
    [
        ("check", ["lines full of faults", "nested lines", "styles stacked high", "a table of a style with conditions", "lists without end", "as many elements as are read", "as many lines like labels as are read"]),
        ("repair", ["a row of cells", "empty lines", "dates", "a picture of nineteen megabytes"]),
        ("drift", ["lines without a fault", "styles in a circle", "names of signers"]),
        ("salvage", ["as many words as are read", "lines without a fault"]),
        ("template", ["a template with a picture", "a template with as much as is read", "a template of table rows", "a template of many controls", "a template of many headers", "a template of many data parts", "a template of long comments"]),
        ("tags", ["a template of nested controls"]),
    ];

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<object[]> Cases => Fuzzing.IsNight
        ? from name in HostileFiles.Names from entrance in Entrance.All select new object[] { entrance.Name, name }
        : from weak in Weakest from name in weak.Files select new object[] { weak.Entrance, name };

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_file_takes_less_than_the_limit(string entrance, string name)
    {
        var (file, way) = (HostileFiles.Named(name), Entrance.Named(entrance));
        Assert.IsLessThanOrEqualTo(HostileFiles.MostBytes, file.Length);

        var watch = Stopwatch.StartNew();
        way.Try(file);
        watch.Stop();
        var (answer, peak) = PeakMemory.Of(() => way.Try(file));

        TestContext.WriteLine($"{entrance}, {name}: {file.Length / 1024.0 / 1024:0.0} MB file, {peak / 1024.0 / 1024:0.0} MB, {watch.ElapsedMilliseconds} ms, {answer}");
        Assert.IsLessThan(MostBytes, peak, $"{entrance}, {name}: {peak / 1024.0 / 1024:0.0} MB");
        Assert.IsLessThan(MostSeconds, watch.Elapsed.TotalSeconds, name);
        Assert.IsTrue(answer is Entrance.Done or [.., '.'], answer);
    }

    [TestMethod]
    public void What_is_refused_for_a_bound_says_what_to_do()
    {
        Assert.AreEqual("Văn bản sai thể thức ở quá nhiều chỗ nên không liệt kê hết được; đề nghị chép nội dung sang mẫu của hệ thống rồi kiểm tra lại.", Entrance.Named("check").Try(HostileFiles.Named("lines full of faults")));
        Assert.AreEqual("Văn bản dài hơn nhiều so với một mẫu đăng ký nên không đọc được; đề nghị rút gọn rồi gửi lại.", Entrance.Named("repair").Try(HostileFiles.Named("styles stacked high")));
        Assert.AreEqual("Văn bản dài hơn nhiều so với một mẫu đăng ký nên không đọc được; đề nghị rút gọn rồi gửi lại.", Entrance.Named("template").Try(HostileFiles.Named("a template of many headers")));
    }

    [TestMethod]
    public void A_template_with_a_picture_of_its_own_is_good() => Assert.AreEqual(Entrance.Done, Entrance.Named("template").Try(HostileFiles.Named("a template with a picture")));
}
