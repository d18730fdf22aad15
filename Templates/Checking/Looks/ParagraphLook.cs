using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>How a paragraph stands on the paper once all its layers are stacked; lengths in twips.</summary>
/// <remarks>Align is <c>left</c>, <c>right</c>, <c>center</c>, <c>both</c> or another word of Word's; the rule of a line <c>auto</c> (240 a line), <c>exact</c> or <c>atLeast</c>; a first line that hangs is negative.</remarks>
internal sealed record ParagraphLook(int Before, int After, int Line, string LineRule, int Left, int Right, int FirstLine, string Align, bool IsShaded)
{
    // Word's own distance where a paragraph leaves it to the program, and the line that «lines» count.
    private const int AutomaticGap = 280;
    private const int LineOfGap = 240;

    // A character's width where an indent counts characters: that of the body.
    private const int LetterOfIndent = 280;

    public static ParagraphLook Of(StyleBook book, XElement paragraph)
    {
        var layers = book.OfParagraph(paragraph).ToList();
        var spacing = Merge(layers, "spacing");
        var isContextual = layers.LastOrDefault(layer => layer.Child("contextualSpacing") is not null).Toggle("contextualSpacing") == true;
        var (left, right, first) = Indents(layers);
        return new ParagraphLook(
            isContextual ? 0 : Gap(spacing, "before"), isContextual ? 0 : Gap(spacing, "after"),
            Markup.TwipsOf(spacing.GetValueOrDefault("line")) ?? 240, spacing.GetValueOrDefault("lineRule") ?? "auto",
            left, right, first, AlignOf(layers), Shading.IsOn(layers));
    }

    private static int Gap(Dictionary<string, string> spacing, string side)
    {
        if (Markup.IsOn(spacing.GetValueOrDefault($"{side}Autospacing")))
        {
            return AutomaticGap;
        }

        return Markup.TwipsOf(spacing.GetValueOrDefault($"{side}Lines")) is { } hundredths and not 0
            ? hundredths * LineOfGap / 100
            : Markup.TwipsOf(spacing.GetValueOrDefault(side)) ?? 0;
    }

    private static string AlignOf(List<XElement> layers) => layers.Select(layer => layer.Child("jc").Val()).LastOrDefault(value => value is not null) switch
    {
        null or "start" => "left",
        "end" => "right",
        var value => value,
    };

    // First line and hanging are two ways of saying the same: the later layer decides, and hanging before first line within one.
    private static (int Left, int Right, int First) Indents(List<XElement> layers)
    {
        var (left, right, first) = (0, 0, 0);
        foreach (var indent in layers.Select(layer => layer.Child("ind")).OfType<XElement>())
        {
            left = Side(indent, "left", "start") ?? left;
            right = Side(indent, "right", "end") ?? right;
            first = -One(indent, "hanging") ?? One(indent, "firstLine") ?? first;
        }

        return (left, right, first);
    }

    private static int? Side(XElement indent, string name, string strictName) => One(indent, strictName) ?? One(indent, name);

    private static int? One(XElement indent, string name) => indent.Twips($"{name}Chars") is { } hundredths and not 0 ? hundredths * LetterOfIndent / 100 : indent.Twips(name);

    private static Dictionary<string, string> Merge(List<XElement> layers, string name)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in layers.Select(layer => layer.Child(name)).OfType<XElement>().SelectMany(element => element.Attributes()))
        {
            merged[attribute.Name.LocalName] = attribute.Value;
        }

        return merged;
    }
}
