using HocTap.Office.GraphService.Fillings.Outputs;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class FillJournalTests : IDisposable
{
    private static readonly JournalHead Head = new("mau03", "HT2027", new DateOnly(2027, 1, 20), ByOrganization: true);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void A_line_torn_at_any_letter_is_cut_off_and_the_lines_before_it_stay()
    {
        var path = folder.File("journal");
        var entries = new[] { new JournalEntry("P-TP/a.docx", UInt128.MaxValue, 0xFFFFFFFF, 7, 0), new JournalEntry("b.docx", 1, 2, 3, 5_000_000_000) };
        using (var journal = FillJournal.Open(path))
        {
            journal.Begin(Head);
            foreach (var entry in entries)
            {
                journal.Add(entry);
            }
        }

        var whole = File.ReadAllBytes(path);
        var first = Array.IndexOf(whole, (byte)'\n') + 1;
        var second = Array.IndexOf(whole, (byte)'\n', first) + 1;
        for (var length = whole.Length; length >= 0; length--)
        {
            File.WriteAllBytes(path, whole[..length]);
            using var journal = FillJournal.Open(path);

            Assert.AreEqual(length >= first ? Head : null, journal.Head);
            var left = length == whole.Length ? 2 : length >= second ? 1 : 0;
            CollectionAssert.AreEqual(entries[..left], journal.Entries().Select(there => there.Entry).ToArray());
        }
    }

    [TestMethod]
    public void Two_runs_cannot_write_one_journal()
    {
        using var first = FillJournal.Open(folder.File("journal"));

        Assert.ThrowsExactly<IOException>(() => FillJournal.Open(folder.File("journal")));
    }

    [TestMethod]
    public void Many_lines_are_read_over_the_edges_of_the_buffer()
    {
        using var journal = FillJournal.Open(folder.File("journal"));
        var entries = Enumerable.Range(0, 5000).Select(index => new JournalEntry($"{new string('x', index % 97)}{index}.docx", (UInt128)index, (uint)index, index, index)).ToArray();
        foreach (var entry in entries)
        {
            journal.Add(entry);
        }

        CollectionAssert.AreEqual(entries, journal.Entries().Select(there => there.Entry).ToArray());
    }
}
