using System.Diagnostics.CodeAnalysis;
using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings.Outputs;

/// <summary>
/// One .zip of documents, each stored as it is (a .docx is compressed already), in the order of the table. It grows as <c>.part</c> with a journal
/// beside it and takes its name when it is whole. Another run over the same table first goes along what is there; from the first document that
/// differs on it is written anew, so no document is in it twice and the archive is the same as if it had never been broken off.
/// </summary>
internal sealed class ZipOutput : FillOutput
{
    private const int CopyBuffer = 1 << 16;

    private readonly string path;
    private readonly ZipFrame frame;
    private readonly HashSet<UInt128> held = [];
    private FillJournal journal;
    private FileStream? part;
    private IEnumerator<(JournalEntry Entry, long Place)>? before;
    private volatile bool differs;
    private long end;

    private ZipOutput(string path, FillJournal journal, JournalHead head, FileStream? part, bool finished)
    {
        (this.path, this.journal, this.part, Head, frame, IsFinished) = (path, journal, part, head, new ZipFrame(head.Day), finished);
        foreach (var (entry, _) in journal.Entries())
        {
            held.Add(Key(entry.Name, entry.Input));
        }

        before = journal.Entries().GetEnumerator();
    }

    /// <inheritdoc/>
    public override JournalHead Head { get; }

    // True while what an earlier run made whole is gone along; false as soon as, or from the beginning, a .part is written.
    private bool IsFinished { get; set; }

    private string PartPath => path + ".part";

    private string JournalPath => path + ".journal";

    private string PartJournalPath => PartPath + ".journal";

    /// <summary>Opens an archive: one that is being written, one that is whole, or a new one.</summary>
    /// <returns>400 for an archive of somebody else, or of another form or campaign.</returns>
    /// <exception cref="IOException">Another run writes it, or it cannot be made.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handed to what is returned, which its caller disposes.")]
    public static Result<ZipOutput> Open(string path, JournalHead head, bool overwrite)
    {
        var (part, partJournal, whole) = (path + ".part", path + ".part.journal", path + ".journal");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a full path of a file has a folder
        FinishRenaming(path, part, partJournal, whole);
        if (overwrite)
        {
            File.Delete(part);
            File.Delete(partJournal);
        }

        var finished = !overwrite && !File.Exists(part) && File.Exists(path);
        if (finished && !(File.Exists(whole) && IsOurs(path, whole)))
        {
            return new Problem.Malformed($"Đã có tệp {path} mà không phải do lệnh này ghi, hoặc đã bị sửa. Thêm --overwrite để ghi đè.");
        }

        var journal = FillJournal.Open(finished ? whole : partJournal);
        if (journal.Head is { } there && (there.Form != head.Form || there.Campaign != head.Campaign))
        {
            journal.Dispose();
            return new Problem.Malformed($"Tệp {path} là của {there.Form}, đợt {there.Campaign}. Hãy nêu tệp .zip khác, hoặc thêm --overwrite để ghi đè.");
        }

        if (journal.Head is null)
        {
            journal.Begin(head);
        }

        return new ZipOutput(path, journal, journal.Head ?? head, finished ? null : OpenPart(part), finished);
    }

    /// <inheritdoc/>
    public override bool Holds(string name, UInt128 input) => !differs && held.Contains(Key(name, input));

    /// <inheritdoc/>
    public override Result<PutOutcome> Put(OutputDocument document)
    {
        if (before is not null && GoAlong(document))
        {
            return PutOutcome.Present;
        }

        var (bytes, crc) = document.Filled.Value;
        var entry = new JournalEntry(document.Name, document.Input, crc, bytes.Length, end);
        part!.Write(frame.Local(entry)); // there is one once nothing is gone along any more
        part.Write(bytes);
        part.Flush();
        journal.Add(entry);
        end = ZipFrame.EndOf(entry);
        return PutOutcome.Written;
    }

    /// <inheritdoc/>
    public override string? Finish(Func<string, bool> isNamed)
    {
        if (before is not null)
        {
            differs = before.MoveNext();
            if (IsFinished && !differs)
            {
                return null;
            }

            WriteFromHere();
        }

        part!.SetLength(end);
        part.Position = end;
        WriteDirectory(part);
        part.Flush(flushToDisk: true);
        part.Dispose();
        part = null;
        return Rename(isNamed);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        before?.Dispose();
        part?.Dispose();
        journal.Dispose();
    }

