using System.Collections.Concurrent;
using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>What other parts say about the paragraphs of a body: the names of their styles and how they are numbered.</summary>
internal sealed class PaperParts
{
    // Programs rename the ids of styles; the names people see stay.
    private static readonly Lazy<Dictionary<string, string>> OurNames = new(() => Authoring.StyleSheet.Build(LayoutProfiles.Find(LayoutProfiles.Official)!).Descendants(W + "style")
        .ToDictionary(style => style.Element(W + "name")!.Attribute(W + "val")!.Value, style => style.Attribute(W + "styleId")!.Value));

    private readonly Dictionary<string, XElement> styles = [];

    // Many paragraphs, few styles; those of one office's papers are asked for by many readings at a time.
    private readonly ConcurrentDictionary<string, KnownStyle> known = [];

    private PaperParts(XDocument? styleSheet, XDocument? numbering)
    {
        foreach (var style in styleSheet?.Descendants(W + "style") ?? [])
        {
            styles[(string?)style.Attribute(W + "styleId") ?? ""] = style;
        }

        (Numbering, StyleSheet) = (new ListDefinitions(numbering), styleSheet);
    }

    /// <summary>What a template just filled needs: its styles have our own ids, and nothing is numbered by Word that we read.</summary>
    public static PaperParts Ours { get; } = new(null, null);

    public ListDefinitions Numbering { get; }

    /// <summary>The style sheet; null when there is none.</summary>
    public XDocument? StyleSheet { get; }

    public static PaperParts Of(PackageFile file, string mainPart) => Of(file.Tree, mainPart);

    public static PaperParts Of(DocxParts parts, string mainPart) => Of(name => Tree(parts[name]), mainPart);

    /// <summary>What a style sheet and a numbering tell; null for one that is not there.</summary>
    public static PaperParts Of(byte[]? styleSheet, byte[]? numbering) => new(OneDialect(Tree(styleSheet)), OneDialect(Tree(numbering)));

    private static PaperParts Of(Func<string, XDocument?> tree, string mainPart)
    {
        var relations = tree(PackageMap.RelationsOf(mainPart)) is { } owned ? PackageMap.Relations(owned).Where(relation => !relation.External).ToList() : [];
        return new PaperParts(Related("styles"), Related("numbering"));

        XDocument? Related(string type) => relations.Find(relation => relation.Type == type) is { } found
            ? OneDialect(tree(PackageMap.Resolve(PackageMap.FolderOf(mainPart), found.Target)))
            : null;
    }

    /// <summary>Our id of a paragraph's style; null for a style that is none of ours.</summary>
    public string? StyleOf(XElement paragraph) => StyleNamed((string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"));

    /// <summary>Our id of a style named by its id in the document; null for one that is none of ours.</summary>
    public string? StyleNamed(string? id) => id is null ? null : styles.ContainsKey(id) ? Known(id).Ours : styles.Count == 0 ? id : null;

    /// <summary>The numbering of a paragraph, its own or that of its style or of a style this one is based on.</summary>
    public XElement? NumberingOf(XElement paragraph)
    {
        var properties = paragraph.Element(W + "pPr");
        return properties?.Element(W + "numPr") ?? NumberingOfStyle((string?)properties?.Element(W + "pStyle")?.Attribute(W + "val"));
    }

    /// <summary>The numbering that a style brings along.</summary>
    public XElement? NumberingOfStyle(string? id) => id is not null && styles.ContainsKey(id) ? Known(id).Numbering : null;

    /// <summary>True for a style whose words nobody sees.</summary>
    public bool Hides(string? style) => style is not null && styles.ContainsKey(style) && Known(style).Hides == true;

    /// <summary>True for a run that nobody sees because of its style, or that of its paragraph; what the run itself says goes before.</summary>
    public bool Hides(XElement run)
    {
        var look = run.Element(W + "rPr");
        return look?.Element(W + "vanish") is null // one that is on is long gone
            && (HidesOf((string?)look?.Element(W + "rStyle")?.Attribute(W + "val"))
                ?? HidesOf((string?)run.Ancestors(W + "p").FirstOrDefault()?.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"))) == true;
    }

    private bool? HidesOf(string? style) => style is not null && styles.ContainsKey(style) ? Known(style).Hides : null;

    private KnownStyle Known(string id) => known.TryGetValue(id, out var found) ? found
        : known.GetOrAdd(id, new KnownStyle(
            OurNames.Value.GetValueOrDefault((string?)styles[id].Element(W + "name")?.Attribute(W + "val") ?? ""),
            Inherited(id, "pPr", "numPr"),
            Inherited(id, "rPr", "vanish") is { } hidden ? BodyCopy.IsOn(hidden) : null));

    // What a style says itself or takes from one it is based on.
    private XElement? Inherited(string? id, string properties, string name)
    {
        // Styles of unknown origin may be based on each other in a circle.
        for (var step = 0; step < 10 && id is not null && styles.TryGetValue(id, out var style); step++)
        {
            if (style.Element(W + properties)?.Element(W + name) is { } found)
            {
                return found;
            }

            id = (string?)style.Element(W + "basedOn")?.Attribute(W + "val");
        }

        return null;
    }

    /// <summary>A part that the main part names by a type of relationship; null when there is none.</summary>
    public static XDocument? Related(DocxParts parts, string mainPart, string type) =>
        PackageMap.Related(parts, mainPart, type).FirstOrDefault() is { } name ? OneDialect(Tree(parts[name])) : null;

    private sealed record KnownStyle(string? Ours, XElement? Numbering, bool? Hides);

    private static XDocument? Tree(byte[]? part) => part is null ? null : SafeXml.Parse(part);

    private static XDocument? OneDialect(XDocument? part) => part?.Root?.Name.NamespaceName == StrictWord ? new XDocument(BodyCopy.Of(part.Root)) : part;
}
