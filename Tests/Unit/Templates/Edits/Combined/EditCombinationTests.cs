using System.Globalization;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates.Edits.Combined;

/// <summary>Every edit on every form, and edits met by chance: the right value or a finding that names the place, and silence where nothing changed.</summary>
[TestClass]
public sealed class EditCombinationTests
{
    private const string CountVariable = "HOCTAP_EDIT_CASES";
    private const int CasesOfEveryRun = 400;
    private const int MostShown = 12;

    public static IEnumerable<object[]> BaseNames => PaperBase.All.Select(item => new object[] { item.Name });

    public static IEnumerable<object[]> EditNames => PaperEdit.All.Select(edit => new object[] { edit.Name });

    [TestMethod]
    [DynamicData(nameof(BaseNames))]
    public void A_document_nobody_touched_reads_as_it_was_written_and_nothing_is_told(string name) => Assert.IsEmpty(Faults(PaperBase.Named(name), [], 0));

    [TestMethod]
    [DynamicData(nameof(EditNames))]
    public void An_edit_alone_is_read_right_or_told_on_every_form(string name)
    {
        var (edit, faults, done) = (PaperEdit.Named(name), new List<string>(), 0);
        foreach (var from in PaperBase.All)
        {
            for (var seed = 0; seed < 3; seed++)
            {
                var (found, applied) = Read(from, [edit], seed);
                done += applied;
                faults.AddRange(found.Select(fault => $"{from.Name} #{seed}: {fault}"));
            }
        }

        Assert.IsGreaterThan(0, done, "The edit found no place on any form.");
        Assert.IsEmpty(faults, Shown(faults));
    }

    // At night further ones, from a place of that night's own.
    [TestMethod]
    public void Edits_met_by_chance_are_read_right_or_told()
    {
        var faults = new List<string>();
        var start = Count > CasesOfEveryRun ? Hostile.Fuzzing.Seed : 0;
        foreach (var seed in Enumerable.Range(start, Count))
        {
            var dice = new Dice(1_000_000 + seed);
            var from = dice.Pick(PaperBase.All);
            var edits = Enumerable.Range(0, 2 + dice.Next(2)).Select(_ => dice.Pick(PaperEdit.All)).ToList();
            faults.AddRange(Faults(from, edits, seed).Select(fault => $"#{seed} {from.Name} [{string.Join(" + ", edits.Select(edit => edit.Name))}]: {fault}"));
        }

        Assert.IsEmpty(faults, Shown(faults));
    }

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : CasesOfEveryRun;

    private static IReadOnlyList<string> Faults(PaperBase from, IReadOnlyList<PaperEdit> edits, int seed) => Read(from, edits, seed).Faults;

    private static (IReadOnlyList<string> Faults, int Applied) Read(PaperBase from, IReadOnlyList<PaperEdit> edits, int seed)
    {
        var paper = new Paper(from, seed);
        var applied = edits.Count(edit => edit.Apply(paper));
        var result = FormReader.Read(new MemoryStream(paper.ToBytes()));
        var faults = PaperOracle.Faults(paper, result);
        return (faults.Count == 0 ? faults : [.. faults, Told(result)], applied);
    }

    private static string Told(ReadResult result) => result is ReadResult.Readable { Document: var document }
        ? $"told: {string.Join(" | ", document.Findings.Select(finding => $"{finding.Rule} {finding.Path} {finding.Message}"))}"
        : "";

    private static string Shown(List<string> faults) => $"{faults.Count} faults\n{string.Join('\n', faults.Take(MostShown))}";
}
