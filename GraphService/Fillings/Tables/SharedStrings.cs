using System.Text;
using System.Xml;

namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>The shared strings of a workbook, kept in a temporary file: there may be more of them than fit the memory.</summary>
internal sealed class SharedStrings : IDisposable
{
    private readonly FileStream texts = SpillFile.Create();
    private readonly FileStream ends = SpillFile.Create();
    private readonly long count;

    /// <summary>Reads the part <c>sharedStrings.xml</c>.</summary>
    public SharedStrings(XmlReader part)
    {
        while (part.Read())
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Write(Encoding.UTF8.GetBytes(TextOf(part)));
                ends.Write(BitConverter.GetBytes(texts.Position));
                count++;
            }
        }

        texts.Flush();
        ends.Flush();
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

    /// <summary>The text of the element a reader stands at, with its runs and without phonetic hints. The reader is left at its end.</summary>
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
                text.Append(item.Value);
            }
        }

        return text.ToString();
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

/// <summary>Temporary files that are gone when they are closed.</summary>
internal static class SpillFile
{
    private const int Buffer = 1 << 16;

    /// <summary>A new one, to be written and read.</summary>
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose);
}
