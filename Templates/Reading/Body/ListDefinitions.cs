using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>A level of a list: how it counts and what it prints.</summary>
internal sealed record ListLevel(int Start, string Format, string Text, string? Font, bool Spaced);

/// <summary>The lists of a document («danh sách đánh số, gạch đầu dòng tự động»), as its numbering part defines them.</summary>
internal sealed class ListDefinitions
{
    public const int Levels = 9;

    // The text is printed before every paragraph of the list: a long one would multiply.
    private const int LongestText = 50;

    private readonly Dictionary<string, XElement> abstracts = [];
    private readonly Dictionary<string, XElement> lists = [];
    private readonly ConcurrentDictionary<(string List, int Level), ListLevel?> known = [];

    public ListDefinitions(XDocument? numbering)
    {
        foreach (var element in numbering?.Root?.Elements() ?? [])
        {
            if (element.Name == W + "abstractNum")
            {
                abstracts[(string?)element.Attribute(W + "abstractNumId") ?? ""] = element;
            }
            else if (element.Name == W + "num")
            {
                lists[(string?)element.Attribute(W + "numId") ?? ""] = element;
            }
        }
    }

    /// <summary>What counts together: lists made of one definition go on counting.</summary>
    public string CounterOf(string list) => lists.GetValueOrDefault(list) is { } found && !found.Elements(W + "lvlOverride").Any() ? "a" + AbstractOf(found) : list;

    /// <summary>A level of a list; null when the document does not define it.</summary>
    public ListLevel? Find(string list, int level) =>
        known.TryGetValue((list, level), out var found) ? found : lists.TryGetValue(list, out var element) ? known.GetOrAdd((list, level), Read(element, level)) : null;

    private ListLevel? Read(XElement list, int number)
    {
        var change = list.Elements(W + "lvlOverride").FirstOrDefault(item => IntOf(item, "ilvl") == number);
        var level = change?.Element(W + "lvl") ?? abstracts.GetValueOrDefault(AbstractOf(list))?.Elements(W + "lvl").FirstOrDefault(item => IntOf(item, "ilvl") == number);
        return level is null || TextOf(level, "lvlText")?.Length > LongestText ? null : new ListLevel(
            IntOf(change?.Element(W + "startOverride"), "val") ?? IntOf(level.Element(W + "start"), "val") ?? 1,
            TextOf(level, "numFmt") ?? "decimal",
            TextOf(level, "lvlText") ?? "",
            (string?)level.Element(W + "rPr")?.Element(W + "rFonts")?.Attribute(W + "ascii"),
            TextOf(level, "suff") != "nothing");
    }

    private static string AbstractOf(XElement list) => TextOf(list, "abstractNumId") ?? "";

    private static string? TextOf(XElement parent, string name) => (string?)parent.Element(W + name)?.Attribute(W + "val");

    private static int? IntOf(XElement? element, string name) =>
        int.TryParse((string?)element?.Attribute(W + name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;
}
