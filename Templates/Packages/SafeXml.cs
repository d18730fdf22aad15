using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;

namespace HocTap.Office.Templates.Packages;

/// <summary>Parses XML of unknown origin: no DTD, nothing fetched, bounded in letters, nodes and depth before anything is built of it.</summary>
internal static class SafeXml
{
    private const int DeepestNesting = 400;

    // The longest plan we know has some 3,000 nodes; a thousand pages of text stay below this.
    internal const int MostNodes = 500_000;
    private const int MostLetters = 16 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <exception cref="XmlException">It is not well-formed, has a DTD or is nested too deep.</exception>
    /// <exception cref="TooLargeException">It has more nodes or letters than any form.</exception>
    public static XDocument Parse(byte[] content)
    {
        Measure(content);
        using var reader = Open(content);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The same with comments and processing instructions: for a part that is to be written again as it was.</summary>
    /// <exception cref="XmlException">It is not well-formed, has a DTD or is nested too deep.</exception>
    /// <exception cref="TooLargeException">It has more nodes or letters than any form.</exception>
    public static XDocument ParseWhole(byte[] content)
    {
        Measure(content);
        using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    // Walking a tree of hundreds of thousands of levels would exhaust the stack, which no caller can catch, and a tree takes fifty times its bytes.
    private static void Measure(byte[] content)
    {
        if (content.Length > MostLetters)
        {
            throw new TooLargeException("The XML has too many letters.");
        }

        if (IsPlain(content))
        {
            return;
        }

        using var reader = Open(content);
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (nodes > MostNodes)
            {
                throw new TooLargeException("The XML has too many nodes.");
            }

            if (reader.Depth > DeepestNesting)
            {
                throw new XmlException("The XML is nested too deep.");
            }
        }
    }

    // What the scanner vouches for is within the limits, and it looks ten times as fast.
    private static bool IsPlain(byte[] content)
    {
        var xml = new XmlScanner(content);
        while (xml.Read())
        {
            // Nothing is asked but whether there is an end.
        }

        return !xml.Refused;
    }

    private static XmlReader Open(byte[] content) => XmlReader.Create(new MemoryStream(content), Settings);
}

/// <summary>XML beyond the limits we read within; who does not care for the difference takes it for broken.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown by the parser alone, always with its reason.")]
internal sealed class TooLargeException(string message) : XmlException(message);
