using System.Xml;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Brings a part into the plain form the compiler knows: UTF-8, the usual prefixes, no comments and no CDATA.</summary>
internal static class PlainPart
{
    /// <summary>The part itself when it is plain, as nearly all are; else the same written anew.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static byte[] Of(byte[] xml) => IsPlain(xml) ? xml : Rewritten(xml);

    /// <summary>The part written anew.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static byte[] Rewritten(byte[] xml)
    {
        var document = SafeXml.Parse(xml);
        foreach (var element in document.Descendants().ToList())
        {
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && PrefixOf(attribute.Value) is not null).Remove();
            if (!element.Nodes().Any())
            {
                element.RemoveNodes(); // so that it becomes one tag
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

    // The root's own tag is read by the scanner, which checks the prefixes; after it nothing may give w another meaning.
    private static bool IsPlain(ReadOnlySpan<byte> xml)
    {
        var scanner = new XmlScanner(xml);
        return scanner.Read() && scanner.Token == XmlToken.Start && scanner.TryAttribute("xmlns:w"u8, out _)
            && xml[scanner.End..].IndexOf("<!"u8) < 0 && xml[scanner.End..].IndexOf("<?"u8) < 0 && xml[scanner.End..].IndexOf("xmlns:w="u8) < 0;
    }
}
