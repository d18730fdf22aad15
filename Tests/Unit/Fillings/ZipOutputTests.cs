using System.IO.Compression;
using System.Text;
using HocTap.Office.GraphService.Fillings.Outputs;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class ZipOutputTests : IDisposable
{
    private static readonly JournalHead Head = new("mau03", "HT2027", new DateOnly(2027, 1, 20), ByOrganization: false);

    private readonly TemporaryFolder folder = new();

    private string Path => folder.File("plans.zip");

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Every_document_is_in_it_once_stored_as_it_is()
    {
        Run("a", "b", "c");

        using var zip = ZipFile.OpenRead(Path);
        Assert.AreEqual("a.docx,b.docx,c.docx", string.Join(',', zip.Entries.Select(entry => entry.FullName)));
        Assert.IsTrue(zip.Entries.All(entry => entry.CompressedLength == entry.Length && entry.LastWriteTime.Date == new DateTime(2027, 1, 20)));
        using var text = new StreamReader(zip.Entries[1].Open());
        Assert.AreEqual("tài liệu b", text.ReadToEnd());
    }

    [TestMethod]
    public void Cut_off_at_any_byte_it_is_continued_to_the_very_same_archive()
    {
        Run("a", "b", "c");
        var whole = File.ReadAllBytes(Path);
        File.Delete(Path);
        File.Delete(Path + ".journal");
        using (var output = Open())
        {
            Put(output, "a", "b", "c");
        }

        var (part, journal) = (File.ReadAllBytes(Path + ".part"), File.ReadAllBytes(Path + ".part.journal"));
        for (var cut = 0; cut <= part.Length + journal.Length; cut++)
        {
            File.WriteAllBytes(Path + ".part", part[..Math.Min(part.Length, cut)]);
            File.WriteAllBytes(Path + ".part.journal", journal[..Math.Min(journal.Length, cut)]);

            Run("a", "b", "c");

            CollectionAssert.AreEqual(whole, File.ReadAllBytes(Path), $"cut at {cut}");
            File.Delete(Path);
            File.Delete(Path + ".journal");
        }
    }

    [TestMethod]
    public void A_whole_archive_is_left_alone_when_nothing_has_changed()
    {
        Run("a", "b");
        var before = File.GetLastWriteTimeUtc(Path);

        var filled = Run("a", "b");

        Assert.AreEqual(0, filled);
        Assert.AreEqual(before, File.GetLastWriteTimeUtc(Path));
        Assert.IsFalse(File.Exists(Path + ".part"));
    }

    [TestMethod]
    [DataRow("a b c d", "a b x c d", 3, false, DisplayName = "a line that was bad is mended")]
    [DataRow("a b c", "a b c d", 1, false, DisplayName = "lines more")]
    [DataRow("a b c", "a c", 1, true, DisplayName = "a line less")]
    [DataRow("a b c", "a b", 0, true, DisplayName = "the last line less")]
    [DataRow("a b", "c d", 2, true, DisplayName = "another list")]
    public void A_changed_list_keeps_what_stands_before_the_change_and_loses_no_document(string first, string second, int filled, bool kept)
    {
        Run(first.Split(' '));

        Assert.AreEqual(filled, Run(second.Split(' ')));

        using (var zip = ZipFile.OpenRead(Path))
        {
            Assert.AreEqual(second, string.Join(' ', zip.Entries.Select(entry => entry.Name[..^5])));
            Assert.IsTrue(zip.Entries.All(entry => Text(entry) == $"tài liệu {entry.Name[..^5]}"));
        }

        Assert.AreEqual(kept, File.Exists(folder.File("plans.truoc.zip")));
        Assert.AreEqual(0, Run(second.Split(' ')), "it is continued from its own journal");
    }

    [TestMethod]
    public void An_archive_of_somebody_else_or_of_another_campaign_is_not_written_over_unasked()
    {
        File.WriteAllText(Path, "mine");
        Assert.IsFalse(ZipOutput.Open(Path, Head, overwrite: false).TryGet(out _, out var foreign));
        Assert.Contains("không phải do lệnh này ghi", foreign!.Detail);

        Run(overwrite: true, "a");
        Assert.IsFalse(ZipOutput.Open(Path, Head with { Campaign = "HT2028" }, overwrite: false).TryGet(out _, out var other));
        Assert.Contains("HT2027", other!.Detail);

        File.AppendAllText(Path, "changed");
        Assert.IsFalse(ZipOutput.Open(Path, Head, overwrite: false).TryGet(out _, out _), "somebody has changed it");
    }

    [TestMethod]
    public void More_entries_than_sixteen_bits_count_are_all_there()
    {
        var names = Enumerable.Range(0, 70_000).Select(index => $"n{index}").ToArray();

        Run(names);

        using var zip = ZipFile.OpenRead(Path);
        Assert.HasCount(70_000, zip.Entries);
        Assert.AreEqual("tài liệu n69999", Text(zip.Entries[^1]));
    }

    [TestMethod]
    public void An_entry_behind_four_gigabytes_is_found()
    {
        const long Far = 5_000_000_000;
        var bytes = Encoding.UTF8.GetBytes("xa");
        var entry = new JournalEntry("far.docx", 1, Crc32.Of(bytes), bytes.Length, Far);
        var frame = new ZipFrame(Head.Day);
        using (var sparse = File.Create(Path))
        {
            sparse.Position = Far;
            sparse.Write(frame.Local(entry));
            sparse.Write(bytes);
            var directory = frame.Directory(entry);
            sparse.Write(directory);
            sparse.Write(ZipFrame.End(1, ZipFrame.EndOf(entry), directory.Length));
        }

        using var zip = ZipFile.OpenRead(Path);
        Assert.AreEqual("xa", Text(zip.Entries.Single()));
    }

    private int Run(params string[] names) => Run(overwrite: false, names);

    private int Run(bool overwrite, params string[] names)
    {
        using var output = Open(overwrite);
        var filled = Put(output, names);
        output.Finish(name => names.Contains(name[..^5]));
        return filled;
    }

    private ZipOutput Open(bool overwrite = false) => ZipOutput.Open(Path, Head, overwrite).TryGet(out var output, out var problem) ? output : throw new InvalidOperationException(problem.Detail);

    private static int Put(ZipOutput output, params string[] names)
    {
        var filled = 0;
        foreach (var name in names)
        {
            var document = new OutputDocument($"{name}.docx", InputHash.Of(name), new Lazy<(byte[] Bytes, uint Crc)>(() =>
            {
                filled++;
                var bytes = Encoding.UTF8.GetBytes($"tài liệu {name}");
                return (bytes, Crc32.Of(bytes));
            }));
            Assert.IsTrue(output.Put(document).TryGet(out _, out _));
        }

        return filled;
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var text = new StreamReader(entry.Open());
        return text.ReadToEnd();
    }
}
