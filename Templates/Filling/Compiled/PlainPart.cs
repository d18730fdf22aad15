using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Brings a part into the plain form the compiler knows: UTF-8, the usual prefixes, no comments and no CDATA, every control with a start and an end of its content.</summary>
internal static class PlainPart
{
    /// <summary>The part itself when it is plain, as nearly all are; else the same written anew.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static byte[] Of(byte[] xml) => IsPlain(xml) ? xml : Rewritten(xml);

    /// <summary>The part written anew.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    /// <exception cref="InvalidDataException">It is in the strict dialect.</exception>
    public static byte[] Rewritten(byte[] xml)
    {
        var document = SafeXml.Parse(xml);
        if (document.Descendants().Any(element => element.Name.NamespaceName == Ooxml.StrictWord))
        {
            throw new InvalidDataException("The template is saved as strict Open XML; only the usual kind of Word document can be filled.");
        }

        foreach (var letters in document.DescendantNodes().OfType<XCData>().ToList())
        {
            letters.ReplaceWith(new XText(letters.Value));
        }

        foreach (var element in document.Descendants().ToList())
        {
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && PrefixOf(attribute.Value) is not null).Remove();
            if (!element.Nodes().Any())
            {
                element.RemoveNodes(); // so that it becomes one tag
            }

            if (element.IsEmpty && element.Name == Ooxml.W + "sdtContent")
            {
                element.Value = ""; // but here is room for a text
            }
        }

        foreach (var (prefix, space) in Known)
        {
            document.Root!.SetAttributeValue(XNamespace.Xmlns + prefix, space.NamespaceName);
        }

        return DocxParts.Bytes(document);
    }

    private static IEnumerable<(string Prefix, XNamespace Space)> Known =>
        [("w", Ooxml.W), ("w14", Ooxml.W14), ("w15", Ooxml.W15), ("mc", Ooxml.Mc), ("r", Ooxml.R)];

    private static string? PrefixOf(string space) => Known.FirstOrDefault(known => known.Space.NamespaceName == space).Prefix;

    // What the scanner vouches for is well-formed, hides no tags and gives the usual prefixes no other meaning.
    private static bool IsPlain(ReadOnlySpan<byte> xml)
    {
        var scanner = new XmlScanner(xml);
        while (scanner.Read())
        {
            // Nothing is asked but whether there is an end.
        }

        return !scanner.Refused && xml.IndexOf("http://purl.oclc.org/ooxml/wordprocessingml/main"u8) < 0;
    }
}
