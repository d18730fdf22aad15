using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Benchmarks;

/// <summary>What no filler with this deflate can beat: the finished document.xml packed at level Fastest, all else copied packed.</summary>
internal static class CopyLimit
{
    /// <summary>Does that for a finished document, each time into an array of its own.</summary>
    public static Func<byte[]> Of(byte[] docx)
    {
        var entries = ZipDirectory.Read(docx);
        var place = entries.FindIndex(entry => entry.IsNamed("word/document.xml"u8));
        var (body, content) = (entries[place], entries[place].Unpack());
        return () =>
        {
            using var packed = new Utf8Buffer(Math.Max(16 * 1024, content.Length / 4));
            List<ZipEntry> all = [.. entries];
            all[place] = ZipEntry.Pack(body.Name, content, packed);
            return ZipWriter.Write(all);
        };
    }
}
