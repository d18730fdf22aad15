using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Packages;

/// <summary>Parses XML of unknown origin: no DTD, nothing fetched, bounded in letters, nodes, names, tags and depth before anything is built of it.</summary>
internal static class SafeXml
{
    /// <exception cref="XmlException">It is not well-formed, has a DTD or is nested too deep.</exception>
    /// <exception cref="TooLargeException">It has more nodes or letters than any form.</exception>
    public static XDocument Parse(byte[] content) => Build(() => new MemoryStream(content, writable: false), isMeasured: IsPlain(content));

    /// <param name="open">Opens the XML from its start; called twice, to measure and to build.</param>
    /// <exception cref="XmlException">It is not well-formed, has a DTD or is nested too deep.</exception>
    /// <exception cref="TooLargeException">It has more nodes or letters than any form.</exception>
    public static XDocument Parse(Func<Stream> open) => Build(open, isMeasured: false);

    /// <summary>The same with comments and processing instructions: for a part that is to be written again as it was.</summary>
    /// <exception cref="XmlException">It is not well-formed, has a DTD or is nested too deep.</exception>
    /// <exception cref="TooLargeException">It has more nodes or letters than any form.</exception>
    public static XDocument ParseWhole(byte[] content)
    {
        if (content.Length > ReadingLimits.WholePart)
        {
            throw new TooLargeException("The XML is too long to be kept whole.");
        }

        Measure(() => new MemoryStream(content, writable: false));
        using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XDocument Build(Func<Stream> open, bool isMeasured)
    {
        if (!isMeasured)
        {
            Measure(open);
        }

        using var stream = open();
        using var reader = Open(stream);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>A parser that holds little at a time; who reads by it counts what it keeps.</summary>
    public static XmlReader Open(Stream content) => XmlReader.Create(new MarkupGuard(content), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
        NameTable = new BoundedNames(),
    });

    /// <summary>Sees to it that a parser's place is not too deep.</summary>
    /// <exception cref="XmlException">It is.</exception>
    public static void CheckDepth(XmlReader reader)
    {
        if (reader.Depth > ReadingLimits.Depth)
        {
            throw new XmlException("The XML is nested too deep.");
        }
    }

    // What the scanner vouches for is within the limits, and it looks ten times as fast.
    private static bool IsPlain(byte[] content)
    {
        if (content.Length > ReadingLimits.Letters)
        {
            return false;
        }

        var xml = new XmlScanner(content);
        while (xml.Read())
        {
            // Nothing is asked but whether there is an end.
        }

        return !xml.Refused;
    }

    // Walking a tree of hundreds of thousands of levels would exhaust the stack, which no caller can catch, and a tree takes fifty times its bytes.
    private static void Measure(Func<Stream> open)
    {
        using var stream = open();
        using var reader = Open(stream);
        var (nodes, letters, buffer) = (0, 0L, new char[1024]);
        while (reader.Read())
        {
            nodes += reader.NodeType == XmlNodeType.EndElement ? 0 : 1 + reader.AttributeCount;
            letters += Letters(reader, buffer);
            if (nodes > ReadingLimits.Nodes || letters > ReadingLimits.Letters)
            {
                throw new TooLargeException("The XML has too many nodes or letters.");
            }

            CheckDepth(reader);
        }
    }

    private static long Letters(XmlReader reader, char[] buffer)
    {
        long letters = 0;
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            letters += reader.GetAttribute(i).Length;
        }

        while (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && letters <= ReadingLimits.Letters && reader.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
        {
            letters += read;
        }

        return letters;
    }
}

/// <summary>XML beyond the limits we read within; who does not care for the difference takes it for broken.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown by the parser alone, always with its reason.")]
internal sealed class TooLargeException(string message) : XmlException(message);
