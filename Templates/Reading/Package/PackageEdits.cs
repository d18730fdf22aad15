using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Small edits of a package that keep its content types and relationships true.</summary>
internal static class PackageEdits
{
    public static void AddContentType(DocxParts parts, string part, string type)
    {
        var types = SafeXml.Parse(parts[ContentTypesPath]!);
        types.Root!.Elements().Where(known => Same((string?)known.Attribute("PartName"), "/" + part)).Remove();
        types.Root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
        parts.Put(ContentTypesPath, types);
    }

    public static string AddRelation(DocxParts parts, string owner, string type, string target)
    {
        var name = RelationsOf(owner);
        var relations = parts[name] is { } content ? SafeXml.Parse(content) : new XDocument(new XElement(Relations + "Relationships"));
        var taken = relations.Root!.Elements().Select(relation => (string?)relation.Attribute("Id")).ToHashSet();
        var id = Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"rIdHt{n}")).First(free => !taken.Contains(free));
        relations.Root.Add(new XElement(Relations + "Relationship",
            new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target)));
        parts.Put(name, relations);
        return id;
    }

    /// <summary>Gives a part another name in the same folder; its content type and every relationship that names it go with it.</summary>
    public static void MovePart(DocxParts parts, string from, string to)
    {
        foreach (var (old, name) in new[] { (from, to), (RelationsOf(from), RelationsOf(to)) })
        {
            parts.Rename(old, name);
        }

        var types = SafeXml.Parse(parts[ContentTypesPath]!);
        types.Root!.Elements().Where(type => Same((string?)type.Attribute("PartName"), "/" + from)).ToList().ForEach(type => type.SetAttributeValue("PartName", "/" + to));
        parts.Put(ContentTypesPath, types);
        foreach (var relations in parts.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            Redirect(parts, relations, from, to);
        }
    }

    private static void Redirect(DocxParts parts, string relations, string from, string to)
    {
        var xml = SafeXml.Parse(parts[relations]!);
        var folder = FolderOf(FolderOf(relations));
        var moved = xml.Root!.Elements().Where(relation => Same(PackageMap.Resolve(folder, (string?)relation.Attribute("Target") ?? ""), from)).ToList();
        if (moved.Count > 0)
        {
            moved.ForEach(relation => relation.SetAttributeValue("Target", "/" + to));
            parts.Put(relations, xml);
        }
    }

    /// <summary>Removes parts, their own relationships, their content types and every relationship that names them; each list is gone through once, however many parts go.</summary>
    public static void RemoveParts(DocxParts parts, IReadOnlyCollection<string> names)
    {
        var gone = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        if (gone.Count == 0)
        {
            return;
        }

        foreach (var name in gone)
        {
            parts.Remove(name);
            parts.Remove(RelationsOf(name));
        }

        var types = SafeXml.Parse(parts[ContentTypesPath]!);
        types.Root!.Elements().Where(type => (string?)type.Attribute("PartName") is ['/', .. var name] && gone.Contains(name)).Remove();
        parts.Put(ContentTypesPath, types);
        foreach (var relations in parts.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            RemoveRelations(parts, relations, gone);
        }
    }

    private static void RemoveRelations(DocxParts parts, string relations, HashSet<string> gone)
    {
        var xml = SafeXml.Parse(parts[relations]!);
        var folder = FolderOf(FolderOf(relations));
        var dead = xml.Root!.Elements().Where(relation => gone.Contains(PackageMap.Resolve(folder, (string?)relation.Attribute("Target") ?? ""))).ToList();
        if (dead.Count > 0)
        {
            dead.ForEach(relation => relation.Remove());
            parts.Put(relations, xml);
        }
    }

    private static string RelationsOf(string part)
    {
        var (folder, file) = (FolderOf(part), part[(part.LastIndexOf('/') + 1)..]);
        return folder.Length == 0 ? $"_rels/{file}.rels" : $"{folder}/_rels/{file}.rels";
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
