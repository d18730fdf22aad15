using System.Xml.Linq;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>A relationship of a package, its type without the address in front.</summary>
internal sealed record PackageRelation(string Type, string Target, bool External);

/// <summary>Finds parts the way Word does: by relationships and content types, not by customary names.</summary>
internal static class PackageMap
{
    public static string? MainPart(PackageFile file) => MainPart(file.Tree("_rels/.rels"));

    public static string? MainPart(DocxParts parts) => MainPart(parts["_rels/.rels"] is { } root ? SafeXml.Parse(root) : null);

    private static string? MainPart(XDocument? root) =>
        root is not null
            ? Relations(root).Where(relation => relation is { Type: "officeDocument", External: false })
                .Select(relation => Resolve("", relation.Target)).FirstOrDefault()
            : null;

    public static List<string> ContentTypes(XDocument types) =>
        [.. types.Descendants().Select(element => (string?)element.Attribute("ContentType")).OfType<string>()];

    /// <summary>True when a part is declared to be the body of a document.</summary>
    public static bool HasMain(List<string> kinds) => kinds.Exists(kind => kind.EndsWith("wordprocessingml.document.main+xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a part is declared to be a program.</summary>
    public static bool HasMacros(List<string> kinds) =>
        kinds.Exists(kind => kind.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || kind.Contains("vbaProject", StringComparison.OrdinalIgnoreCase));

    /// <summary>The parts that are declared to be Word's XML, by name.</summary>
    public static HashSet<string> XmlParts(XDocument types) => new(
        from element in types.Descendants(Ooxml.Types + "Override")
        where ((string?)element.Attribute("ContentType") ?? "").Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase)
        select ((string?)element.Attribute("PartName") ?? "").TrimStart('/'),
        StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PackageRelation> Relations(XDocument relations) =>
        from relation in relations.Descendants(Ooxml.Relations + "Relationship")
        let type = (string?)relation.Attribute("Type") ?? ""
        select new PackageRelation(
            type[(type.LastIndexOf('/') + 1)..],
            (string?)relation.Attribute("Target") ?? "",
            string.Equals((string?)relation.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase));

    /// <summary>The parts of one kind that a part refers to, by name.</summary>
    public static IEnumerable<string> Related(DocxParts parts, string owner, string type) => parts[RelationsOf(owner)] is { } relations
        ? Relations(SafeXml.Parse(relations)).Where(relation => relation.Type == type && !relation.External)
            .Select(relation => Resolve(FolderOf(owner), relation.Target)).Where(parts.Has).Distinct()
        : [];

    /// <summary>The part that a relationship of another part names by its id; null when there is none.</summary>
    public static string? ById(DocxParts parts, string owner, string? id) => parts[RelationsOf(owner)] is { } relations
        && SafeXml.Parse(relations).Descendants(Ooxml.Relations + "Relationship").FirstOrDefault(relation => (string?)relation.Attribute("Id") == id) is { } found
            ? Resolve(FolderOf(owner), (string?)found.Attribute("Target") ?? "")
            : null;

    /// <summary>The folder of a part; "" at the top.</summary>
    public static string FolderOf(string part) => part.LastIndexOf('/') is >= 0 and var end ? part[..end] : "";

    /// <summary>The name of the part with the relations of another.</summary>
    public static string RelationsOf(string part)
    {
        var (folder, file) = (FolderOf(part), part[(part.LastIndexOf('/') + 1)..]);
        return folder.Length == 0 ? $"_rels/{file}.rels" : $"{folder}/_rels/{file}.rels";
    }

    /// <summary>The part a target names, seen from the folder of its owner.</summary>
    public static string Resolve(string folder, string target)
    {
        var path = target.StartsWith('/') ? target[1..] : $"{folder}/{target}";
        var steps = new List<string>();
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(step => step != "."))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps);
    }
}
