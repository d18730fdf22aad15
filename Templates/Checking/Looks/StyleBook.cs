using System.Xml.Linq;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>The layers of formatting that a document puts over a paragraph or a run, lowest first, as Word stacks them.</summary>
/// <remarks>Source: ISO/IEC 29500-1 §17.7.2: defaults, table style, paragraph style with what it is based on, numbering, character style, direct formatting.</remarks>
internal sealed class StyleBook
{
    // Styles of unknown origin may be based on each other in a circle.
    private const int DeepestBase = 20;

    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> numbers;
    private readonly Dictionary<string, XElement> lists;
    private readonly XElement? defaultParagraph;
    private readonly XElement? defaultRun;
    private readonly LookEffort? effort;

    // A paragraph of many runs is asked for again and again; its style is no mending's business.
    private StyledParagraph? last;

    private StyleBook(XDocument? sheet, XDocument? numbering, XDocument? theme, XDocument? settings, LookEffort? effort)
    {
        this.effort = effort;
        foreach (var style in sheet?.Root?.Children("style") ?? [])
        {
            styles[style.Get("styleId") ?? ""] = style;
            ids.TryAdd(style.Child("name").Val() ?? "", style.Get("styleId") ?? "");
            if (Markup.IsOn(style.Get("default")))
            {
                defaults[style.Get("type") ?? ""] = style;
            }
        }

        var documentDefaults = sheet?.Root?.Child("docDefaults");
        defaultParagraph = documentDefaults?.Child("pPrDefault")?.Child("pPr");
        defaultRun = documentDefaults?.Child("rPrDefault")?.Child("rPr");
        numbers = ById(numbering?.Root, "num", "numId");
        lists = ById(numbering?.Root, "abstractNum", "abstractNumId");
        Theme = new ThemeFonts(theme, settings?.Root);
    }

    /// <summary>The fonts of the theme.</summary>
    public ThemeFonts Theme { get; }

    /// <summary>The styles of a document of unknown origin.</summary>
    public static StyleBook Of(DocxParts parts, string mainPart) => Of(parts, mainPart, new LookEffort());

    /// <summary>The styles of a template of ours, asked for as often as documents come.</summary>
    public static StyleBook OfOurs(DocxParts parts, string mainPart) => Of(parts, mainPart, null);

    private static StyleBook Of(DocxParts parts, string mainPart, LookEffort? effort) =>
        new(Related(parts, mainPart, "styles"), Related(parts, mainPart, "numbering"), Related(parts, mainPart, "theme"), Related(parts, mainPart, "settings"), effort);

    /// <summary>The id of the style that people see under a name; null when there is none.</summary>
    public string? IdOf(string name) => ids.GetValueOrDefault(name);

    /// <summary>The properties that shape a paragraph.</summary>
    public IEnumerable<XElement> OfParagraph(XElement paragraph)
    {
        var direct = paragraph.Child("pPr");
        var own = direct?.Child("numPr");
        var isUnnumbered = own?.Child("numId").Val() == "0";
        IEnumerable<XElement?> layers =
        [
            defaultParagraph,
            .. OfTable(paragraph, "pPr"),
            .. Chain(ParagraphStyle(paragraph)).SelectMany(style => new[] { isUnnumbered ? null : Level(style.Child("pPr")?.Child("numPr"))?.Child("pPr"), style.Child("pPr") }),
            Level(own)?.Child("pPr"),
            direct,
        ];
        return layers.OfType<XElement>();
    }

    /// <summary>The properties that shape a run, level by level: within a level the last word counts, between levels toggles are combined.</summary>
    public RunLayers OfRun(XElement paragraph, XElement? properties) => new(
        defaultRun,
        [.. OfTable(paragraph, "rPr").OfType<XElement>()],
        [.. Chain(ParagraphStyle(paragraph)).Select(style => style.Child("rPr")).OfType<XElement>()],
        [.. Chain(Find(properties?.Child("rStyle").Val()) ?? defaults.GetValueOrDefault("character")).Select(style => style.Child("rPr")).OfType<XElement>()],
        properties);

    /// <summary>A table's own properties and those of its style, lowest first.</summary>
    public IEnumerable<XElement> OfTable(XElement table)
    {
        var direct = table.Child("tblPr");
        return [.. TableStyles(direct).Select(style => style.Child("tblPr")).OfType<XElement>(), .. direct is null ? Array.Empty<XElement>() : [direct]];
    }

    private XElement? ParagraphStyle(XElement paragraph)
    {
        if (last is not { } known || known.Paragraph != paragraph)
        {
            last = known = new StyledParagraph(paragraph, Find(paragraph.Child("pPr")?.Child("pStyle").Val()) ?? defaults.GetValueOrDefault("paragraph"));
        }

        return known.Style;
    }

    private IEnumerable<XElement> TableStyles(XElement? direct) => Chain(Find(direct?.Child("tblStyle").Val()) ?? defaults.GetValueOrDefault("table"));

    private IEnumerable<XElement?> OfTable(XElement paragraph, string kind)
    {
        if (TablePlace.Of(paragraph) is not { } place)
        {
            return [];
        }

        var chain = TableStyles(place.Properties).ToList();
        var parts = place.Conditions.SelectMany(condition => chain.SelectMany(style => style.Children("tblStylePr").Where(part => part.Get("type") == condition)));
        return chain.Concat(parts).Select(style => style.Child(kind));
    }

    // Lowest base first.
    private List<XElement> Chain(XElement? style)
    {
        var chain = new List<XElement>();
        for (var next = style; next is not null && chain.Count < DeepestBase; next = Find(next.Child("basedOn").Val()))
        {
            effort?.Spend(next);
            chain.Insert(0, next);
        }

        return chain;
    }

    private XElement? Find(string? id) => id is null ? null : styles.GetValueOrDefault(id);

    private XElement? Level(XElement? own)
    {
        if (own?.Child("numId").Val() is not { } id || !numbers.TryGetValue(id, out var number))
        {
            return null;
        }

        effort?.Spend(number);
        var level = own.Child("ilvl").Val() ?? "0";
        return number.Children("lvlOverride").Where(over => over.Get("ilvl") == level).Select(over => over.Child("lvl")).FirstOrDefault() ?? Level(number.Child("abstractNumId").Val(), level);
    }

    private XElement? Level(string? list, string level)
    {
        if (list is null || !lists.TryGetValue(list, out var own))
        {
            return null;
        }

        effort?.Spend(own);
        return own.Children("lvl").FirstOrDefault(item => item.Get("ilvl") == level);
    }

    private static Dictionary<string, XElement> ById(XElement? root, string name, string id)
    {
        var found = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in root?.Children(name) ?? [])
        {
            found.TryAdd(element.Get(id) ?? "", element);
        }

        return found;
    }

    private static XDocument? Related(DocxParts parts, string mainPart, string type) =>
        PackageMap.Related(parts, mainPart, type).FirstOrDefault() is { } name && parts[name] is { } content ? SafeXml.Parse(content) : null;

    private sealed record StyledParagraph(XElement Paragraph, XElement? Style);
}

/// <summary>What shapes a run: defaults, then table, paragraph and character styles each lowest base first, then its own properties.</summary>
internal sealed record RunLayers(XElement? Defaults, IReadOnlyList<XElement> Table, IReadOnlyList<XElement> Paragraph, IReadOnlyList<XElement> Character, XElement? Direct)
{
    /// <summary>All layers, lowest first.</summary>
    public IEnumerable<XElement> All => new[] { Defaults }.Concat(Table).Concat(Paragraph).Concat(Character).Append(Direct).OfType<XElement>();
}
