using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>Papers that were written by hand for this test, independent of how the other corpus is made: what is believed is right, and most is found.</summary>
[TestClass]
public sealed class SalvageClerksTests
{
    private const double LeastFound = 0.9;
    private const double LeastSure = 0.8;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void No_believed_value_is_wrong()
    {
        var wrong = ClerksPaper.All.SelectMany(paper => Judge(paper).Where(verdict => verdict.IsWrongAndBelieved).Select(verdict => $"{paper}: {verdict}")).ToList();

        Assert.AreEqual("", string.Join('\n', wrong.Take(40)), $"{wrong.Count} wrong");
    }

    [TestMethod]
    [DataRow("mau01")]
    [DataRow("mau02")]
    [DataRow("mau03")]
    public void Most_of_what_they_typed_is_found_and_most_of_it_surely(string form)
    {
        var (all, missed) = (0, new List<string>());
        var sure = 0;
        foreach (var paper in ClerksPaper.All.Where(paper => paper.Form == form))
        {
            var typed = Judge(paper).Where(verdict => verdict.Typed.Length > 0).ToList();
            all += typed.Count;
            sure += typed.Count(verdict => verdict.IsSureAndRight);
            missed.AddRange(typed.Where(verdict => !verdict.IsRight).Select(verdict => $"{paper}: {verdict}"));
        }

        TestContext.WriteLine($"{form}: {all} values, found {all - missed.Count}, surely {sure}");
        Assert.IsGreaterThanOrEqualTo(LeastFound, 1 - ((double)missed.Count / all), string.Join('\n', missed));
        Assert.IsGreaterThanOrEqualTo(LeastSure, (double)sure / all);
    }

    private static IEnumerable<FieldVerdict> Judge(ClerksPaper paper)
    {
        var (read, values) = (SalvageOracle.Read(paper.Document().ToBytes()), paper.Values);
        Assert.AreEqual(paper.Form, read.Form.Code.Value, $"{paper}");
        foreach (var (path, confidence) in read.Confidence.Where(item => SalvageOracle.IsPrinted(read.Form, item.Key)))
        {
            var now = SalvageOracle.ValueAt(read, path);
            var optional = values.GetValueOrDefault($"{path}?");
            yield return new FieldVerdict(path, optional is null || now.Length == 0 ? values.GetValueOrDefault(path, "") : optional, now, confidence);
        }

        foreach (var (path, value) in values.Where(pair => !pair.Key.EndsWith('?') && !read.Confidence.ContainsKey(pair.Key)))
        {
            yield return new FieldVerdict(path, value, "", FieldConfidence.Of(0, "Nothing is said about it."));
        }
    }
}
