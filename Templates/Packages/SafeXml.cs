using System.Xml;
using System.Xml.Linq;

namespace HocTap.Office.Templates.Packages;

/// <summary>Parses XML of unknown origin: no DTD, nothing fetched, bounded.</summary>
internal static class SafeXml
{
    private const int DeepestNesting = 400;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 64 * 1024 * 1024,
        CloseInput = false,
    };

    /// <exception cref="XmlException">It is not well-formed, has a DTD or is nested too deep.</exception>
    public static XDocument Parse(byte[] content)
    {
        RefuseDeepNesting(content);
        using var reader = Open(content);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    // Walking a tree of hundreds of thousands of levels would exhaust the stack, which no caller can catch.
    private static void RefuseDeepNesting(byte[] content)
    {
        using var reader = Open(content);
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting)
            {
                throw new XmlException("The XML is nested too deep.");
            }
        }
    }

    private static XmlReader Open(byte[] content) => XmlReader.Create(new MemoryStream(content), Settings);
}
