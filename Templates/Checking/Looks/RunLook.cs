using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Whether small letters are shown as capitals.</summary>
internal enum Capitals
{
    /// <summary>As they were typed.</summary>
    AsTyped,

    /// <summary>All of them large.</summary>
    All,

    /// <summary>All of them, in the size of small letters.</summary>
    Small,
}

/// <summary>The lines through letters.</summary>
internal enum Strikes
{
    /// <summary>None.</summary>
    None,

    /// <summary>One.</summary>
    Single,

    /// <summary>Two.</summary>
    Double,
}

/// <summary>How the letters of a run look once all its layers are stacked.</summary>
/// <remarks>The fonts are those its letters take, none for white space; the size is in half points; the colour is RRGGBB or <c>auto</c>; shaded is what has a highlight, or a fill that is not white.</remarks>
internal sealed record RunLook(IReadOnlyList<string> Fonts, int HalfPoints, bool Bold, bool Italic, bool Underline, string Color, bool IsShaded, Capitals Capitals, Strikes Strikes, bool IsEmphasised)
{
    // What Word takes where nothing says a size or a font.
    private const int OtherwiseHalfPoints = 20;
    private const string OtherwiseFont = "Times New Roman";

    /// <summary>The look of a run.</summary>
    /// <param name="book">The styles of its document.</param>
    /// <param name="paragraph">Its paragraph.</param>
    /// <param name="properties">Its own properties; null when it has none.</param>
    /// <param name="text">Its letters: which of its fonts they take depends on them.</param>
    public static RunLook Of(StyleBook book, XElement paragraph, XElement? properties, string text)
    {
        var layers = book.OfRun(paragraph, properties);
        var isComplex = Last(layers, "rtl") || Last(layers, "cs");
        return new RunLook(
            [.. FontsOf(book, layers, text, isComplex).Order(StringComparer.OrdinalIgnoreCase)],
            SizeOf(layers, isComplex ? "szCs" : "sz"),
            Toggle(layers, isComplex ? "bCs" : "b"),
            Toggle(layers, isComplex ? "iCs" : "i"),
            (Value(layers, "u") ?? "none") != "none",
            Value(layers, "color") ?? "auto",
            (Value(layers, "highlight") ?? "none") is not ("none" or "white") || Shading.IsOn(layers.All),
            text.Any(char.IsLower) ? CapitalsOf(layers) : Capitals.AsTyped,
            Last(layers, "dstrike") ? Strikes.Double : Toggle(layers, "strike") ? Strikes.Single : Strikes.None,
            (Value(layers, "em") ?? "none") != "none");
    }

    // On capitals neither is seen.
    private static Capitals CapitalsOf(RunLayers layers) => Toggle(layers, "caps") ? Capitals.All : Toggle(layers, "smallCaps") ? Capitals.Small : Capitals.AsTyped;

    private static int SizeOf(RunLayers layers, string name) =>
        layers.All.Select(layer => HalfPointsOf(layer.Child(name).Val())).LastOrDefault(size => size is not null) ?? OtherwiseHalfPoints;

    // A bare number is half points; with a unit it is a length.
    private static int? HalfPointsOf(string? value) =>
        value is { Length: > 0 } && char.IsLetter(value[^1]) ? Markup.TwipsOf(value) / 10 : Markup.TwipsOf(value);

    private static string? Value(RunLayers layers, string name) => layers.All.Select(layer => layer.Child(name).Val()).LastOrDefault(value => value is not null);

    private static bool Last(RunLayers layers, string name) => layers.All.Select(layer => layer.Toggle(name)).LastOrDefault(value => value is not null) == true;

    /// <remarks>
    /// Source: ISO/IEC 29500-1 §17.7.3: direct formatting says it; else what the defaults turn on is on; else it is on when an odd number of style levels
    /// turn it on.
    /// </remarks>
    private static bool Toggle(RunLayers layers, string name) => layers.Direct.Toggle(name)
        ?? (layers.Defaults.Toggle(name) == true || (Level(layers.Table, name) ^ Level(layers.Paragraph, name) ^ Level(layers.Character, name)));

    private static bool Level(IReadOnlyList<XElement> level, string name) => level.Select(layer => layer.Toggle(name)).LastOrDefault(value => value is not null) == true;

    private static IEnumerable<string> FontsOf(StyleBook book, RunLayers layers, string text, bool isComplex)
    {
        var (ascii, highAnsi, eastAsia) = (Font(book, layers, "ascii"), Font(book, layers, "hAnsi"), Font(book, layers, "eastAsia"));
        if (isComplex)
        {
            return text.Any(letter => !char.IsWhiteSpace(letter)) ? [Font(book, layers, "cs")] : [];
        }

        var hinted = layers.All.Select(layer => layer.Child("rFonts").Get("hint")).LastOrDefault(hint => hint is not null) == "eastAsia";
        var chinese = layers.All.Select(layer => layer.Child("lang").Get("eastAsia")).LastOrDefault(language => language is not null)?.StartsWith("zh", StringComparison.Ordinal) == true;
        return FontSlots.Of(text, hinted, chinese).Select(slot => slot switch
        {
            FontSlot.EastAsia when eastAsia == OtherwiseFont && ascii == highAnsi => ascii,
            FontSlot.EastAsia => eastAsia,
            FontSlot.HighAnsi => highAnsi,
            FontSlot.Ascii or FontSlot.Complex => ascii,
        }).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    // A name of the theme goes before a plain name beside it, and after one of a later layer.
    private static string Font(StyleBook book, RunLayers layers, string slot)
    {
        var font = (string?)null;
        foreach (var fonts in layers.All.Select(layer => layer.Child("rFonts")).OfType<XElement>())
        {
            var themed = fonts.Get(slot == "cs" ? "cstheme" : $"{slot}Theme");
            font = (themed is { Length: > 5 } ? book.Theme.Find(themed) : null) ?? fonts.Get(slot) ?? font;
        }

        return font ?? OtherwiseFont;
    }
}
