using System.Globalization;
using System.Text;

namespace HocTap.Office.GraphService.Fillings.Outputs;

/// <summary>What all documents of an output have in common.</summary>
/// <param name="Form">The form's code.</param>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Day">The day the first run began: documents filled in one go, however often it was broken off, are dated alike.</param>
/// <param name="ByOrganization">True when each organization has a folder of its own.</param>
internal sealed record JournalHead(string Form, string Campaign, DateOnly Day, bool ByOrganization);

/// <summary>A finished document.</summary>
/// <param name="Name">Its path inside the output, with <c>/</c>.</param>
/// <param name="Input">The hash of what it was filled from.</param>
/// <param name="Crc">The check sum of its bytes.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Offset">Where its entry begins in a .zip; 0 in a folder.</param>
internal sealed record JournalEntry(string Name, UInt128 Input, uint Crc, long Size, long Offset);

/// <summary>
/// The journal of an output («nhật ký điền»): a line for each finished document, written after the document and before the next one. A line that
/// is whole tells the truth whenever the process was killed; a torn last line is cut off. Only one process has it open.
/// </summary>
internal sealed class FillJournal : IDisposable
{
    private const string Signature = "hoctap-fill-1";
    private const int Parts = 5;

    private readonly FileStream stream;

    private FillJournal(FileStream stream) => this.stream = stream;

    /// <summary>The last head; null in a new journal.</summary>
    public JournalHead? Head { get; private set; }

    /// <summary>Opens a journal, making it when there is none.</summary>
    /// <exception cref="IOException">Another process has it open.</exception>
    public static FillJournal Open(string path)
    {
        var journal = new FillJournal(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        journal.CutTornLine();
        journal.Head = journal.Lines().Select(line => HeadOf(line.Text)).LastOrDefault(head => head is not null);
        return journal;
    }

    /// <summary>The entries, oldest first, each with the place in the journal where its line begins.</summary>
    public IEnumerable<(JournalEntry Entry, long Place)> Entries() =>
        from line in Lines()
        let entry = EntryOf(line.Text)
        where entry is not null
        select (entry, line.Place);

    /// <summary>Begins anew under a head; what was written before stays.</summary>
    public void Begin(JournalHead head)
    {
        Head = head;
        Write(string.Join('\t', Signature, head.Form, head.Campaign, head.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), head.ByOrganization ? "1" : "0"));
    }

    /// <summary>Writes down a finished document.</summary>
    public void Add(JournalEntry entry) => Write(string.Create(
        CultureInfo.InvariantCulture, $"{entry.Input:x32}\t{entry.Crc:x8}\t{entry.Size}\t{entry.Offset}\t{entry.Name}"));

    /// <summary>Forgets what stands from a place on.</summary>
    public void CutAt(long place) => stream.SetLength(place);

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Write(string line)
    {
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        stream.Flush();
    }

    // Read by place, so that writing at the end meanwhile does no harm.
    private IEnumerable<(string Text, long Place)> Lines()
    {
        var (buffer, at, kept) = (new byte[1 << 16], 0L, 0);
        while (RandomAccess.Read(stream.SafeFileHandle, buffer.AsSpan(kept), at + kept) is > 0 and var read)
        {
            var (filled, start) = (kept + read, 0);
            while (Array.IndexOf(buffer, (byte)'\n', start, filled - start) is >= 0 and var end)
            {
                yield return (Encoding.UTF8.GetString(buffer, start, end - start), at + start);
                start = end + 1;
            }

            (at, kept) = (at + start, filled - start);
            buffer.AsSpan(start, kept).CopyTo(buffer);
        }
    }

    private void CutTornLine()
    {
        var whole = Lines().Select(line => line.Place + Encoding.UTF8.GetByteCount(line.Text) + 1).LastOrDefault();
        if (whole < stream.Length)
        {
            stream.SetLength(whole);
        }
    }

    private static JournalHead? HeadOf(string line) => line.Split('\t') is [Signature, var form, var campaign, var day, var parted]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new JournalHead(form, campaign, date, parted == "1") : null;

    private static JournalEntry? EntryOf(string line)
    {
        var parts = line.Split('\t', Parts);
        return parts.Length == Parts && UInt128.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var input)
            && uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var crc)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? new JournalEntry(parts[4], input, crc, size, offset) : null;
    }
}