    // True while the next document that is there is the one that is asked for.
    private bool GoAlong(OutputDocument document)
    {
        if (before!.MoveNext()) // only called while there is one
        {
            var entry = before.Current.Entry;
            if (entry.Name == document.Name && entry.Input == document.Input && entry.Offset == end && (part is null || ZipFrame.EndOf(entry) <= part.Length))
            {
                end = ZipFrame.EndOf(entry);
                return true;
            }

            differs = true;
        }

        WriteFromHere();
        return false;
    }

    // What was gone along stays; everything behind it is forgotten.
    private void WriteFromHere()
    {
        var place = differs ? before!.Current.Place : long.MaxValue;
        before!.Dispose();
        before = null;
        if (IsFinished)
        {
            Branch();
        }
        else if (place < long.MaxValue)
        {
            journal.CutAt(place);
        }

        part!.SetLength(end);
        part.Position = end;
    }

    // An archive that is whole stays as it is until the next one is.
    private void Branch()
    {
        IsFinished = false;
        File.Delete(PartJournalPath);
        var next = FillJournal.Open(PartJournalPath);
        next.Begin(Head);
        foreach (var (entry, _) in journal.Entries().TakeWhile(old => ZipFrame.EndOf(old.Entry) <= end))
        {
            next.Add(entry);
        }

        part = OpenPart(PartPath);
        part.SetLength(0);
        using var whole = File.OpenRead(path);
        Copy(whole, part, end);
        journal.Dispose();
        journal = next;
    }

    private static void Copy(FileStream from, FileStream to, long count)
    {
        var buffer = new byte[CopyBuffer];
        while (count > 0 && from.Read(buffer, 0, (int)Math.Min(count, buffer.Length)) is > 0 and var read)
        {
            to.Write(buffer, 0, read);
            count -= read;
        }
    }

    private void WriteDirectory(FileStream stream)
    {
        var (count, start) = (0L, end);
        foreach (var (entry, _) in journal.Entries())
        {
            stream.Write(frame.Directory(entry));
            count++;
        }

        stream.Write(ZipFrame.End(count, start, stream.Position - start));
    }

    // Order matters: a process that is killed in between leaves what FinishRenaming understands.
    private string? Rename(Func<string, bool> isNamed)
    {
        var kept = KeepIfLost(isNamed);
        journal.Dispose();
        File.Move(PartPath, path, overwrite: true);
        File.Move(PartJournalPath, JournalPath, overwrite: true);
        return kept;
    }

    private string? KeepIfLost(Func<string, bool> isNamed)
    {
        if (!File.Exists(path) || !File.Exists(JournalPath) || !IsOurs(path, JournalPath))
        {
            return null;
        }

        using var old = FillJournal.Open(JournalPath);
        var lost = old.Entries().Count(there => !isNamed(there.Entry.Name));
        if (lost == 0)
        {
            return null;
        }

        var kept = Path.ChangeExtension(path, ".truoc.zip");
        File.Move(path, kept, overwrite: true);
        return $"{lost} văn bản của lần trước không còn trong danh sách; bản .zip trước được giữ ở {kept}.";
    }

    private static void FinishRenaming(string path, string part, string partJournal, string whole)
    {
        if (!File.Exists(part) && File.Exists(partJournal) && File.Exists(path) && IsOurs(path, partJournal))
        {
            File.Move(partJournal, whole, overwrite: true);
        }
    }

    // Where the last entry ends a directory of just these entries begins, and the file ends with it.
    private static bool IsOurs(string path, string journalPath)
    {
        using var journal = FillJournal.Open(journalPath);
        var (count, end, size) = (0L, 0L, 0L);
        var frame = new ZipFrame(journal.Head?.Day ?? DateOnly.MinValue);
        foreach (var (entry, _) in journal.Entries())
        {
            (count, end, size) = (count + 1, ZipFrame.EndOf(entry), size + frame.Directory(entry).Length);
        }

        return new FileInfo(path).Length == end + size + ZipFrame.End(count, end, size).Length;
    }

    private static FileStream OpenPart(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, CopyBuffer);

    private static UInt128 Key(string name, UInt128 input) => InputHash.Of(name) ^ input;
}
