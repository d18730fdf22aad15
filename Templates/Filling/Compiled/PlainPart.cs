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

    // A root that declares the usual prefix, and nothing after it that gives w another meaning or hides tags.
    private static bool IsPlain(ReadOnlySpan<byte> xml)
    {
        var start = XmlProlog.LengthOf(xml);
        if (start < 0 || start == xml.Length || !DeclaresWord(xml[start..], out var rest))
        {
            return false;
        }

        return rest.IndexOf("<!"u8) < 0 && rest.IndexOf("<?"u8) < 0 && rest.IndexOf("xmlns:w="u8) < 0;
    }

    private static bool DeclaresWord(ReadOnlySpan<byte> root, out ReadOnlySpan<byte> rest)
    {
        var walk = new XmlAttributes(root[(1 + XmlLetters.NameLength(root[1..]))..]);
        var declares = false;
        while (walk.MoveNext())
        {
            declares |= walk.Current.Name.SequenceEqual("xmlns:w"u8) && walk.Current.Raw.SequenceEqual("http://schemas.openxmlformats.org/wordprocessingml/2006/main"u8);
        }

        rest = root[(root.Length < walk.Length ? root.Length : walk.Length)..];
        return declares && walk.IsSound;
    }
}
