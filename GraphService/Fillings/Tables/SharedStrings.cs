using System.Buffers;
using System.Text;
using System.Xml;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>The shared strings of a workbook, kept in a temporary file: there may be more of them than fit the memory.</summary>
internal sealed class SharedStrings : IDisposable
{
    private readonly SpillFile texts = new();
    private readonly SpillFile ends = new();
    private const int Piece = 4096;

    private readonly long count;

    /// <summary>Reads the part <c>sharedStrings.xml</c>.</summary>
    public SharedStrings(XmlReader part)
    {
        try
        {
            count = Take(part);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The string of an index; "" when there is none.</summary>
    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= count)
            {
                return "";
            }

            var start = index == 0 ? 0 : EndOf(index - 1);
            var bytes = new byte[EndOf(index) - start];
            var read = RandomAccess.Read(texts.SafeFileHandle, bytes, start);
            return Encoding.UTF8.GetString(bytes, 0, read);
        }
    }

    /// <summary>The text of the element a reader stands at, with its runs and without phonetic hints; of one that is too long only enough to tell. The reader is left at its end.</summary>
    public static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        using var item = reader.ReadSubtree();
        var hints = 0;
        while (item.Read())
        {
            hints += item.LocalName == "rPh" && !item.IsEmptyElement ? item.NodeType == XmlNodeType.Element ? 1 : item.NodeType == XmlNodeType.EndElement ? -1 : 0 : 0;
            if (hints == 0 && item.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace && IsInText(item))
            {
                Add(text, item);
            }
        }

        return VietnameseText.Composed(text.ToString());
    }

    private long Take(XmlReader part)
    {
        var taken = 0L;
        while (part.Read())
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Write(Encoding.UTF8.GetBytes(TextOf(part)));
                ends.Write(BitConverter.GetBytes(texts.Position));
                taken++;
            }
        }

        texts.Flush();
        ends.Flush();
        return taken;
    }

    // Piece by piece: a text of a gigabyte fits in a file of a megabyte.
    private static void Add(StringBuilder text, XmlReader item)
    {
        var piece = ArrayPool<char>.Shared.Rent(Piece);
        while (text.Length <= TableRecord.MostLetters && item.ReadValueChunk(piece, 0, Math.Min(piece.Length, TableRecord.MostLetters + 1 - text.Length)) is > 0 and var read)
        {
            text.Append(piece, 0, read);
        }

        ArrayPool<char>.Shared.Return(piece);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        texts.Dispose();
        ends.Dispose();
    }

    private long EndOf(int index)
    {
        Span<byte> end = stackalloc byte[sizeof(long)];
        RandomAccess.Read(ends.SafeFileHandle, end, (long)index * sizeof(long));
        return BitConverter.ToInt64(end);
    }

    private static bool IsInText(XmlReader item) => item.NodeType != XmlNodeType.Whitespace || item.XmlSpace == XmlSpace.Preserve;
}
