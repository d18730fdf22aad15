using System.Diagnostics.CodeAnalysis;
using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings.Outputs;

/// <summary>A folder of documents. Each file is there whole or not at all; one that somebody has edited since is never written over.</summary>
internal sealed class FolderOutput : FillOutput
{
    private const string Own = ".hoctap-fill";

    private readonly string folder;
    private readonly bool overwrite;
    private readonly FillJournal journal;
    private readonly string unfinished;
    private readonly Dictionary<ulong, (UInt128 Input, uint Crc)> before = [];

    private FolderOutput(string folder, bool overwrite, FillJournal journal, JournalHead head)
    {
        (this.folder, this.overwrite, this.journal, Head) = (folder, overwrite, journal, head);
        unfinished = Path.Combine(folder, Own, $"{head.Campaign}_{head.Form}.tmp");
        foreach (var (entry, _) in journal.Entries())
        {
            before[InputHash.OfName(entry.Name)] = (entry.Input, entry.Crc);
        }
    }

    /// <inheritdoc/>
    public override JournalHead Head { get; }

    /// <summary>Opens a folder, making it when there is none; goes on with what its journal tells.</summary>
    /// <exception cref="IOException">Another run writes there, or the folder cannot be made.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handed to what is returned, which its caller disposes.")]
    public static FolderOutput Open(string folder, JournalHead head, bool overwrite)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, Own));
        own.Attributes |= FileAttributes.Hidden;
        var journal = FillJournal.Open(Path.Combine(own.FullName, $"{head.Campaign}_{head.Form}.tsv"));
        if (journal.Head is null || overwrite)
        {
            journal.Begin(head);
        }

        return new FolderOutput(folder, overwrite, journal, journal.Head ?? head);
    }

    /// <inheritdoc/>
    public override bool Holds(string name, UInt128 input) => !overwrite && Before(name) is { } finished && finished.Input == input && IsThere(PathOf(name));

    /// <inheritdoc/>
    public override Result<PutOutcome> Put(OutputDocument document)
    {
        var path = PathOf(document.Name);
        var outcome = Place(document, path);
        if (outcome.TryGet(out var what, out _) && (what != PutOutcome.Present || Before(document.Name)?.Input != document.Input))
        {
            var (bytes, crc) = document.Filled.Value;
            journal.Add(new JournalEntry(document.Name, document.Input, crc, bytes.Length, 0));
        }

        return outcome;
    }

    /// <inheritdoc/>
    public override string? Finish(Func<string, bool> isNamed) => null;

    /// <inheritdoc/>
    public override void Dispose()
    {
        journal.Dispose();
        File.Delete(unfinished);
    }

    private Result<PutOutcome> Place(OutputDocument document, string path)
    {
        if (!IsThere(path))
        {
            return Write(document, path, PutOutcome.Written);
        }

        if (Holds(document.Name, document.Input))
        {
            return PutOutcome.Present;
        }

        return overwrite ? Write(document, path, PutOutcome.Written) : Compare(document, path);
    }

    // A run that was killed between a document and its line in the journal leaves the very bytes that would be written now.
    private Result<PutOutcome> Compare(OutputDocument document, string path)
    {
        var there = File.ReadAllBytes(path);
        return there.AsSpan().SequenceEqual(document.Filled.Value.Bytes) ? PutOutcome.Present
            : Before(document.Name) is { } finished && Crc32.Of(there) == finished.Crc ? Write(document, path, PutOutcome.Rewritten)
            : new Problem.Malformed(Before(document.Name) is null
                ? $"đã có tệp {document.Name} mà không phải do lệnh này ghi. Thêm --overwrite để ghi đè."
                : $"dữ liệu đã đổi nhưng tệp {document.Name} đã được sửa tay sau khi điền. Thêm --overwrite để ghi đè.");
    }

    private Result<PutOutcome> Write(OutputDocument document, string path, PutOutcome outcome)
    {
        var bytes = document.Filled.Value.Bytes;
        File.WriteAllBytes(unfinished, bytes);
        try
        {
            File.Move(unfinished, path, overwrite: true);
            return outcome;
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a document's path has a folder
            File.Move(unfinished, path, overwrite: true);
            return outcome;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && File.Exists(path))
        {
            return new Problem.Malformed($"không ghi đè được tệp {document.Name}: có thể đang mở trong Word.");
        }
    }

    private static bool IsThere(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    private string PathOf(string name) => Path.Combine(folder, name);

    // What earlier runs finished; a run puts each name once, so its own documents need not be remembered.
    private (UInt128 Input, uint Crc)? Before(string name) => before.TryGetValue(InputHash.OfName(name), out var entry) ? entry : null;
}
