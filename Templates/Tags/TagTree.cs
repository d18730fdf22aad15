using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Tags;

/// <summary>Finds the tagged controls in parsed parts, as their last reader sees them: insertions accepted, deletions gone, wrappers opened.</summary>
internal sealed class TagTree
{
    private static readonly XName Section = W15 + "repeatingSection";
    private static readonly XName Item = W15 + "repeatingSectionItem";

    private readonly TagText text = new();

    private TagTree()
    {
    }

    /// <exception cref="TooLargeException">More is told than a reading may keep.</exception>
    public static TaggedContent Of(DocxParts parts, string mainPart)
    {
        var (content, tree) = (new TagScope(), new TagTree());
        tree.Walk(Clean(parts[mainPart]!), content, null);
        foreach (var part in HeadersAndFooters(parts, mainPart))
        {
            tree.Walk(Clean(part), content, null);
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

    private void Walk(XElement parent, TagScope scope, List<TaggedContent>? section)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == W + "sdt")
            {
                Take(element, scope, section);
            }
            else if (!IsProperties(element))
            {
                Add(element);
                Walk(element, scope, section);
            }
        }
    }

    private void Take(XElement control, TagScope scope, List<TaggedContent>? section)
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
            else if (TagOf(control) is { } tag)
            {
                var (place, start) = (scope.Open(tag), text.Length);
                text.Open++;
                Walk(content, scope, section);
                scope.Close(place, text.Close(start, isTold: properties?.Element(W + "showingPlcHdr") is null));
            }
            else
            {
                Walk(content, scope, section);
            }
        }
    }

    private void Add(XElement element)
    {
        if (element.Name.Namespace == W)
        {
            text.Add(element.Name.LocalName switch
            {
                "t" => element.Value,
                "p" or "br" or "cr" => "\n",
                "tab" or "ptab" => "\t",
                "noBreakHyphen" => "-",
                _ => "",
            });
        }
    }

    private static bool IsProperties(XElement element) => element.Name.Namespace == W && element.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal);
}
