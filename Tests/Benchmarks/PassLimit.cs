using System.IO.Compression;
using System.Xml;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Benchmarks;

/// <summary>What any reader by XmlReader has to do: inflate document.xml and pass over it once, looking at nothing.</summary>
internal static class PassLimit
{
    /// <summary>Does that for a document.</summary>
    public static Func<int> Of(byte[] docx)
    {
        var packed = ZipDirectory.Read(docx).First(entry => entry.IsNamed("word/document.xml"u8)).Packed;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, NameTable = new NameTable() };
        return () =>
        {
            using var stream = new MemoryReader(packed);
            using var inflate = new DeflateStream(stream, CompressionMode.Decompress);
            using var reader = XmlReader.Create(inflate, settings);
            var count = 0;
            while (reader.Read())
            {
                count++;
            }

            return count;
        };
    }
}
