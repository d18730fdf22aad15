using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Tags;

/// <summary>Finds the tagged controls in parsed parts, as their last reader sees them: insertions accepted, deletions gone, wrappers opened.</summary>
internal static class TagTree
{
    private static readonly XName Section = W15 + "repeatingSection";
    private static readonly XName Item = W15 + "repeatingSectionItem";

    public static TaggedContent Of(DocxParts parts, string mainPart)
    {
        var content = new TagScope();
        Walk(Clean(parts[mainPart]!), content, null);
        foreach (var part in HeadersAndFooters(parts, mainPart))
        {
            Walk(Clean(part), content, null);
        }

        return content.Content;
    }

    private static IEnumerable<byte[]> HeadersAndFooters(DocxParts parts, string mainPart) => parts[PackageMap.RelationsOf(mainPart)] is not { } relations ? [] :
        PackageMap.Relations(SafeXml.Parse(relations)).Where(relation => relation is { Type: "header" or "footer", External: false })
            .Select(relation => parts[PackageMap.Resolve(PackageMap.FolderOf(mainPart), relation.Target)]).OfType<byte[]>();

    private static XElement Clean(byte[] part)
    {
        var copy = new XElement(W + "body");
        BodyCopy.Into(copy, SafeXml.Parse(part).Root!);
        return copy;
    }

    private static void Walk(XElement parent, TagScope scope, List<TaggedContent>? section)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == W + "sdt")
            {
                Take(element, scope, section);
            }
            else if (!IsProperties(element))
            {
                Walk(element, scope, section);
            }
        }
    }

    private static void Take(XElement control, TagScope scope, List<TaggedContent>? section)
    {
        var properties = control.Element(W + "sdtPr");
        foreach (var content in control.Elements(W + "sdtContent"))
        {
            if (properties?.Element(Section) is not null)
            {
                Walk(content, scope, scope.OpenRows(TagOf(control) ?? ""));
            }
            else if (section is not null && properties?.Element(Item) is not null)
            {
                var item = new TagScope();
                Walk(content, item, null);
                section.Add(item.Content);
            }
            else
            {
                TakeValue(content, scope, section, TagOf(control), properties?.Element(W + "showingPlcHdr") is not null);
            }
        }
    }

    private static void TakeValue(XElement content, TagScope scope, List<TaggedContent>? section, string? tag, bool showsPrompt)
    {
        if (tag is not null)
        {
            var text = new StringBuilder();
            Write(content, text);
            scope.Close(scope.Open(tag), showsPrompt ? "" : text.ToString().TrimStart('\n'));
        }

        Walk(content, scope, section);
    }

    private static void Write(XElement parent, StringBuilder text)
    {
        foreach (var element in parent.Elements().Where(element => !IsProperties(element)))
        {
            _ = element.Name.Namespace != W ? text : element.Name.LocalName switch
            {
                "t" => text.Append(element.Value),
                "p" or "br" or "cr" => text.Append('\n'),
                "tab" or "ptab" => text.Append('\t'),
                "noBreakHyphen" => text.Append('-'),
                _ => text,
            };
            Write(element, text);
        }
    }

    private static bool IsProperties(XElement element) => element.Name.Namespace == W && element.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal);
}
