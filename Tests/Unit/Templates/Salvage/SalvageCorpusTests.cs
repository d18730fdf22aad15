using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>Forms typed by hand in every habit: a value is right, or it says itself that it is doubtful.</summary>
[TestClass]
public sealed class SalvageCorpusTests
{
    private const int Seeds = 15;

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<object[]> Names => Sample.All.Where(sample => !sample.Name.EndsWith("hazard", StringComparison.Ordinal)).Select(sample => new object[] { sample.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_careful_clerks_form_is_read_whole_and_surely(string name)
    {
        var verdicts = Judge(Sample.Named(name), Habits.Careful);

        Assert.AreEqual("", string.Join('\n', verdicts.Where(verdict => verdict.IsWrongAndBelieved)));
        Assert.IsGreaterThanOrEqualTo(0.95, (double)verdicts.Count(verdict => verdict.IsSureAndRight) / verdicts.Count, string.Join('\n', verdicts.Where(verdict => !verdict.IsSureAndRight)));
    }

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void No_habit_makes_a_wrong_value_look_right(string name)
    {
        var sample = Sample.Named(name);

        var wrong = Enumerable.Range(0, Seeds).Select(Habits.Mixed).SelectMany(habits => Judge(sample, habits).Where(verdict => verdict.IsWrongAndBelieved).Select(verdict => $"{habits}: {verdict}")).ToList();

        Assert.AreEqual("", string.Join('\n', wrong.Take(12)), $"{wrong.Count} wrong");
    }

    [TestMethod]
    public void The_measured_table_of_the_corpus()
    {
        var table = new List<string>();
        foreach (var form in Sample.All.Where(sample => !sample.Name.EndsWith("hazard", StringComparison.Ordinal)).GroupBy(sample => sample.Code.Value))
        {
            foreach (var (kind, habits) in new[] { ("careful", (IEnumerable<Habits>)[Habits.Careful]), ("random habits", Enumerable.Range(100, 20).Select(Habits.Mixed)) })
            {
                var all = form.SelectMany(sample => habits.SelectMany(habit => Judge(sample, habit))).ToList();
                var believed = all.Where(verdict => verdict.Confidence.Level is ConfidenceLevel.High).ToList();
                table.Add($"{form.Key} {kind}: {all.Count} fields, high {believed.Count}, precision of high {Share(believed.Count(verdict => verdict.IsRight), believed.Count)}, recall high and right {Share(all.Count(verdict => verdict.IsSureAndRight), all.Count)}, right at any level {Share(all.Count(verdict => verdict.IsRight), all.Count)}, wrong and believed {all.Count(verdict => verdict.IsWrongAndBelieved)}");
                Assert.AreEqual(0, all.Count(verdict => verdict.IsWrongAndBelieved), string.Join('\n', table));
            }
        }

        TestContext.WriteLine(string.Join('\n', table));
        File.WriteAllLines(Path.Combine(TestContext.TestRunDirectory ?? Path.GetTempPath(), "salvage.txt"), table);
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:0.0}%";

    private static IReadOnlyList<FieldVerdict> Judge(Sample sample, Habits habits)
    {
        var clerk = new Clerk(sample.Form, sample.Campaign, sample.Normalized, habits);
        return SalvageOracle.Judge(sample.Form, clerk.Typed, SalvageOracle.Read(clerk.Type()));
    }
}
