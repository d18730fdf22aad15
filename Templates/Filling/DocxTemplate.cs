using HocTap.Office.Templates.Filling.Compiled;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling;

/// <summary>Any Word document whose content controls have tags («mẫu Word có ô gắn thẻ»), taken apart once to be filled often.</summary>
/// <remarks>
/// A control is filled by its tag wherever it stands (body, headers, footers, notes), a <c>w15:repeatingSection</c> by the list of its tag, sections
/// within sections too. A text takes the place of all a control holds, in the look of its first paragraph and run: runs where it stands in a paragraph,
/// a paragraph for each line where it stands between paragraphs or around a cell (which keeps its properties). A control around rows or several cells
/// has no place for a text: with controls in it it stays and those are filled, without any the template is refused. Runs and paragraphs keep their look, repeated controls get ids of their own, everything else stays as it is and is copied
/// packed. Thread-safe; equal values give equal bytes. The bytes are trusted to be a sound document: whoever lets people bring templates checks them first.
/// </remarks>
public sealed class DocxTemplate
{
    private const int LeastRoom = 16 * 1024;

    private readonly List<ZipEntry> standing = [];
    private readonly List<CompiledPart> parts = [];
    private readonly int belowFreeIds;

    private DocxTemplate(ReadOnlyMemory<byte> docx)
    {
        var ids = default(FreeIds);
        var entries = ZipDirectory.Read(docx);
        var texts = new TextParts(entries);
        foreach (var entry in entries)
        {
            var part = texts.Has(entry.Name.Span) ? CompiledPart.Compile(entry.Name, entry.Unpack(), ours: false) : null;
            if (part is { IsFixed: false })
            {
                parts.Add(part);
                ids = ids.And(part.Ids);
            }
            else
            {
                standing.Add(entry);
            }
        }

        belowFreeIds = ids.Below;
    }

    /// <summary>Takes a document apart; the bytes must not change afterwards.</summary>
    /// <exception cref="InvalidDataException">It is not a zip, is strict Open XML, or has controls nested in no way Word knows or around rows.</exception>
    /// <exception cref="System.Xml.XmlException">A part with text is not well-formed.</exception>
    public static DocxTemplate FromBytes(ReadOnlyMemory<byte> docx) => new(docx);

    /// <summary>A document filled with the values, in an array of its own.</summary>
    public byte[] Fill(TemplateValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var entries = new List<ZipEntry>(standing.Count + parts.Count);
        entries.AddRange(standing);
        var (buffers, lastId) = (new List<Utf8Buffer>(parts.Count), belowFreeIds);
        try
        {
            foreach (var part in parts)
            {
                using var xml = part.Write(values, boundRows: 0, ref lastId);
                var packed = new Utf8Buffer(Math.Max(LeastRoom, (int)xml.Length / 4));
                buffers.Add(packed);
                entries.Add(part.Pack(xml.Written, packed));
            }

            return ZipWriter.Write(entries);
        }
        finally
        {
            buffers.ForEach(buffer => buffer.Dispose());
        }
    }
}
